import { ValidationError } from '../../domain/errors.js';
import { cursorsOf } from '../../platform/events/cursor.js';
import { newBeat } from '../../platform/events/pulse.js';
import { readLog } from '../../platform/events/read-log.js';
import { builder } from '../kit/builder.js';
import { leadIdsOf } from '../kit/forwarded-lead.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../kit/keyset-page.js';
import { LeadType } from '../leads/types.js';
import { HeartbeatType } from './heartbeat.js';
import { DomainEventType, EventTypeType } from './types.js';

const EventConnection = builder.connectionObject(
  { type: DomainEventType, name: 'EventConnection', description: 'A page of events.' },
  { name: 'EventEdge', description: 'An event in a page.' },
);

builder.queryField('eventLog', (t) =>
  t.field({
    type: EventConnection,
    description:
      'The event log, the oldest event first, as far as the actor may see it. The `endCursor` moves on even if no event matched, and a subscription can continue from it.',
    args: {
      after: t.arg({
        type: 'Cursor',
        description: 'Only events after this cursor; from the start if left out.',
      }),
      first: t.arg.int({ description: 'Page size: 0 to 100; 25 if left out.' }),
      types: t.arg({ type: [EventTypeType], description: 'Any of these types.' }),
      leadId: t.arg.globalID({
        for: LeadType,
        description:
          'About this lead; with the id of one that was merged, also about the lead that it leads on to.',
      }),
    },
    resolve: async (_root, { after, first, types, leadId }, { reads, actor, services }) => {
      const query = {
        after: after ?? null,
        first: sizeOf(first),
        types: types ?? null,
        leadIds: leadId ? await leadIdsOf(reads, leadId.id) : null,
        actor,
        cursors: cursorsOf(services.keyRing),
      };
      const page = await reads.read((tx) => readLog(tx, query));
      const edges = page.events.map((node) => ({ cursor: query.cursors.of(node, actor), node }));
      return {
        edges,
        pageInfo: {
          hasNextPage: page.hasNextPage,
          hasPreviousPage: after != null,
          startCursor: edges[0]?.cursor ?? null,
          endCursor: page.endCursor,
        },
      };
    },
  }),
);

function sizeOf(first: number | null | undefined): number {
  const size = first ?? DEFAULT_PAGE_SIZE;
  if (size >= 0 && size <= MAX_PAGE_SIZE) return size;
  throw new ValidationError([
    { path: 'first', message: `${size} is given, allowed is 0 to ${MAX_PAGE_SIZE}` },
  ]);
}

builder.queryField('heartbeat', (t) =>
  t.field({
    type: HeartbeatType,
    description: 'The time and build of the server, and the end of the event log.',
    resolve: newBeat,
  }),
);
