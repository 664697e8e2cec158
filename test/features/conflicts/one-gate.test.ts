import { beforeEach, describe, expect, test } from 'vitest';
import { ConflictError, ValidationError } from '../../../src/domain/errors.js';
import type { ConflictVerdict } from '../../../src/domain/judge-conflict.js';
import { addContact } from '../../../src/features/contacts/add-contact.js';
import { updateContact } from '../../../src/features/contacts/update-contact.js';
import { importLeads } from '../../../src/features/imports/import-leads.js';
import { claimLead } from '../../../src/features/ownership/claim-lead.js';
import { convertLead } from '../../../src/features/ownership/convert-lead.js';
import { markLeadLost } from '../../../src/features/ownership/mark-lead-lost.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { reopenLead } from '../../../src/features/ownership/reopen-lead.js';
import { checkLeadConflict } from '../../../src/features/registration/check-lead-conflict.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { updateLead } from '../../../src/features/registration/update-lead.js';
import { testClock } from '../../support/clock.js';
import { contextFor, seedUsers } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { csv, outcome, worker } from '../imports/importing.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T09:00:00Z');
let users: Awaited<ReturnType<typeof seedUsers>>;
const first = () => contextFor(db, users.otherRep, clock.now());
const second = () => contextFor(db, users.rep, clock.now());
const manager = () => contextFor(db, users.manager, clock.now());

beforeEach(async () => {
  await db.reset();
  users = await seedUsers(db);
});

interface Company {
  companyName: string;
  city: string;
  postalCode?: string;
  website?: string;
  email?: string;
  phone?: string;
}

const ADLER = {
  companyName: 'Hotel zum Goldenen Adler GmbH & Co. KG',
  city: 'Frankfurt am Main',
  postalCode: '60311',
  website: 'www.goldener-adler.example',
  email: 'erika@adler-post.example',
  phone: '069 97650310',
} satisfies Company;
const OTHER = { companyName: 'Mensa Nordlicht', city: 'Kiel' };

/** It may be the same; with a contact of theirs it is. */
const LIKE = { companyName: 'Hotel zum Goldnen Adler', city: 'Frankfurt' };

/** By what the second company is the first one: a verb that writes nothing of the kind asks nothing. */
type By = 'name' | 'website' | 'contact';

const PAIRS: readonly [string, By, Company, ConflictVerdict][] = [
  [
    'the same name',
    'name',
    { companyName: 'HOTEL ZUM GOLDENEN ADLER', city: 'Frankfurt' },
    'PROTECTED',
  ],
  [
    'the same name at the same postal code',
    'name',
    { companyName: 'Hotel zum Goldenen Adler', city: 'Frankfurt', postalCode: '60311' },
    'PROTECTED',
  ],
  [
    'its website at another company',
    'website',
    { ...OTHER, website: 'goldener-adler.example' },
    'POSSIBLY_SAME',
  ],
  [
    'its e-mail at another company',
    'contact',
    { ...OTHER, email: 'Erika@Adler-Post.example' },
    'POSSIBLY_SAME',
  ],
  [
    'its phone at another company',
    'contact',
    { ...OTHER, phone: '+49 69 97650310' },
    'POSSIBLY_SAME',
  ],
  [
    'its switchboard at another company',
    'contact',
    { ...OTHER, phone: '069 9765031-12' },
    'POSSIBLY_SAME',
  ],
  [
    'its e-mail under a like name',
    'contact',
    { ...LIKE, email: 'erika@adler-post.example' },
    'PROTECTED',
  ],
  [
    'its website under a like name',
    'website',
    { ...LIKE, website: 'https://goldener-adler.example/zimmer' },
    'PROTECTED',
  ],
  ['a name with a typo', 'name', LIKE, 'POSSIBLY_SAME'],
  [
    'another postal code',
    'name',
    { companyName: 'Hotel zum Goldenen Adler', city: 'Frankfurt', postalCode: '60599' },
    'POSSIBLY_SAME',
  ],
  ['another city', 'name', { companyName: 'Hotel zum Goldenen Adler', city: 'Hamburg' }, 'FREE'],
  ['another e-mail', 'contact', { ...OTHER, email: 'jan@nordlicht.example' }, 'FREE'],
];

/** What becomes of the first company before the second one comes, and what that makes of a conflict. */
const ENDS: Record<
  string,
  [end: (leadId: string) => Promise<unknown>, free: boolean, customer: boolean]
