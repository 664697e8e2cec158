import type { Actor, Role } from '../../src/domain/actor.js';
import { leadMatchKey } from '../../src/domain/matching/normal-forms.js';
import { searchText } from '../../src/domain/text/search.js';
import type { NewLead } from '../../src/features/leads/new-lead.js';
import {
  type RegisterLeadInput,
  registerLead,
} from '../../src/features/registration/register-lead.js';
import type { Lead, Prisma } from '../../src/platform/db/generated/prisma/client.js';
import { newId } from '../../src/platform/db/ids.js';
import type { VerbContext } from '../../src/platform/verbs/context.js';
import type { TestDatabase } from './database.js';

const DEFAULT_NOW = new Date('2026-03-01T09:00:00Z');

/** A user who may act. */
export type TestUser = Actor & { readonly id: string; readonly email: string };

export async function makeUser(
  db: TestDatabase,
  overrides: Partial<Prisma.UserUncheckedCreateInput> & { role?: Role } = {},
): Promise<TestUser> {
  const { id, role = 'REP' } = overrides;
  const { scopes, ...row } = newUser(role, id);
  const { email, name, territory } = await db.prisma.user.create({
    data: { ...row, ...overrides, role },
  });
  return { ...row, scopes, email, name, territory };
}

type Seeded = 'rep' | 'otherRep' | 'manager' | 'admin' | 'auditor' | 'wallboard' | 'service';

/** One user of each kind that tests tell apart. */
export async function seedUsers(db: TestDatabase) {
  const users: Record<Seeded, TestUser> = {
    rep: newUser('REP'),
    otherRep: newUser('REP'),
    manager: newUser('MANAGER'),
    admin: newUser('ADMIN'),
    auditor: newUser('AUDITOR'),
    wallboard: newUser('WALLBOARD'),
    service: newUser('SERVICE'),
  };
  const rows = Object.values(users).map(({ id, role, name, email }) => ({ id, role, name, email }));
  await db.prisma.user.createMany({ data: rows });
  return users;
}

function newUser(role: Role, id: string = newId()) {
  const [email, name] = [`${id}@example.com`, `Agent ${id.slice(-4)}`];
  return { id, role, name, email, territory: null, scopes: null } satisfies TestUser;
}

/** A verb's context through which tests can also look behind it. */
export type TestContext = VerbContext & { readonly db: TestDatabase };

export function contextFor(db: TestDatabase, actor: Actor, now: Date = DEFAULT_NOW): TestContext {
  return { db, actor, now, requestId: 'test-request' };
}

/** Somebody new with the role, about to do something. */
async function asRole(db: TestDatabase, role: Role, now: Date | undefined): Promise<TestContext> {
  return contextFor(db, await makeUser(db, { role }), now);
}

export const asRep = (db: TestDatabase, now?: Date) => asRole(db, 'REP', now);
export const asManager = (db: TestDatabase, now?: Date) => asRole(db, 'MANAGER', now);
export const asAdmin = (db: TestDatabase, now?: Date) => asRole(db, 'ADMIN', now);
export const asAuditor = (db: TestDatabase, now?: Date) => asRole(db, 'AUDITOR', now);

/** A lead as it is given to `registerLeads`, with nothing that is not needed. */
export function newLead(
  given: Pick<NewLead, 'companyName' | 'ownerId' | 'registeredAt'> & Partial<NewLead>,
): NewLead {
  const place = { companyName: given.companyName, city: 'Köln', country: 'DE' };
  return {
    ...place,
    postalCode: null,
    businessType: null,
    source: null,
    website: null,
    vatId: null,
    estimatedVolume: null,
    currency: 'EUR',
    notes: null,
    tags: [],
    contacts: [],
    territory: null,
    backdateReason: null,
    importKey: leadMatchKey(place),
    ...given,
  };
}

/** The row of a lead, for what is written directly: where how it came about is no matter. */
export function leadRow<Given extends Partial<Prisma.LeadUncheckedCreateInput>>(given: Given) {
  const { companyName = 'Hotel Adler', city = 'Husum', country = 'DE' } = given;
  const place = { companyName, city, country };
  return {
    ...place,
    id: newId(),
    stage: 'REGISTERED',
    registeredAt: DEFAULT_NOW,
    matchKey: leadMatchKey(place),
    searchText: searchText(place),
    ...given,
  };
}

/** A registered lead with a company of its own and one contact. */
export async function makeLead(
  ctx: TestContext,
  overrides: Partial<RegisterLeadInput> = {},
): Promise<Lead> {
  const mark = newId();
  const { leadId } = await registerLead(ctx, {
    companyName: `Gasthof ${mark}`,
    city: 'Köln',
    contacts: [{ name: 'Erika Muster', email: `info@gasthof-${mark}.example` }],
    ...overrides,
  });
  return ctx.db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
}
