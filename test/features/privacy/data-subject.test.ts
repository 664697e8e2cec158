import pino from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { ConflictError, ForbiddenError, ValidationError } from '../../../src/domain/errors.js';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { recordChecks } from '../../../src/features/conflicts/record-checks.js';
import { addContact } from '../../../src/features/contacts/add-contact.js';
import { startHold } from '../../../src/features/holds/start-hold.js';
import { enqueueEmails } from '../../../src/features/outbox/enqueue-email.js';
import { eraseDataSubject } from '../../../src/features/privacy/erase-data-subject.js';
import { exportDataSubject } from '../../../src/features/privacy/export-data-subject.js';
import { createSealer } from '../../../src/platform/audit/sealer.js';
import { verifyChain } from '../../../src/platform/audit/verify-chain.js';
import { newId } from '../../../src/platform/db/ids.js';
import { parseKeyRing } from '../../../src/platform/keys/key-ring.js';
import { tombstone } from '../../../src/platform/keys/tombstone.js';
import { asAdmin, asManager, asRep, makeLead, type TestContext } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const keyRing = parseKeyRing(`1:${Buffer.alloc(32, 7).toString('base64')}`);
const ERIKA = {
  name: 'Erika Mustermann',
  email: 'Erika@Adler.example',
  phone: '0221 123456',
  role: 'Einkauf',
};
const KARL = { name: 'Karl Huber', email: 'karl@adler.example' };

const ASKED = {
  verdict: 'FREE' as const,
  keys: {
    emails: ['erika@adler.example', 'karl@adler.example'],
    phones: [{ number: '+49221123456', base: null }],
    domains: [],
    name: { company: 'DE|koeln|adler', key: 'adler', candidates: [], locks: [] },
  },
};

let rep: TestContext;
let admin: TestContext;
let leadId: string;
let otherId: string;

/** Every row of every table, as text. */
async function dump(): Promise<string[]> {
  const tables = await db.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await db.query<{ text: string }>(`SELECT t::text AS text FROM "${name}" t`);
    rows.push(...found.map(({ text }) => text));
  }
  return rows;
}

beforeAll(async () => {
  rep = await asRep(db);
  admin = await asAdmin(db);
  ({ id: leadId } = await makeLead(rep, {
    companyName: 'Hotel Adler',
    contacts: [KARL],
    notes: 'Küche offen bis 22 Uhr',
    tags: ['Bio'],
  }));
  await addContact(rep, { leadId, ...ERIKA, idempotencyKey: 'one' });
  await logActivity(rep, { leadId, kind: 'MEETING', note: 'Frau MUSTERMANN will Lachs' });
  await logActivity(rep, { leadId, kind: 'CALL_ATTEMPT', note: 'Durchwahl 0221/12 34 56' });
  await logActivity(rep, { leadId, kind: 'NOTE', note: 'Karl Huber will Brot' });
  await startHold(rep, { leadId, reason: 'OTHER', text: 'wartet auf Erika' });
  ({ id: otherId } = await makeLead(rep, { companyName: 'Gasthof Krone', contacts: [] }));
  await logActivity(rep, {
    leadId: otherId,
    kind: 'NOTE',
    note: 'empfohlen von erika@adler.example',
  });
  await logActivity(rep, {
    leadId: otherId,
    kind: 'NOTE',
    note: 'Frau Mustermann ist hier jemand anders',
  });
  // Somebody asked for her, and for Karl.
  await db.transaction((tx) => recordChecks({ ...rep, tx }, 'checkLeadConflict', [ASKED], keyRing));
  await db.transaction((tx) =>
    enqueueEmails(tx, [
      {
        template: 'feedback-request',
        locale: 'de',
        recipient: 'erika@adler.example',
        reference: { sampleId: newId(), contactId: newId() },
        data: { name: 'Erika Mustermann' },
        dedupeKey: 'feedback',
        leadId,
      },
    ]),
  );
});

