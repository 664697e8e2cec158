import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../src/db/ids.js';
import { parseKeyRing } from '../../src/privacy/key-ring.js';
import { pseudonymizeLeads } from '../../src/privacy/pseudonymize-leads.js';
import { matchTombstones, tombstone } from '../../src/privacy/tombstone.js';
import { openTestDatabase } from '../support/database.js';
import { leadWithEverything, makeOwner, NOW, system } from './lead-with-everything.js';

const db = await openTestDatabase();
beforeEach(() => db.reset());
afterAll(() => db[Symbol.asyncDispose]());

const key = (version: number) => `${version}:${Buffer.alloc(32, version).toString('base64')}`;
const keyRing = parseKeyRing(key(1));

const pseudonymize = (leadIds: readonly string[], ring = keyRing) =>
  db.transaction((tx) => pseudonymizeLeads({ ...system(db), tx }, ring, leadIds));

async function dump(): Promise<string[]> {
  const tables = await db.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db.query<{ text: string }>(`SELECT '${name} ' || t::text AS text FROM "${name}" t`),
    ),
  );
  return rows.flat().map(({ text }) => text);
}

test('company, city, business type, source and owners stay; the person goes', async () => {
  const owner = await makeOwner(db);
  const leadId = await leadWithEverything(db, owner, 'erika');
  expect(await pseudonymize([leadId])).toEqual({ leadIds: [leadId] });
  expect(
    await db.prisma.lead.findUniqueOrThrow({
      where: { id: leadId },
      include: { contacts: true, ownerships: true, holds: { orderBy: { reason: 'asc' } } },
    }),
  ).toMatchObject({
    companyName: 'Hotel Adler',
    city: 'Husum',
    businessType: 'HOTEL',
    source: 'Messe',
    status: 'EXPIRED',
    notes: null,
    website: null,
    vatId: null,
    tags: [],
    pseudonymizedAt: NOW,
    version: 2,
    ownerships: [{ ownerId: owner.id, endReason: 'NO_PROGRESS', backdateReason: null }],
    holds: [
      { reason: 'OTHER', text: 'pseudonymized' },
      { reason: 'SUPPLY_ISSUE', text: null },
    ],
    contacts: [
      { name: null, email: null, phone: null, role: null, emailKey: null, phoneKey: null },
    ],
  });
  expect((await dump()).filter((row) => row.includes('erika'))).toEqual([]);
});

test("another lead's rows do not change", async () => {
  const owner = await makeOwner(db);
  const leadId = await leadWithEverything(db, owner, 'erika');
  await leadWithEverything(db, owner, 'bravo');
  const before = (await dump()).filter((row) => row.includes('bravo'));
  await pseudonymize([leadId]);
  const after = new Set(await dump());
  expect(before.length).toBeGreaterThan(15);
  expect(before.filter((row) => !after.has(row))).toEqual([]);
});

test('an address and a phone number are still recognised by whoever has the key', async () => {
  const leadId = await leadWithEverything(db, await makeOwner(db), 'erika');
  await pseudonymize([leadId]);
  const contact = await db.prisma.contact.findFirstOrThrow({ where: { leadId } });
  expect(contact).toMatchObject({
    emailTombstone: tombstone(keyRing.current, 'erika@customer.example'),
    phoneTombstone: tombstone(keyRing.current, '+4940123456'),
    keyVersion: 1,
  });
});

test('a contact is recognised after the keys were rotated', async () => {
  const owner = await makeOwner(db);
  await pseudonymize([await leadWithEverything(db, owner, 'old')]);
  const rotated = parseKeyRing(`${key(2)},${key(1)}`);
  await pseudonymize([await leadWithEverything(db, owner, 'new')], rotated);
  const versions = async (email: string) => {
    const found = await db.prisma.contact.findMany({
      where: { emailTombstone: { in: matchTombstones(rotated, email) } },
    });
    return found.map(({ keyVersion }) => keyVersion);
  };
  expect(await versions('old@customer.example')).toEqual([1]);
  expect(await versions('new@customer.example')).toEqual([2]);
  expect(await versions('other@customer.example')).toEqual([]);
});

