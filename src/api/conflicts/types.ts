import { ValidationError } from '../../domain/errors.js';
import { type Checker, readCheckers } from '../../features/conflicts/read-checkers.js';
import { builder } from '../kit/builder.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

const DEFAULT_DAYS = 30;
const DAY_MS = 86_400_000;

const ConflictCheckerType = builder.objectRef<Checker>('ConflictChecker').implement({
  description:
    'How an agent or a program looked for companies in a period: many checks of protected companies and few registrations are the mark of a fisher. For what they looked is kept as keyed hashes only.',
  fields: (t) => ({
    user: t.field({
      type: UserType,
      nullable: true,
      description: 'The agent or the program.',
      resolve: ({ userId }, _args, ctx, info) => resolveUser(ctx, info, userId),
    }),
    checks: t.exposeInt('checks', { description: 'Calls of `checkLeadConflict`, each alias one.' }),
    refusals: t.exposeInt('refusals', {
      description: 'Other verbs that were refused because of a conflict.',
    }),
    importedRows: t.exposeInt('importedRows', {
      description: 'Rows of imported files that met another agent’s lead, or a customer.',
    }),
    companies: t.exposeInt('companies', {
      description: 'Different companies, or contacts where no company was asked for.',
    }),
    free: t.exposeInt('free', { description: 'Answers `FREE`.' }),
    protected: t.exposeInt('protected', { description: 'Answers `PROTECTED`.' }),
    existingCustomers: t.exposeInt('customers', { description: 'Answers `EXISTING_CUSTOMER`.' }),
    possiblySame: t.exposeInt('possiblySame', { description: 'Answers `POSSIBLY_SAME`.' }),
    registered: t.exposeInt('registered', {
      description: 'Leads that the agent gained in the period, as far as the actor sees them.',
    }),
    lastAt: t.expose('lastAt', { type: 'DateTime', description: 'When the last of them was.' }),
  }),
});

builder.queryField('conflictCheckers', (t) =>
  t.field({
    type: [ConflictCheckerType],
    description:
      'Who looked for companies by `checkLeadConflict` or was refused one, the most eager first, up to 200. Managers see the agents of their territory, admins and auditors all, agents and programs themselves.',
    args: {
      from: t.arg({ type: 'DateTime', description: 'Then or later; 30 days ago if left out.' }),
      before: t.arg({ type: 'DateTime', description: 'Before then; until now if left out.' }),
    },
    resolve: (_root, { from, before }, ctx) => {
      const until = before ?? new Date(ctx.now.getTime() + 1);
      const period = {
        from: from ?? new Date(until.getTime() - DEFAULT_DAYS * DAY_MS),
        before: until,
      };
      if (period.from >= until) {
        const message = `${period.from.toISOString()} given, allowed is an instant before ${until.toISOString()}`;
        throw new ValidationError([{ path: 'from', message }]);
      }
      return ctx.reads.read((tx) => readCheckers(tx, ctx.actor, period));
    },
  }),
);
