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

export const ConflictVerdictType = codeType<ConflictVerdict>(
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

export const CheckLeadConflictInput = builder.inputType('CheckLeadConflictInput', {
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

const ConflictReasonType = codeType<Reason['by']>(
  'ConflictEvidence',
  'By what two leads were recognised as one.',
  {
    NAME: 'Words of the name, however written; see `words`.',
    CITY: 'The same city, however written, or a district of it.',
    POSTAL_CODE: 'The same postal code.',
    EMAIL: 'The same e-mail address.',
    PHONE: 'The same phone number.',
    SWITCHBOARD: 'Extensions of one switchboard.',
    DOMAIN: 'The same domain in e-mail addresses or websites, one that no many companies share.',
    EARLIER_REGISTRATION: 'One was imported or registered as the other before.',
  },
);

const ConflictWhyType = builder.objectRef<Reason>('ConflictWhy').implement({
  description: 'One thing by which two leads were recognised as one.',
  fields: (t) => ({
    by: t.field({ type: ConflictReasonType, description: 'What it is.', resolve: ({ by }) => by }),
    words: t.stringList({
      description: 'The words of the name that both have, folded; empty for anything but names.',
      resolve: (reason) => (reason.by === 'NAME' ? [...reason.words] : []),
    }),
  }),
});

const ConflictMatchType = builder.objectRef<ConflictMatch>('ConflictMatch').implement({
  description: 'A lead that is or may be the company that was asked about.',
  fields: (t) => ({
    lead: t.field({
      type: LeadType,
      nullable: true,
      description: 'The lead; null if it was taken out of sight meanwhile.',
      resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
    }),
    certain: t.boolean({
      description: 'Whether it is the same for certain; otherwise it is a hint.',
      resolve: ({ judgement }) => judgement === 'SAME',
    }),
    why: t.field({
      type: [ConflictWhyType],
      description: 'By what it was recognised.',
      resolve: ({ why }) => [...why],
    }),
  }),
});

export const ConflictExplanationType = builder
  .objectRef<ConflictExplanation>('ConflictExplanation')
  .implement({
    description: 'Why a company can be registered or not.',
    fields: (t) => ({
      verdict: t.field({
        type: ConflictVerdictType,
        description: 'What `checkLeadConflict` answers.',
        resolve: ({ verdict }) => verdict,
      }),
      matches: t.field({
        type: [ConflictMatchType],
        description:
          'The leads that are or may be this company, as far as the actor sees them, up to 50: certain ones first, and before those that have ended those that keep others away.',
        resolve: ({ matches }) => [...matches],
      }),
      hidden: t.exposeInt('hidden', {
        description: 'How many more there are in territories that the actor does not see.',
      }),
    }),
  });
