import { beforeEach, expect, test } from 'vitest';
import type { NewLead } from '../../../src/features/leads/new-lead.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import {
  type RegisteredLead,
  registerLeads,
} from '../../../src/features/registration/register-leads.js';
import { inTransaction } from '../../../src/platform/verbs/context.js';
import { testClock } from '../../support/clock.js';
import {
  contextFor,
  makeLead,
  newLead,
  seedUsers,
  type TestUser,
} from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T09:00:00Z');
let rep: TestUser;

const ctx = () => contextFor(db, rep, clock.now());
const register = (leads: readonly NewLead[]) =>
  inTransaction(ctx(), (tx) => registerLeads(tx, leads));
const leadOf = (answer: RegisteredLead | undefined) =>
  answer?.outcome === 'CREATED'
    ? answer.leadId
    : answer?.outcome === 'DUPLICATE'
      ? answer.of.id
      : '';

const row = (companyName: string, overrides: Partial<NewLead> = {}) =>
  newLead({ companyName, ownerId: rep.id, registeredAt: clock.now(), ...overrides });

beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  ({ rep } = await seedUsers(db));
});

test('a batch becomes leads with owners, contacts, dates, events and audit entries', async () => {
  const registeredAt = new Date('2026-01-01T09:00:00Z');
  const contact = { name: 'Jan', email: 'jan@eins.example', phone: null, role: null };
  const answers = await register([
    row('Eins', {
      contacts: [contact, { ...contact, email: 'x@eins.example' }],
      tags: ['bio', 'neu'],
    }),
    row('Zwei', { registeredAt, estimatedVolume: '950.50' }),
  ]);
  expect(answers.map(({ outcome }) => outcome)).toEqual(['CREATED', 'CREATED']);
  const leads = await db.prisma.lead.findMany({
    include: { ownerships: true, contacts: { orderBy: { id: 'asc' } } },
    orderBy: { companyName: 'asc' },
  });
  expect(leads).toMatchObject([
    {
      id: leadOf(answers[0]),
      companyName: 'Eins',
      stage: 'REGISTERED',
      tags: ['bio', 'neu'],
      importKey: 'DE|koeln|eins',
      contacts: [{ emailKey: 'jan@eins.example', primary: true }, { primary: false }],
      ownerships: [{ ownerId: rep.id, assignedAt: clock.now() }],
    },
    {
      id: leadOf(answers[1]),
      stage: 'QUALIFIED',
      registeredAt,
      progressAnchor: registeredAt,
      progressDeadline: new Date('2026-03-02T09:00:00Z'),
      ownerships: [{ assignedAt: registeredAt }],
    },
  ]);
  expect(await db.prisma.domainEvent.count({ where: { type: 'LEAD_REGISTERED' } })).toBe(2);
  expect(await db.prisma.auditEntry.count({ where: { action: 'importLeads' } })).toBe(2);
});

test('the number of statements does not grow with the batch', async () => {
  const countFor = async (rows: readonly NewLead[]) => {
    let count = 0;
    const stop = db.onQuery(() => count++);
    await register(rows);
    stop();
    return count;
  };
  const few = await countFor([row('A1'), row('A2')]);
  const many = await countFor(Array.from({ length: 100 }, (_, index) => row(`B ${index}`)));
  expect(many).toBe(few);
});

test('a row that repeats an earlier one of its batch is a duplicate of that lead', async () => {
  const contact = { name: null, email: 'info@eins.example', phone: null, role: null };
  const answers = await register([
    row('Eins', { contacts: [contact] }),
    row('Eins GmbH', { importKey: null }),
    row('Ganz anders', { contacts: [{ ...contact, email: 'INFO@eins.example' }] }),
    row('Eins'),
  ]);
  const ofLeadId = leadOf(answers[0]);
  const duplicate = { outcome: 'DUPLICATE', verdict: 'PROTECTED', of: { id: ofLeadId } };
  // An address under another name is a hint.
  const hint = { outcome: 'REFUSED', code: 'POSSIBLY_SAME', ofLeadId };
  expect(answers.slice(1)).toMatchObject([duplicate, hint, duplicate]);
  expect(await db.prisma.lead.count()).toBe(1);
});

test('a row imported before is free again once its lead is no longer protected', async () => {
  const [first] = await register([row('Eins')]);
  await releaseLead(ctx(), { leadId: leadOf(first) });
  expect(await register([row('Eins')])).toMatchObject([{ outcome: 'CREATED' }]);
  expect(await register([row('Eins')])).toMatchObject([{ outcome: 'DUPLICATE' }]);
  const leads = await db.prisma.lead.findMany({ orderBy: { id: 'asc' } });
  expect(leads).toMatchObject([
    { status: 'RELEASED', importKey: 'DE|koeln|eins' },
    { status: 'ACTIVE', importKey: null, formerLeadId: leadOf(first) },
  ]);
});

test('a row about a company under protection is a duplicate of it', async () => {
  const lead = await makeLead(ctx(), {
    companyName: 'Gasthof Post',
    city: 'Köln',
    website: 'post.example',
  });
  const answers = await register([
    row('Gasthof Post'),
    row('Hotel Post', { website: 'www.post.example' }),
    row('Gasthof Post', { city: 'Bonn', importKey: 'other' }),
  ]);
  expect(answers).toMatchObject([
    { outcome: 'DUPLICATE', of: { id: lead.id } },
    { outcome: 'DUPLICATE', of: { id: lead.id } },
    { outcome: 'CREATED' },
  ]);
});

test('two imports of the same rows at the same moment create each lead once', async () => {
  const rows = ['Eins', 'Zwei', 'Drei'].map((name) => row(name));
  const [one, two] = await Promise.all([register(rows), register([...rows].reverse())]);
  expect(await db.prisma.lead.count()).toBe(3);
  const created = [...one, ...two].filter(({ outcome }) => outcome === 'CREATED');
  expect(created).toHaveLength(3);
  expect(new Set([...one, ...two].map(leadOf)).size).toBe(3);
});
