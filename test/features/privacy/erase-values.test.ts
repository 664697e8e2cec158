import { beforeEach, expect, test } from 'vitest';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { updateContact } from '../../../src/features/contacts/update-contact.js';
import { enqueueEmails } from '../../../src/features/outbox/enqueue-email.js';
import { eraseDataSubject } from '../../../src/features/privacy/erase-data-subject.js';
import { newId } from '../../../src/platform/db/ids.js';
import { parseKeyRing } from '../../../src/platform/keys/key-ring.js';
import { asAdmin, asRep, makeLead, type TestContext } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const keyRing = parseKeyRing(`1:${Buffer.alloc(32, 7).toString('base64')}`);
const ERIKA = { name: 'Erika Adler', email: 'erika@adler.example', role: 'Einkauf' };
/** Of the same family, by the same telephone. */
const KARL = {
  name: 'Karl Adler',
  email: 'karl@adler.example',
  phone: '0221 123456',
  role: 'Chef',
};
const BLANK = 'pseudonymized';

let rep: TestContext;
let leadId: string;

beforeEach(async () => {
  await db.reset();
  rep = await asRep(db);
  ({ id: leadId } = await makeLead(rep, {
    companyName: 'Hotel Adler',
    contacts: [{ ...ERIKA, phone: '0221 123456' }, KARL],
    notes: 'Küche offen',
    tags: ['Bio', 'über Erika', 'Fisch'],
  }));
});

const erase = async () =>
  eraseDataSubject(await asAdmin(db), { email: ERIKA.email, reason: 'Art. 17' }, keyRing);

const contentsOf = (action: string) =>
  db.prisma.auditEntry.findMany({
    where: { action },
    select: { before: true, after: true },
    orderBy: { seq: 'asc' },
  });

test('of a registration everything stays but the person: the lead, its notes, and a relative with the same telephone', async () => {
  const [was] = await contentsOf('registerLead');
  await erase();
  const [is] = await contentsOf('registerLead');
  const after = was?.after as object;
  expect(is).toEqual({
    before: null,
    after: {
      ...after,
      tags: ['Bio', BLANK, 'Fisch'],
      contacts: [
        { name: BLANK, email: BLANK, phone: BLANK, role: BLANK },
        // The number is hers too.
        { ...KARL, phone: BLANK },
      ],
    },
  });
});

test('of whom she was under an address that she no longer has everything goes by her name', async () => {
  const { id: contactId } = await db.prisma.contact.findFirstOrThrow({
    where: { leadId, emailKey: ERIKA.email },
  });
  await updateContact(rep, { contactId, email: 'neu@adler.example', role: 'Empfang' });
  await logActivity(rep, { leadId, kind: 'NOTE', note: 'Karl will Brot' });
  await logActivity(rep, { leadId, kind: 'NOTE', note: 'Erika will Lachs' });
  await eraseDataSubject(
    await asAdmin(db),
    { email: 'neu@adler.example', reason: 'Art. 17' },
    keyRing,
  );
  const entries = await db.query<{ said: string }>(
    `SELECT concat(before, after) AS said FROM audit_entry WHERE lead_id = '${leadId}'`,
  );
  const text = entries.map(({ said }) => said).join('\n');
  for (const gone of ['Erika', 'erika@', 'neu@adler', '123456', 'Empfang', 'Einkauf']) {
    expect(text).not.toContain(gone);
  }
  for (const kept of ['Hotel Adler', 'Karl Adler', 'karl@adler', 'Chef', 'Karl will Brot']) {
    expect(text).toContain(kept);
  }
});

test('of labels and of what an import found only those go that speak of the person', async () => {
  const [importId, lineOf] = [newId(), (line: number) => ({ id: newId(), importId, line })];
  await db.prisma.importJob.create({
    data: {
      id: importId,
      createdById: rep.actor.id ?? '',
      fileName: 'leads.csv',
      contentHash: 'hash',
      status: 'FINISHED',
      finishedAt: rep.now,
    },
  });
  const problem = (value: string) => ({
    code: 'INVALID_EMAIL',
    field: 'email',
    column: 'E-Mail',
    params: {},
    value,
    message: `${value} is none`,
  });
  const problems = [problem('karl@'), problem('erika@adler.example.')];
  await db.prisma.importRow.create({
    data: { ...lineOf(2), outcome: 'CREATED', leadId, problems },
  });
  await erase();
  expect(await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } })).toMatchObject({
    tags: ['Bio', 'Fisch'],
    notes: 'Küche offen',
  });
  expect((await db.prisma.importRow.findFirstOrThrow()).problems).toEqual([
    problem('karl@'),
    { ...problem(''), message: BLANK },
  ]);
});

test('a mail to an agent goes out without what it says of the person, one to the person is discarded', async () => {
  const mail = {
    template: 'follow-up' as const,
    locale: 'de' as const,
    reference: { reminderId: newId() },
    leadId,
  };
  const data = { companyName: 'Hotel Adler', city: 'Köln', dueAt: rep.now.toISOString() };
  await db.transaction((tx) =>
    enqueueEmails(tx, [
      {
        ...mail,
        recipient: rep.actor.email ?? '',
        dedupeKey: 'agent',
        data: { ...data, note: 'Erika anrufen' },
      },
      { ...mail, recipient: ERIKA.email, dedupeKey: 'person', data },
    ]),
  );
  expect(await erase()).toMatchObject({ mails: 2 });
  const mails = await db.prisma.outboxEmail.findMany({ orderBy: { dedupeKey: 'asc' } });
  expect(mails).toMatchObject([
    { status: 'PENDING', recipient: rep.actor.email, data: { ...data, note: BLANK } },
    { status: 'DISCARDED', recipient: BLANK, data: {} },
  ]);
  expect(await erase()).toMatchObject({ mails: 0, texts: 0, auditEntries: 0 });
});

test('of requests those are forgotten that brought in what speaks of the person', async () => {
  for (const note of ['Erika will Lachs', 'Karl will Brot']) {
    await logActivity(rep, { leadId, kind: 'NOTE', note, idempotencyKey: note });
  }
  await erase();
  const kept = await db.prisma.idempotencyKey.findMany({ where: { verb: 'logActivity' } });
  const notes = await db.prisma.activity.findMany({
    where: { id: { in: kept.map(({ resultId }) => resultId) } },
  });
  expect(notes.map(({ note }) => note)).toEqual(['Karl will Brot']);
});

test('where a lead comes from and its business type are emptied where they name the person, and nowhere else', async () => {
  const source = 'Messe, Visitenkarte von Erika Adler, erika@adler.example';
  await db.prisma.lead.update({ where: { id: leadId }, data: { source, businessType: 'HOTEL' } });
  const other = await makeLead(rep, { companyName: 'Café Sonne', source: 'Messe', contacts: [] });
  await erase();
  const leads = await db.prisma.lead.findMany({ orderBy: { registeredAt: 'asc' } });
  const kept = leads.map(({ id, source, businessType }) => ({ id, source, businessType }));
  expect(kept).toContainEqual({ id: leadId, source: null, businessType: 'HOTEL' });
  expect(kept).toContainEqual({ id: other.id, source: 'Messe', businessType: null });
});