test('a contact without a normalised key leaves a tombstone of the normalised address', async () => {
  const leadId = await leadWithEverything(db, await makeOwner(db), 'erika');
  await db.prisma.contact.updateMany({
    data: { email: ' Erika@Customer.Example', emailKey: null },
  });
  await pseudonymize([leadId]);
  const contact = await db.prisma.contact.findFirstOrThrow({ where: { leadId } });
  expect(contact.emailTombstone).toBe(tombstone(keyRing.current, 'erika@customer.example'));
});

describe('mails', () => {
  test('lose their bodies, and those to a contact their recipient; an agent keeps theirs', async () => {
    const owner = await makeOwner(db);
    await pseudonymize([await leadWithEverything(db, owner, 'erika')]);
    const mails = await db.prisma.outboxEmail.findMany({ orderBy: { id: 'asc' } });
    expect(mails).toMatchObject([
      { recipient: owner.email, data: {}, subject: null, textBody: null, htmlBody: null },
      { recipient: 'pseudonymized', data: {}, lastError: null },
      { recipient: 'pseudonymized', data: {}, subject: null },
    ]);
  });

  test('that were sent stay SENT, and those that were not are not sent any more', async () => {
    const leadId = await leadWithEverything(db, await makeOwner(db), 'erika');
    const [first] = await db.prisma.outboxEmail.findMany({ orderBy: { id: 'asc' } });
    await db.prisma.outboxEmail.update({
      where: { id: first?.id ?? '' },
      data: { status: 'SENT', sentAt: NOW },
    });
    await pseudonymize([leadId]);
    const mails = await db.prisma.outboxEmail.findMany({ orderBy: { id: 'asc' } });
    expect(mails.map(({ status }) => status)).toEqual(['SENT', 'DISCARDED', 'DISCARDED']);
  });
});

test('one audit entry tells the counts and the ids, and one event the count', async () => {
  const owner = await makeOwner(db);
  const leadIds = [
    await leadWithEverything(db, owner, 'erika'),
    await leadWithEverything(db, owner, 'bravo'),
  ];
  await pseudonymize(leadIds);
  const entries = await db.prisma.auditEntry.findMany({ where: { action: 'pseudonymizeLeads' } });
  expect(entries).toMatchObject([
    {
      leadId: null,
      before: null,
      after: {
        leads: 2,
        contacts: 2,
        mails: 6,
        activities: 2,
        holds: 4,
        reminders: 2,
        samples: 2,
        extensionRequests: 2,
        auditEntries: 2,
        leadIds: [...leadIds].sort(),
      },
    },
  ]);
  const events = await db.prisma.domainEvent.findMany({ where: { type: 'LEADS_PSEUDONYMIZED' } });
  expect(events).toMatchObject([{ leadId: null, payload: { count: 2 } }]);
});

test('leads that were pseudonymised before, or do not exist, are passed over', async () => {
  const leadId = await leadWithEverything(db, await makeOwner(db), 'erika');
  await pseudonymize([leadId]);
  const before = await dump();
  expect(await pseudonymize([leadId, newId()])).toEqual({ leadIds: [] });
  expect(await pseudonymize([])).toEqual({ leadIds: [] });
  expect(await dump()).toEqual(before);
});

test('what the audit trail says of who and when stays', async () => {
  const leadId = await leadWithEverything(db, await makeOwner(db), 'erika');
  await pseudonymize([leadId]);
  expect(await db.prisma.auditEntry.findMany({ where: { leadId } })).toMatchObject([
    { action: 'registerLead', entityId: leadId, before: null, after: null },
  ]);
});

test('all or nothing: an error later in the transaction undoes it', async () => {
  const leadId = await leadWithEverything(db, await makeOwner(db), 'erika');
  const before = await dump();
  await expect(
    db.transaction(async (tx) => {
      await pseudonymizeLeads({ ...system(db), tx }, keyRing, [leadId]);
      throw new Error('stopped');
    }),
  ).rejects.toThrow('stopped');
  expect((await dump()).sort()).toEqual(before.sort());
});