> = {
  ACTIVE: [async () => {}, false, false],
  RELEASED: [(leadId) => releaseLead(first(), { leadId }), true, false],
  LOST: [(leadId) => markLeadLost(first(), { leadId }), true, false],
  EXPIRED: [
    async (leadId) => {
      await releaseLead(first(), { leadId });
      await db.prisma.lead.update({
        where: { id: leadId },
        data: { status: 'EXPIRED', endReason: 'NO_PROGRESS' },
      });
    },
    true,
    false,
  ],
  CONVERTED: [(leadId) => convertLead(first(), { leadId }), false, true],
};

const contactOf = ({ email, phone }: Company) => ({ name: 'Jan', email, phone });
const registrationOf = (company: Company) => {
  const { email, phone, ...lead } = company;
  return { ...lead, ...(email || phone ? { contacts: [contactOf(company)] } : {}) };
};

/** What a verb says that is refused, as the check says it. */
async function verdictOf(work: Promise<unknown>): Promise<ConflictVerdict> {
  try {
    await work;
    return 'FREE';
  } catch (error) {
    if (error instanceof ConflictError && error.reason === 'COMPANY_PROTECTED') return 'PROTECTED';
    if (error instanceof ConflictError && error.reason === 'EXISTING_CUSTOMER') return error.reason;
    if (error instanceof ValidationError && error.problems[0]?.path === 'overrideReason') {
      return 'POSSIBLY_SAME';
    }
    throw error;
  }
}

type Makes = (
  meanwhile: () => Promise<unknown>,
  company: Company,
  overrideReason?: string,
) => Promise<ConflictVerdict>;

async function imported(company: Company, overrideReason = ''): Promise<ConflictVerdict> {
  const { companyName, city, postalCode = '', website = '', email = '', phone = '' } = company;
  const row = [companyName, city, postalCode, website, email, phone, overrideReason];
  await importLeads(
    second(),
    csv('Firma;Ort;PLZ;Webseite;E-Mail;Telefon;Abgrenzung', row.join(';')),
  );
  await worker(db, clock).kick();
  const [reported] = (await outcome(db)).rows;
  if (reported?.outcome === 'CREATED') return 'FREE';
  const [problem] = reported?.problems as unknown as { code: ConflictVerdict }[];
  return problem?.code ?? 'FREE';
}

/** A lead of the second agent's own that nothing conflicts with. */
const ownLead = (given: Company) => registerLead(second(), registrationOf(given));

const VERBS: Record<string, { of: readonly By[]; make: Makes }> = {
  checkLeadConflict: {
    of: ['name', 'website', 'contact'],
    make: async (meanwhile, company) => {
      await meanwhile();
      return checkLeadConflict(second(), company);
    },
  },
  registerLead: {
    of: ['name', 'website', 'contact'],
    make: async (meanwhile, company, overrideReason) => {
      await meanwhile();
      return verdictOf(registerLead(second(), { ...registrationOf(company), overrideReason }));
    },
  },
  importLeads: {
    of: ['name', 'website', 'contact'],
    make: async (meanwhile, company, overrideReason) => {
      await meanwhile();
      return imported(company, overrideReason);
    },
  },
  updateLead: {
    of: ['name', 'website', 'contact'],
    make: async (meanwhile, company, overrideReason) => {
      const { leadId } = await ownLead({ companyName: 'Bistro', city: 'Trier' });
      await meanwhile();
      const { contacts, ...changes } = registrationOf(company);
      return verdictOf(
        updateLead(second(), {
          leadId,
          expectedVersion: 1,
          ...changes,
          ...(contacts ? { addContacts: contacts, stage: 'REGISTERED' } : {}),
          overrideReason,
        }),
      );
    },
  },
  addContact: {
    of: ['contact'],
    make: async (meanwhile, company, overrideReason) => {
      const { companyName, city } = company;
      const { leadId } = await ownLead({ companyName, city, email: 'nie@mand.example' });
      await meanwhile();
      return verdictOf(addContact(second(), { leadId, ...contactOf(company), overrideReason }));
    },
  },
  updateContact: {
    of: ['contact'],
    make: async (meanwhile, company, overrideReason) => {
      const { companyName, city } = company;
      const { leadId } = await ownLead({ companyName, city, email: 'nie@mand.example' });
      const { id: contactId } = await db.prisma.contact.findFirstOrThrow({ where: { leadId } });
      await meanwhile();
      const changes = { ...contactOf(company), overrideReason };
      return verdictOf(updateContact(second(), { contactId, ...changes }));
    },
  },
  claimLead: {
    of: ['name', 'website', 'contact'],
    make: async (meanwhile, company, overrideReason) => {
      const { leadId } = await ownLead(company);
      await releaseLead(second(), { leadId });
      await meanwhile();
      return verdictOf(claimLead(second(), { leadId, overrideReason }));
    },
  },
  reopenLead: {
    of: ['name', 'website', 'contact'],
    make: async (meanwhile, company, overrideReason) => {
      const { leadId } = await ownLead(company);
      await markLeadLost(second(), { leadId });
      await meanwhile();
      return verdictOf(reopenLead(manager(), { leadId, overrideReason }));
    },
  },
};