describe('exporting', () => {
  test('gives everything that is stored about a person, and nothing about others', async () => {
    const exported = await exportDataSubject(admin, { email: ' ERIKA@adler.example ' }, keyRing);
    expect(exported).toMatchObject({
      email: 'erika@adler.example',
      phone: null,
      contacts: [{ ...ERIKA, leadId }],
      leads: [{ id: leadId, companyName: 'Hotel Adler', status: 'ACTIVE' }],
      formerLeads: [],
    });
    const texts = JSON.stringify(exported.texts);
    expect(exported.texts.map(({ table }) => table).sort()).toEqual([
      'activity',
      'activity',
      'activity',
      'audit_entry',
      'audit_entry',
      'audit_entry',
      'audit_entry',
      'audit_entry',
      'hold',
      'outbox_email',
    ]);
    for (const said of ['will Lachs', '12 34 56', 'wartet auf Erika', 'empfohlen von']) {
      expect(texts).toContain(said);
    }
    for (const other of ['Karl', 'jemand anders']) expect(texts).not.toContain(other);
  });

  test('is in the audit trail with ids and counts, without a value', async () => {
    const entry = await db.prisma.auditEntry.findFirstOrThrow({
      where: { action: 'exportDataSubject' },
    });
    const [contact] = await db.prisma.contact.findMany({ where: { name: ERIKA.name } });
    expect(entry).toMatchObject({
      actorId: admin.actor.id,
      requestId: 'test-request',
      leadId: null,
      after: { contactIds: [contact?.id], leadIds: [leadId], formerLeadIds: [], texts: 10 },
    });
  });
});

test.each([
  [{}, 'email: nothing given, allowed is an e-mail address, a phone number or both'],
  [{ email: 'erika' }, 'email: "erika" given, allowed is one address'],
  [{ phone: '12' }, 'phone: "12" given, allowed is a phone number of DE'],
])('%j is refused', async (input, message) => {
  const refused = exportDataSubject(admin, input, keyRing);
  await expect(refused).rejects.toThrow(ValidationError);
  await expect(refused).rejects.toThrow(message);
});

test('a reason that names the person is refused, because it stays', async () => {
  for (const reason of ['Frau Mustermann bat darum', 'an erika@adler.example']) {
    const refused = eraseDataSubject(admin, { email: ERIKA.email, reason }, keyRing);
    await expect(refused).rejects.toThrow('reason: names the person');
  }
});

test('both are for admins', async () => {
  const manager = await asManager(db);
  const input = { email: ERIKA.email, reason: 'Art. 17' };
  await expect(exportDataSubject(manager, input, keyRing)).rejects.toThrow(ForbiddenError);
  await expect(eraseDataSubject(manager, input, keyRing)).rejects.toThrow(ForbiddenError);
});

test('the address of an agent is not erased', async () => {
  const refused = eraseDataSubject(admin, { email: rep.actor.email, reason: 'Art. 17' }, keyRing);
  await expect(refused).rejects.toThrow(ConflictError);
});

test('a dry run says what would be erased, and erases nothing', async () => {
  const before = await dump();
  const input = { email: ERIKA.email, reason: 'Art. 17', dryRun: true };
  const { wouldTouch, ...counts } = await eraseDataSubject(admin, input, keyRing);
  expect(counts).toEqual({
    contacts: 1,
    leads: 1,
    mails: 1,
    texts: 4,
    auditEntries: 5,
    unfinishedImports: 0,
  });
  expect(wouldTouch?.filter(({ table }) => table === 'hold')).toEqual([
    {
      table: 'hold',
      id: expect.any(String),
      leadId,
      columns: ['text'],
      paths: [['text']],
      values: { text: 'wartet auf Erika' },
    },
  ]);
  expect(wouldTouch).toHaveLength(10);
  expect((await dump()).sort()).toEqual(before.sort());
});

