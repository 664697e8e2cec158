import { beforeEach, describe, expect, test } from 'vitest';
import { ConflictError, ForbiddenError, ValidationError } from '../../../src/domain/errors.js';
import { globalIdOf } from '../../../src/domain/global-id.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import {
  type RegisterLeadInput,
  registerLead,
} from '../../../src/features/registration/register-lead.js';
import { testClock } from '../../support/clock.js';
import { contextFor, makeLead, makeUser, seedUsers } from '../../support/factories.js';
import { invalid } from '../../support/invalid.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T09:00:00Z');
type Users = Awaited<ReturnType<typeof seedUsers>>;
let users: Users;

const as = (who: keyof Users) => contextFor(db, users[who], clock.now());
const register = (overrides: Partial<RegisterLeadInput> = {}, who: keyof Users = 'rep') =>
  registerLead(as(who), { companyName: 'Hotel Adler GmbH', city: 'München', ...overrides });
const readLead = (leadId: string) =>
  db.prisma.lead.findUniqueOrThrow({
    where: { id: leadId },
    include: { ownerships: true, contacts: { orderBy: { id: 'asc' } } },
  });

beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  users = await seedUsers(db);
});

describe('registering', () => {
  test('protects the lead from now on', async () => {
    const { leadId, replayed } = await register({
      contacts: [{ name: 'Änne Böhme', email: 'Info@Hotel-Adler.example', phone: '089 1234567' }],
      website: 'https://www.hotel-adler.example/kontakt',
      estimatedVolume: '1250.5',
      tags: ['bio', 'bio'],
    });
    expect(replayed).toBe(false);
    const lead = await readLead(leadId);
    expect(lead).toMatchObject({
      status: 'ACTIVE',
      stage: 'QUALIFIED',
      country: 'DE',
      currency: 'EUR',
      ownerId: users.rep.id,
      website: 'hotel-adler.example',
      tags: ['bio'],
      matchKey: 'adler',
      searchText: 'hotel adler gmbh munchen',
      registeredAt: new Date('2026-03-01T09:00:00Z'),
      assignedAt: new Date('2026-03-01T09:00:00Z'),
      progressAnchor: new Date('2026-03-01T09:00:00Z'),
      warningDueAt: new Date('2026-04-23T08:00:00Z'),
      progressDeadline: new Date('2026-04-30T08:00:00Z'),
      baseEndsAt: new Date('2026-09-01T08:00:00Z'),
      baseReminderDueAt: new Date('2026-08-22T08:00:00Z'),
      expiresAt: new Date('2026-09-01T08:00:00Z'),
      warnedAt: null,
      graceEndsAt: null,
      onHold: false,
      holdIntervals: [],
      policyVersion: 1,
      version: 1,
    });
    expect(lead.estimatedVolume?.toString()).toBe('1250.5');
    expect(lead.ownerships).toMatchObject([
      { ownerId: users.rep.id, assignedAt: clock.now(), endedAt: null },
    ]);
    expect(lead.contacts).toMatchObject([
      {
        name: 'Änne Böhme',
        email: 'Info@Hotel-Adler.example',
        primary: true,
        emailKey: 'info@hotel-adler.example',
        phoneKey: '+49891234567',
      },
    ]);
  });

  test('writes an event and an audit entry', async () => {
    const { leadId } = await register({ contacts: [{ email: 'info@adler.example' }] });
    expect(await db.prisma.domainEvent.findMany()).toMatchObject([
      { type: 'LEAD_REGISTERED', leadId, ownerId: users.rep.id, actorId: users.rep.id },
    ]);
    expect(await db.prisma.auditEntry.findMany()).toMatchObject([
      { action: 'registerLead', entity: 'Lead', entityId: leadId, requestId: 'test-request' },
    ]);
  });

  test.each([
    [{ stage: 'PRE_REGISTRATION', contacts: [{ name: 'Erika' }] }, 'contacts.0'],
    [{ stage: 'PRE_REGISTRATION', notes: 'Ruf an bei Erika' }, 'notes'],
    [{ stage: 'REGISTERED' }, 'contacts'],
    [{ stage: 'REGISTERED', contacts: [{ name: 'Erika' }] }, 'contacts'],
    [{ stage: 'QUALIFIED', contacts: [{ email: 'a@adler.example' }] }, 'vatId'],
    [{ companyName: ' ' }, 'companyName'],
    [{ city: '' }, 'city'],
    [{ country: 'Germany' }, 'country'],
    [{ contacts: [{ email: 'no address' }] }, 'contacts.0.email'],
    [{ contacts: [{ phone: '12' }] }, 'contacts.0.phone'],
    [{ contacts: [{ role: 'Chef' }] }, 'contacts.0.name'],
    [{ website: 'not a site' }, 'website'],
    [{ estimatedVolume: '-1' }, 'estimatedVolume'],
    [{ registeredAt: new Date('2026-03-01T09:02:00Z') }, 'registeredAt'],
  ] satisfies [Partial<RegisterLeadInput>, string][])('refuses %j', async (overrides, path) => {
    await expect(register(overrides)).rejects.toMatchObject(invalid(path));
    expect(await db.prisma.lead.count()).toBe(0);
  });

  test.each([
    { stage: 'PRE_REGISTRATION' },
    { stage: 'REGISTERED', contacts: [{ phone: '089 1234567' }] },
    { stage: 'REGISTERED', notes: 'First contact at the fair' },
    { stage: 'QUALIFIED', vatId: 'DE123456789' },
    { stage: 'QUALIFIED', estimatedVolume: 10 },
    { registeredAt: new Date('2026-03-01T09:00:59Z') },
  ] satisfies Partial<RegisterLeadInput>[])('takes %j', async (overrides) => {
    const { leadId } = await register(overrides);
    const lead = await readLead(leadId);
    expect(lead.stage).toBe('stage' in overrides ? overrides.stage : 'PRE_REGISTRATION');
    expect(lead.registeredAt).toEqual(clock.now());
  });

  test.each([
    [{ postalCode: 'A-1010' }, { postalCode: '1010', country: 'AT' }],
    [{ postalCode: 'D-80 331' }, { postalCode: '80331', country: 'DE' }],
    [
      { postalCode: 'CH-8001', country: 'ch' },
      { postalCode: '8001', country: 'CH' },
    ],
  ])('normalises the place of %j', async (given, stored) => {
    const { leadId } = await register(given);
    expect(await db.prisma.lead.findUnique({ where: { id: leadId } })).toMatchObject(stored);
  });

  test.each(['ZZ', 'XX', 'EU'])('refuses %s, which is no country', async (country) => {
    await expect(register({ country })).rejects.toThrow(
      'is no country, allowed is a code of ISO 3166',
    );
  });

  test('refuses a postal code of another country than the one given', async () => {
    await expect(register({ postalCode: 'A-1010', country: 'DE' })).rejects.toMatchObject({
      problems: [{ path: 'postalCode' }],
    });
  });

  test('takes names as they are meant', async () => {
    const { leadId } = await register({ companyName: ' Ho\u200btel\u202e  Kro\u0308ne ' });
    expect(await db.prisma.lead.findUnique({ where: { id: leadId } })).toMatchObject({
      companyName: 'Hotel Kröne',
    });
  });

  test('names every problem with its path', async () => {
    await expect(
      register({ city: '', contacts: [{ email: 'x' }, { phone: '1' }] }),
    ).rejects.toMatchObject({
      problems: [{ path: 'city' }, { path: 'contacts.0.email' }, { path: 'contacts.1.phone' }],
    });
    await expect(register({ contacts: [{ email: 'x' }, { phone: '1' }] })).rejects.toMatchObject({
      problems: [{ path: 'contacts.0.email' }, { path: 'contacts.1.phone' }],
    });
  });

  test('is for agents and managers', async () => {
    await expect(register({}, 'auditor')).rejects.toThrow(ForbiddenError);
    await expect(register({}, 'wallboard')).rejects.toThrow(ForbiddenError);
  });
});

