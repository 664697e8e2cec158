import type { Actor, Role } from '../../src/domain/actor.js';
import { leadMatchKey } from '../../src/domain/matching/normal-forms.js';
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
  const id = newId();
  const { role = 'REP' } = overrides;
  const { email, name, territory } = await db.prisma.user.create({
    data: { id, email: `${id}@example.com`, name: `Agent ${id.slice(-4)}`, ...overrides, role },
  });
  return { id, role, name, email, territory, scopes: null };
}

/** One user of each kind that tests tell apart. */
export async function seedUsers(db: TestDatabase) {
  const [rep, otherRep, manager, admin, auditor, wallboard, service] = await Promise.all([
    makeUser(db, { role: 'REP' }),
    makeUser(db, { role: 'REP' }),
    makeUser(db, { role: 'MANAGER' }),
    makeUser(db, { role: 'ADMIN' }),
    makeUser(db, { role: 'AUDITOR' }),
    makeUser(db, { role: 'WALLBOARD' }),
    makeUser(db, { role: 'SERVICE' }),
  ]);
  return { rep, otherRep, manager, admin, auditor, wallboard, service };
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
