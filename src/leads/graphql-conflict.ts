import type { ConflictVerdict } from '../domain/judge-conflict.js';
import { builder } from '../graphql/builder.js';
import { codeType } from '../graphql/codes.js';
import { checkLeadConflict } from './check-lead-conflict.js';

const ConflictVerdictType = codeType<ConflictVerdict>(
  'LeadConflictVerdict',
  'Whether a company can be registered. Nothing else is told about the leads it was compared with.',
  {
    FREE: 'No agent has it under protection, and it is no customer.',
    PROTECTED: 'It is under protection; registering it is refused.',
    EXISTING_CUSTOMER: 'It is a customer already; registering it is refused.',
    POSSIBLY_SAME:
      'It resembles a company under protection; registering it needs an `overrideReason`.',
  },
);

const CheckLeadConflictInput = builder.inputType('CheckLeadConflictInput', {
  description: 'A company that somebody thinks of registering, as far as it is known.',
  fields: (t) => ({
    companyName: t.string({ required: true, description: 'Name of the company.' }),
    city: t.string({ required: true, description: 'Where it is.' }),
    country: t.string({ description: 'ISO 3166 code; `DE` if left out.' }),
    postalCode: t.string({ description: 'Postal code.' }),
    email: t.string({ description: 'E-mail address of somebody there.' }),
    phone: t.string({ description: 'Phone number of somebody there.' }),
    website: t.string({ description: 'Web address.' }),
  }),
});

builder.queryField('checkLeadConflict', (t) =>
  t.field({
    type: ConflictVerdictType,
    description:
      'Whether a company could be registered now. It binds nobody: the registration itself decides.',
    args: {
      input: t.arg({ type: CheckLeadConflictInput, required: true, description: 'The company.' }),
    },
    resolve: (_root, { input }, ctx) => checkLeadConflict(ctx, input, ctx.services.keyRing),
  }),
);