describe('dating a registration back', () => {
  const registeredAt = new Date('2026-01-01T09:00:00Z');

  test('is for managers, who must say why', async () => {
    await expect(register({ registeredAt })).rejects.toThrow(ForbiddenError);
    await expect(register({ registeredAt }, 'manager')).rejects.toMatchObject({
      problems: [{ path: 'backdateReason' }],
    });
    const { leadId } = await register(
      { registeredAt, backdateReason: 'Letter of January', ownerId: users.rep.id },
      'manager',
    );
    const lead = await readLead(leadId);
    expect(lead).toMatchObject({
      registeredAt,
      assignedAt: registeredAt,
      progressAnchor: registeredAt,
    });
    expect(lead.ownerships).toMatchObject([
      { assignedAt: registeredAt, backdateReason: 'Letter of January' },
    ]);
  });
});

describe('the owner', () => {
  test('is the agent, or whom a manager names', async () => {
    await expect(register({ ownerId: users.otherRep.id })).rejects.toThrow(ForbiddenError);
    const { leadId } = await register({ ownerId: users.otherRep.id }, 'manager');
    expect((await readLead(leadId)).ownerId).toBe(users.otherRep.id);
  });

  test('cannot be somebody who left, or who only looks on', async () => {
    const gone = await makeUser(db, { active: false });
    await expect(register({ ownerId: gone.id }, 'manager')).rejects.toMatchObject(
      invalid('ownerId'),
    );
    await expect(register({ ownerId: users.auditor.id }, 'manager')).rejects.toMatchObject(
      invalid('ownerId'),
    );
  });

  test('works in the territory of the manager', async () => {
    const south = await makeUser(db, { role: 'MANAGER', territory: 'SOUTH' });
    const agent = await makeUser(db, { territory: 'SOUTH' });
    const ctx = contextFor(db, south, clock.now());
    const input = { companyName: 'Hotel Adler', city: 'Ulm' };
    await expect(registerLead(ctx, { ...input, ownerId: users.rep.id })).rejects.toThrow(
      ValidationError,
    );
    const { leadId } = await registerLead(ctx, { ...input, ownerId: agent.id });
    expect((await readLead(leadId)).territory).toBe('SOUTH');
  });
});

