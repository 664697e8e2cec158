import { readCheckers } from '../../features/conflicts/read-checkers.js';
import {
  checkLeadConflict,
  explainConflict,
} from '../../features/registration/check-lead-conflict.js';
import { builder } from '../kit/builder.js';
import { periodOf } from '../kit/period.js';
import {
  CheckLeadConflictInput,
  ConflictCheckerType,
  ConflictExplanationType,
  ConflictVerdictType,
} from './types.js';

const DEFAULT_DAYS = 30;
builder.queryField('conflictCheckers', (t) =>
  t.field({
    type: [ConflictCheckerType],
    description:
      'The agents and programs that looked for companies by `checkLeadConflict` or were refused one, those with the most checks first, up to 200. Managers see the agents of their territory, admins and auditors all, agents and programs themselves.',
    args: {
      from: t.arg({
        type: 'DateTime',
        description: 'Start of the period, inclusive; 30 days ago if left out.',
      }),
      before: t.arg({
        type: 'DateTime',
        description: 'End of the period, exclusive; now if left out.',
      }),
    },
    resolve: (_root, args, ctx) => {
      const period = periodOf(args, ctx, DEFAULT_DAYS);
      return ctx.reads.read((tx) => readCheckers(tx, ctx.actor, period));
    },
  }),
);

builder.queryField('checkLeadConflict', (t) =>
  t.field({
    type: ConflictVerdictType,
    description:
      'Whether a company could be registered now. The answer reserves nothing: `registerLead` decides.',
    args: {
      input: t.arg({ type: CheckLeadConflictInput, required: true, description: 'The company.' }),
    },
    resolve: (_root, { input }, ctx) => checkLeadConflict(ctx, input, ctx.services.keyRing),
  }),
);

builder.queryField('explainConflict', (t) =>
  t.field({
    type: ConflictExplanationType,
    description:
      'The answer of `checkLeadConflict` with the matching leads and the criteria they matched by; for managers and admins. Counts as a check.',
    args: {
      input: t.arg({ type: CheckLeadConflictInput, required: true, description: 'The company.' }),
    },
    resolve: (_root, { input }, ctx) => explainConflict(ctx, input, ctx.services.keyRing),
  }),
);
