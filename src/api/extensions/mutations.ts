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
  description: 'Its owner asks for more base protection of a lead; the managers are told by mail.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'For which lead.' }),
    months: t.int({ required: true, description: 'How many months: 1 to 12.' }),
    reason: t.string({ required: true, description: 'Why.' }),
    idempotencyKey: idempotencyKey(t),
  }),
  run: async (ctx, { leadId, ...input }) => ({
    id: (await requestExtension(ctx, { ...input, leadId: leadId.id })).requestId,
  }),
  payload: (t) => ({ extensionRequest: requestField(t) }),
});

verbMutation('decideExtension', {
  description: 'A manager approves or rejects a request; the agent who asked is told by mail.',
  input: (t) => ({
    requestId: t.globalID({
      for: ExtensionRequestType,
      required: true,
      description: 'Which request.',
    }),
    approve: t.boolean({ required: true, description: 'Whether the months are added.' }),
    note: t.string({ description: 'What the agent is told.' }),
  }),
  run: async (ctx, { requestId, ...input }) => ({
    id: (await decideExtension(ctx, { ...input, requestId: requestId.id })).requestId,
  }),
  payload: (t) => ({ extensionRequest: requestField(t) }),
});
