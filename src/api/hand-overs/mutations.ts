import { reassignLeads } from '../../features/hand-overs/reassign-leads.js';
import { builder } from '../kit/builder.js';
import { idempotencyKey } from '../kit/verb-fields.js';
import { type PayloadBuilder, verbMutation } from '../kit/verb-mutation.js';
import { criteriaOf, LeadFilterInput } from '../leads/lead-filter.js';
import { LeadType } from '../leads/types.js';
import { UpdateUserPayload } from '../users/mutations.js';
import { UserType } from '../users/types.js';
import { HandOverType } from './types.js';

/** Number of leads in a preview. */
const PREVIEWED = 100;

/** The hand-over that a verb began; null if it began none. */
function handOverField(t: PayloadBuilder<{ handOverId: string | null }>) {
  return t.prismaField({
    type: HandOverType,
    nullable: true,
    description:
      'The hand-over that was begun; its counts grow while it runs. Null if none was begun.',
    resolve: (query, { handOverId }, _args, { reads }) =>
      handOverId === null
        ? null
        : reads.read((tx) => tx.handOver.findUnique({ ...query, where: { id: handOverId } })),
  });
}

builder.objectField(UpdateUserPayload, 'handOver', handOverField);

verbMutation('reassignLeads', {
  description:
    'Hands many leads over to another agent in the background: the leads of `leadIds` or of `filter` that are under protection with other agents, up to 10,000. At the end each agent gets one mail that lists their leads.',
  input: (t) => ({
    leadIds: t.globalIDList({ for: LeadType, description: 'Ids of the leads, up to 1,000.' }),
    filter: t.field({
      type: LeadFilterInput,
      description:
        'Filter for the leads, instead of `leadIds`; at least one criterion is required.',
    }),
    ownerId: t.globalID({
      for: UserType,
      required: true,
      description: 'The agent who gets the leads.',
    }),
    reason: t.string({ description: 'Reason, which both agents are told.' }),
    dryRun: t.boolean({
      description: 'If true, nothing is changed: the answer only lists the leads.',
    }),
    idempotencyKey: idempotencyKey(t),
  }),
  run: async (ctx, { leadIds, filter, ownerId, ...input }) => {
    const handedOver = await reassignLeads(ctx, {
      ...input,
      ownerId: ownerId.id,
      leadIds: leadIds?.map(({ id }) => id),
      filter: filter ? criteriaOf(filter) : null,
    });
    if (handedOver.handOverId !== null) ctx.services.kickHandOvers();
    return handedOver;
  },
  payload: (t) => ({
    count: t.int({
      description: 'How many leads are handed over, or would be in a dry run.',
      resolve: ({ leadIds }) => leadIds.length,
    }),
    leads: t.prismaField({
      type: [LeadType],
      description: `The first ${PREVIEWED} of them.`,
      resolve: (query, { leadIds }, _args, { reads }) =>
        reads.read((tx) =>
          tx.lead.findMany({
            ...query,
            where: { id: { in: leadIds.slice(0, PREVIEWED) } },
            orderBy: { id: 'asc' },
          }),
        ),
    }),
    handOver: handOverField(t),
  }),
});