describe('a company under protection', () => {
  const first = {
    companyName: 'Hotel Adler GmbH & Co. KG',
    city: 'München',
    postalCode: '80331',
    website: 'www.hotel-adler.example',
    contacts: [{ email: 'info@hotel-adler.example', phone: '089 1234567' }],
  } satisfies RegisterLeadInput;
  /** May be the same by its name and city; with a contact it is. */
  const like = { companyName: 'Gasthof Adler', city: 'München' };

  test.each([
    ['e-mail', { ...like, contacts: [{ email: 'INFO@hotel-adler.example' }] }],
    ['phone', { ...like, contacts: [{ phone: '+49 (0)89 123 45 67' }] }],
    ['website', { ...like, website: 'http://hotel-adler.example/jobs' }],
    ['name and city', { companyName: 'HOTEL ADLER', city: 'Muenchen' }],
    [
      'name, city and postal code',
      { companyName: 'Hotel Adler', city: 'Munich', postalCode: '80331' },
    ],
  ] satisfies [
    string,
    RegisterLeadInput,
  ][])('is not registered again, recognised by its %s', async (_by, input) => {
    await register(first);
    const again = register(input, 'otherRep');
    await expect(again).rejects.toThrow(ConflictError);
    await expect(again).rejects.toThrow('This company is under protection already.');
    expect(await db.prisma.lead.count()).toBe(1);
  });

  test('is not registered again by its owner, who is told that it is theirs', async () => {
    const { leadId } = await register(first);
    clock.advance({ minutes: 1 });
    await expect(register({ ...first, notes: 'Met at the fair' })).rejects.toMatchObject({
      reason: 'COMPANY_PROTECTED',
      message: `This company is under protection already. It is your own lead "${globalIdOf('Lead', leadId)}".`,
    });
    expect(await db.prisma.conflictCheck.count()).toBe(0);
    const other = register({ ...first, notes: 'Met at the fair' }, 'otherRep');
    await expect(other).rejects.toThrow(/^This company is under protection already\.$/);
    expect(await db.prisma.conflictCheck.count()).toBe(1);
  });

  test.each([
    ['another city', { companyName: 'Hotel Adler', city: 'Ulm' }],
    ['a longer name', { companyName: 'Hotel Adler am Markt', city: 'München' }],
  ] satisfies [string, RegisterLeadInput][])('is another one in %s', async (_what, input) => {
    await register(first);
    await register(input, 'otherRep');
    expect(await db.prisma.lead.count()).toBe(2);
  });

  test('is free again once it was given back', async () => {
    const { leadId } = await register(first);
    await releaseLead(as('rep'), { leadId });
    await register(first, 'otherRep');
    expect(await db.prisma.lead.count()).toBe(2);
  });

  test('goes to one of two who register it at the same moment', async () => {
    const other = { companyName: 'Gasthof Post', city: 'Ulm' };
    const results = await Promise.allSettled([
      register(first, 'rep'),
      register(other, 'rep'),
      register({ ...other, city: 'Bonn', website: 'hotel-adler.example' }, 'otherRep'),
      register(first, 'otherRep'),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await db.prisma.lead.count()).toBe(2);
  });
});

describe('an idempotency key', () => {
  test('answers the same request with the same lead', async () => {
    const first = await register({ idempotencyKey: 'k1' });
    expect(await register({ idempotencyKey: 'k1' })).toEqual({
      leadId: first.leadId,
      replayed: true,
    });
    expect(await db.prisma.lead.count()).toBe(1);
  });

  test('registers once when the request arrives twice at the same moment', async () => {
    const answers = await Promise.all([
      register({ idempotencyKey: 'k1' }),
      register({ idempotencyKey: 'k1' }),
    ]);
    expect(new Set(answers.map(({ leadId }) => leadId)).size).toBe(1);
    expect(answers.filter(({ replayed }) => replayed)).toHaveLength(1);
    expect(await db.prisma.lead.count()).toBe(1);
  });

  test('is refused with another input', async () => {
    await register({ idempotencyKey: 'k1' });
    await expect(register({ idempotencyKey: 'k1', city: 'Ulm' })).rejects.toThrow(ConflictError);
  });

  test('belongs to one actor', async () => {
    await register({ idempotencyKey: 'k1' });
    await register({ idempotencyKey: 'k1', city: 'Ulm' }, 'otherRep');
    expect(await db.prisma.lead.count()).toBe(2);
  });

  test('of a request that failed can be used again', async () => {
    await makeLead(as('otherRep'), { companyName: 'Hotel Adler', city: 'München' });
    await expect(register({ idempotencyKey: 'k1' })).rejects.toThrow(ConflictError);
    await register({ idempotencyKey: 'k1', city: 'Ulm' });
  });
});
