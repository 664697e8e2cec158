import { decideExtension } from '../../features/extensions/decide-extension.js';
import { requestExtension } from '../../features/extensions/request-extension.js';
import { idempotencyKey, rowField } from '../kit/verb-fields.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { LeadType } from '../leads/types.js';
import { ExtensionRequestType } from './types.js';

const requestField = rowField(
  ExtensionRequestType,
  'The request as it is now.',
  ({ reads }, query) => reads.read((tx) => tx.extensionRequest.findUniqueOrThrow(query)),
);

verbMutation('requestExtension', {
  description: 'Requests more base protection of a lead, for its owner; the managers get a mail.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Global id of the lead.' }),
    months: t.int({ required: true, description: 'Months requested: 1 to 12.' }),
    reason: t.string({ required: true, description: 'Reason.' }),
    idempotencyKey: idempotencyKey(t),
  }),
  run: async (ctx, { leadId, ...input }) => ({
    id: (await requestExtension(ctx, { ...input, leadId: leadId.id })).requestId,
  }),
  payload: (t) => ({ extensionRequest: requestField(t) }),
});

export const DecideExtensionPayload = verbMutation('decideExtension', {
  description: 'Approves or rejects a request, for managers; the agent who asked gets a mail.',
  input: (t) => ({
    requestId: t.globalID({
      for: ExtensionRequestType,
      required: true,
      description: 'The request.',
    }),
    approve: t.boolean({
      required: true,
      description: 'True to approve the request and add the months, false to reject it.',
    }),
    note: t.string({ description: 'Comment that the agent gets with the decision.' }),
  }),
  run: async (ctx, { requestId, ...input }) => ({
    id: (await decideExtension(ctx, { ...input, requestId: requestId.id })).requestId,
  }),
  payload: (t) => ({ extensionRequest: requestField(t) }),
});
