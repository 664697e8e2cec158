import { beforeEach, describe, expect, test } from 'vitest';
import { ConflictError } from '../../../src/domain/errors.js';
import { retryEmail } from '../../../src/features/mail/retry-email.js';
import { pseudonymizeLeads } from '../../../src/features/privacy/pseudonymize-leads.js';
import { newId } from '../../../src/platform/db/ids.js';
import { parseKeyRing } from '../../../src/platform/keys/key-ring.js';
import { matchTombstones, tombstone } from '../../../src/platform/keys/tombstone.js';
import { asAdmin } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { leadWithEverything, makeOwner, NOW, system } from './lead-with-everything.js';

const db = await testDatabase();
beforeEach(() => db.reset());

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

  test('keep nothing of what the mail server answered, which repeats the address', async () => {
    const leadId = await leadWithEverything(db, await makeOwner(db), 'erika');
    const serverAnswer = '250 2.1.5 <erika@customer.example> recipient ok';
    await db.prisma.outboxEmail.updateMany({ data: { serverAnswer } });
    await pseudonymize([leadId]);
    expect((await dump()).filter((row) => row.includes('erika'))).toEqual([]);
  });

  test('that were given up cannot be sent again', async () => {
    const leadId = await leadWithEverything(db, await makeOwner(db), 'erika');
    const mail = await db.prisma.outboxEmail.findFirstOrThrow({ where: { leadId } });
    await db.prisma.outboxEmail.update({ where: { id: mail.id }, data: { status: 'DEAD' } });
    await pseudonymize([leadId]);
    const retried = retryEmail(await asAdmin(db), { emailId: mail.id });
    await expect(retried).rejects.toThrow(ConflictError);
  });

  test('to an agent who is a contact too stay, unless they are about the lead', async () => {
    const owner = await makeOwner(db);
    const leadId = await leadWithEverything(db, owner, 'erika');
    await db.prisma.contact.updateMany({
      where: { leadId },
      data: { email: owner.email.toUpperCase(), emailKey: owner.email },
    });
    const id = newId();
    const kept = { template: 'follow-up', locale: 'de', data: { note: 'another lead' } };
    await db.prisma.outboxEmail.create({
      data: { ...kept, id, dedupeKey: id, messageId: id, recipient: owner.email },
    });
    await pseudonymize([leadId]);
    expect(await db.prisma.outboxEmail.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: 'PENDING',
      recipient: owner.email,
      data: { note: 'another lead' },
    });
  });
});

test('leads under protection and customers are passed over', async () => {
  const owner = await makeOwner(db);
  const leadId = await leadWithEverything(db, owner, 'erika');
  for (const change of [
    { status: 'ACTIVE', endedAt: null, ownerId: owner.id, endReason: null },
    { status: 'CONVERTED', endedAt: NOW, ownerId: owner.id, endReason: 'CONVERTED' },
  ]) {
    await db.prisma.lead.update({ where: { id: leadId }, data: change });
    expect(await pseudonymize([leadId])).toEqual({ leadIds: [] });
  }
});

test('a second time leaves the tombstone of what was known before', async () => {
  const leadId = await leadWithEverything(db, await makeOwner(db), 'erika');
  await pseudonymize([leadId]);
  // Only a number became known since.
  await db.prisma.contact.updateMany({
    where: { leadId },
    data: { name: 'Erika', phone: '040 654321', phoneKey: '+4940654321' },
  });
  expect(await pseudonymize([leadId])).toEqual({ leadIds: [leadId] });
  expect(await db.prisma.contact.findFirstOrThrow({ where: { leadId } })).toMatchObject({
    name: null,
    emailTombstone: tombstone(keyRing.current, 'erika@customer.example'),
    phoneTombstone: tombstone(keyRing.current, '+4940654321'),
  });
});

test('forgets the requests that made what hangs on the lead, not only the lead', async () => {
  const owner = await makeOwner(db);
  const leadId = await leadWithEverything(db, owner, 'erika');
  const [contact, activity] = [
    await db.prisma.contact.findFirstOrThrow({ where: { leadId } }),
    await db.prisma.activity.findFirstOrThrow({ where: { leadId } }),
  ];
  for (const { id } of [contact, activity]) {
    const request = { actorId: owner.id, verb: 'addContact', key: id, requestHash: id };
    await db.prisma.idempotencyKey.create({ data: { ...request, resultId: id } });
  }
  await pseudonymize([leadId]);
  expect(await db.prisma.idempotencyKey.count()).toBe(0);
});

test('with another key of the same version stops before anything is lost', async () => {
  const owner = await makeOwner(db);
  await pseudonymize([await leadWithEverything(db, owner, 'erika')]);
  const leadId = await leadWithEverything(db, owner, 'bravo');
  const exchanged = parseKeyRing(`1:${Buffer.alloc(32, 9).toString('base64')}`);
  await expect(pseudonymize([leadId], exchanged)).rejects.toThrow(
    'The pseudonym key of version 1 is not the one that made the tombstones of that version',
  );
  expect((await db.prisma.contact.findFirstOrThrow({ where: { leadId } })).name).toBe('bravo');
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
