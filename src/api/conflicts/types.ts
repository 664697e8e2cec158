import type { ConflictVerdict } from '../../domain/judge-conflict.js';
import type { Reason } from '../../domain/matching/compare-companies.js';
import type { Checker } from '../../features/conflicts/read-checkers.js';
import type {
  ConflictExplanation,
  ConflictMatch,
} from '../../features/registration/check-lead-conflict.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { LeadType } from '../leads/types.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

export const ConflictCheckerType = builder.objectRef<Checker>('ConflictChecker').implement({
  description:
    'The conflict checks of an agent or a program in a period. Many checks of protected companies with few registrations suggest that they probe for other agents’ leads. The companies looked for are stored as keyed hashes only.',
  fields: (t) => ({
    user: t.field({
      type: UserType,
      nullable: true,
      description: 'The agent or the program.',
      resolve: ({ userId }, _args, ctx, info) => resolveUser(ctx, info, userId),
    }),
    checks: t.exposeInt('checks', {
      description: 'Calls of `checkLeadConflict`; each alias counts as one.',
    }),
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
    lastAt: t.expose('lastAt', {
      type: 'DateTime',
      description: 'When the last check of the period was made.',
    }),
  }),
});

export const ConflictVerdictType = codeType<ConflictVerdict>(
  'LeadConflictVerdict',
  'Whether a company can be registered. The leads it was compared with are not disclosed.',
  {
    FREE: 'No agent has it under protection, and it is no customer.',
    PROTECTED: 'It is under protection; registering it is refused.',
    EXISTING_CUSTOMER: 'It is a customer already; registering it is refused.',
    POSSIBLY_SAME:
      'It resembles a company under protection; registering it needs an `overrideReason`.',
  },
);

export const CheckLeadConflictInput = builder.inputType('CheckLeadConflictInput', {
  description:
    'A company to be checked before its registration; details that are not known are left out.',
  fields: (t) => ({
    companyName: t.string({ required: true, description: 'Name of the company.' }),
    city: t.string({ required: true, description: 'City of the company.' }),
    country: t.string({ description: 'ISO 3166 code; `DE` if left out.' }),
    postalCode: t.string({ description: 'Postal code.' }),
    email: t.string({ description: 'E-mail address of a contact at the company.' }),
    phone: t.string({ description: 'Phone number of a contact at the company.' }),
    website: t.string({ description: 'Web address.' }),
  }),
});

export const ConflictReasonType = codeType<Reason['by']>(
  'ConflictEvidence',
  'A criterion by which two leads are recognised as one.',
  {
    NAME: 'Words of the name, in any spelling; see `words`.',
    CITY: 'The same city, in any spelling, or a district of it.',
    POSTAL_CODE: 'The same postal code.',
    EMAIL: 'The same e-mail address.',
    PHONE: 'The same phone number.',
    SWITCHBOARD: 'Extensions of one switchboard.',
    DOMAIN:
      'The same domain in e-mail addresses or websites, unless it is a domain that many companies share.',
    EARLIER_REGISTRATION: 'One of them was imported or registered as the other before.',
  },
);

const ConflictWhyType = builder.objectRef<Reason>('ConflictWhy').implement({
  description: 'One match by which two leads were recognised as one.',
  fields: (t) => ({
    by: t.field({
      type: ConflictReasonType,
      description: 'The criterion.',
      resolve: ({ by }) => by,
    }),
    words: t.stringList({
      description: 'The words that both names share, folded; empty for other criteria than `NAME`.',
      resolve: (reason) => (reason.by === 'NAME' ? [...reason.words] : []),
    }),
  }),
});

const ConflictMatchType = builder.objectRef<ConflictMatch>('ConflictMatch').implement({
  description: 'A lead that is or may be the checked company.',
  fields: (t) => ({
    lead: t.field({
      type: LeadType,
      nullable: true,
      description: 'The lead; null if the actor no longer sees it.',
      resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
    }),
    certain: t.boolean({
      description: 'Whether the lead certainly is the same company; false for a hint.',
      resolve: ({ judgement }) => judgement === 'SAME',
    }),
    why: t.field({
      type: [ConflictWhyType],
      description: 'The criteria by which the lead was recognised.',
      resolve: ({ why }) => [...why],
    }),
  }),
});

export const ConflictExplanationType = builder
  .objectRef<ConflictExplanation>('ConflictExplanation')
  .implement({
    description: 'The answer of a conflict check with its reasons.',
    fields: (t) => ({
      verdict: t.field({
        type: ConflictVerdictType,
        description: 'The answer of `checkLeadConflict`.',
        resolve: ({ verdict }) => verdict,
      }),
      matches: t.field({
        type: [ConflictMatchType],
        description:
          'The leads that are or may be this company, as far as the actor sees them, up to 50: certain matches first, then leads that block a registration, then leads that have ended.',
        resolve: ({ matches }) => [...matches],
      }),
      hidden: t.exposeInt('hidden', {
        description: 'How many further leads match in territories that the actor does not see.',
      }),
    }),
  });