const CASES = Object.entries(VERBS).flatMap(([verb, { of, make }]) =>
  PAIRS.filter(([, by]) => of.includes(by)).map(
    ([what, , company, verdict]) => [verb, what, make, company, verdict] as const,
  ),
);

async function adlerUntil(end: keyof typeof ENDS) {
  const { leadId } = await registerLead(first(), {
    ...registrationOf(ADLER),
    overrideReason: 'The first',
  });
  await ENDS[end]?.[0](leadId);
}

/** Of each kind of answer one is enough where it is the end that matters. */
const TELLING = ['the same name', 'its e-mail under a like name', 'its website at another company'];

describe.each(Object.keys(ENDS))('beside a company that is %s', (end) => {
  const [, free, customer] = ENDS[end] ?? [];
  const cases = CASES.filter(([, what]) => end === 'ACTIVE' || TELLING.includes(what));
  test.each(cases)('%s answers the same to %s', async (_verb, _what, make, company, verdict) => {
    const wanted = free
      ? 'FREE'
      : customer && verdict === 'PROTECTED'
        ? 'EXISTING_CUSTOMER'
        : verdict;
    expect(await make(() => adlerUntil(end), company)).toBe(wanted);
  });
});

test.each(
  CASES.filter(([, , , , verdict]) => verdict === 'POSSIBLY_SAME').filter(
    ([verb]) => verb !== 'checkLeadConflict',
  ),
)('%s lets %s through with a reason, which stands in the audit trail', async (_verb, _what, make, company) => {
  expect(await make(() => adlerUntil('ACTIVE'), company, 'Another house')).toBe('FREE');
  const entries = await db.prisma.auditEntry.findMany();
  const reasons = entries.map(
    ({ after }) => (after as { overrideReason?: string } | null)?.overrideReason,
  );
  expect(reasons.filter((reason) => reason === 'Another house')).toHaveLength(1);
});

test.each(
  CASES.filter(([, , , , verdict]) => verdict === 'PROTECTED').filter(
    ([verb]) => verb !== 'checkLeadConflict',
  ),
)('%s lets %s through for no reason', async (_verb, _what, make, company) => {
  expect(await make(() => adlerUntil('ACTIVE'), company, 'I want it')).toBe('PROTECTED');
});

test.each([' . ', '-', 'ok', '123'])('%j is no reason', async (overrideReason) => {
  await adlerUntil('ACTIVE');
  const again = registerLead(second(), { ...registrationOf(LIKE), overrideReason });
  expect(await verdictOf(again)).toBe('POSSIBLY_SAME');
});

test('what a lead has already is not asked about again', async () => {
  await adlerUntil('ACTIVE');
  const { leadId } = await registerLead(second(), {
    companyName: 'Hotel zum Goldnen Adler',
    city: 'Frankfurt',
    contacts: [{ email: 'info@goldner.example' }],
    overrideReason: 'Another house',
  });
  await updateLead(second(), { leadId, expectedVersion: 1, notes: 'Wants a sample' });
  await addContact(second(), { leadId, email: 'koch@goldner.example' });
  const { id: contactId } = await db.prisma.contact.findFirstOrThrow({ where: { leadId } });
  await updateContact(second(), { contactId, name: 'Ida' });
});

test('an address that two agents add to their leads at the same moment goes to one of them', async () => {
  const mine = await ownLead({ ...OTHER, email: 'a@a.example' });
  const theirs = await registerLead(first(), {
    companyName: 'Bistro',
    city: 'Trier',
    contacts: [{ email: 'b@b.example' }],
  });
  const added = await Promise.allSettled([
    addContact(second(), { leadId: mine.leadId, email: 'koch@haus.example' }),
    addContact(first(), { leadId: theirs.leadId, email: 'koch@haus.example' }),
  ]);
  expect(added.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