describe('erasing', () => {
  beforeAll(async () => {
    await createSealer({ db, log: pino({ level: 'silent' }) }).catchUp();
    const { id: resultId } = await db.prisma.contact.findFirstOrThrow({
      where: { leadId, emailKey: ERIKA.email.toLowerCase() },
    });
    const request = { actorId: newId(), verb: 'addContact', key: 'key', requestHash: 'hash' };
    await db.prisma.idempotencyKey.create({ data: { ...request, resultId } });
    const erased = await eraseDataSubject(
      admin,
      { email: ERIKA.email, reason: 'Anfrage 4711 nach Art. 17' },
      keyRing,
    );
    expect(erased).toEqual({
      contacts: 1,
      leads: 1,
      mails: 1,
      texts: 4,
      auditEntries: 5,
      unfinishedImports: 0,
      wouldTouch: null,
    });
  });

  test('leaves nothing of the person in a full dump, although the lead is under protection', async () => {
    const words = /erika|mustermann|0221|123456|12 34 56/i;
    // By chance "0221" stands in one of ten thousand hashes and ids of a dump.
    const random = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|[\da-f]{32,}/g;
    const left = (await dump()).filter((row) => words.test(row.replaceAll(random, '')));
    // Of the other lead a name alone may mean anybody: the note, and its entry in the audit trail.
    expect(left.map((row) => /[^"]+jemand anders/.exec(row)?.[0])).toEqual(
      Array(2).fill('Frau Mustermann ist hier jemand anders'),
    );
  });

  test('leaves the lead, its other contacts and what was said about them', async () => {
    const lead = await db.prisma.lead.findUniqueOrThrow({
      where: { id: leadId },
      include: { contacts: { orderBy: { id: 'asc' } }, activities: { orderBy: { id: 'asc' } } },
    });
    expect(lead).toMatchObject({
      status: 'ACTIVE',
      pseudonymizedAt: null,
      notes: 'Küche offen bis 22 Uhr',
      tags: ['Bio'],
      contacts: [
        { name: 'Karl Huber', emailKey: 'karl@adler.example', emailTombstone: null },
        {
          name: null,
          email: null,
          phone: null,
          role: null,
          emailTombstone: tombstone(keyRing.current, 'erika@adler.example'),
          phoneTombstone: tombstone(keyRing.current, '+49221123456'),
        },
      ],
      activities: [
        { kind: 'MEETING', note: null },
        { kind: 'CALL_ATTEMPT', note: null },
        { kind: 'NOTE', note: 'Karl Huber will Brot' },
      ],
    });
  });

  test('leaves no hash by which one could try whether somebody asked for the person', async () => {
    const [check] = await db.prisma.conflictCheck.findMany();
    const hash = (text: string) => tombstone(keyRing.current, text);
    expect(check?.keys).toEqual([hash('email karl@adler.example'), hash('company DE|koeln|adler')]);
  });

  test('forgets the requests that brought the person in, whose hashes are made of the input', async () => {
    expect(await db.prisma.idempotencyKey.count({ where: { requestHash: 'hash' } })).toBe(0);
  });

  test('discards what was still to be sent', async () => {
    expect(await db.prisma.outboxEmail.findMany()).toMatchObject([
      { status: 'DISCARDED', recipient: 'pseudonymized', data: {} },
    ]);
  });

  test('is told in the audit trail and to subscribers without a value', async () => {
    const entry = await db.prisma.auditEntry.findFirstOrThrow({
      where: { action: 'eraseDataSubject' },
    });
    expect(entry.after).toMatchObject({
      contacts: 1,
      reason: 'Anfrage 4711 nach Art. 17',
      leadIds: [leadId],
    });
    const { blanked } = entry.after as { blanked: { id: string; paths: string[][] }[] };
    const names = new Map(
      (await db.prisma.auditEntry.findMany()).map(({ id, action }) => [id, action]),
    );
    expect(blanked.map(({ id, paths }) => [names.get(id), paths]).sort()).toEqual([
      ['addContact', ['name', 'role', 'email', 'phone'].map((key) => ['after', key])],
      ['logActivity', [['after', 'note']]],
      ['logActivity', [['after', 'note']]],
      ['logActivity', [['after', 'note']]],
      ['startHold', [['after', 'text']]],
    ]);
    const events = await db.prisma.domainEvent.findMany({
      where: { occurredAt: admin.now },
      orderBy: { seq: 'desc' },
      take: 2,
    });
    expect(events).toMatchObject([
      { type: 'DATA_SUBJECT_ERASED', leadId: null, payload: { leads: 1 } },
      { type: 'LEAD_UPDATED', leadId, payload: { fields: ['contacts'] } },
    ]);
  });

  test('leaves the chain of the audit trail whole', async () => {
    await createSealer({ db, log: pino({ level: 'silent' }) }).catchUp();
    expect(await verifyChain(db)).toMatchObject({ blanked: 5, broken: null });
  });

  test('leaves a tombstone by which an export still knows the lead', async () => {
    const exported = await exportDataSubject(admin, { phone: ERIKA.phone }, keyRing);
    expect(exported).toMatchObject({
      contacts: [],
      leads: [],
      formerLeads: [{ id: leadId }],
      texts: [],
    });
  });

  test('again finds nothing, and says so', async () => {
    const input = { email: ERIKA.email, reason: 'noch einmal' };
    expect(await eraseDataSubject(admin, input, keyRing)).toMatchObject({
      contacts: 0,
      leads: 0,
      mails: 0,
      texts: 0,
    });
  });
});
