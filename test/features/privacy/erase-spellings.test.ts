import { beforeEach, expect, test } from 'vitest';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { addContact } from '../../../src/features/contacts/add-contact.js';
import { updateContact } from '../../../src/features/contacts/update-contact.js';
import { enqueueEmails } from '../../../src/features/outbox/enqueue-email.js';
import { eraseDataSubject } from '../../../src/features/privacy/erase-data-subject.js';
import { updateLead } from '../../../src/features/registration/update-lead.js';
import { newId } from '../../../src/platform/db/ids.js';
import { openDatabase } from '../../../src/platform/db/open.js';
import { parseKeyRing } from '../../../src/platform/keys/key-ring.js';
import { checkText } from '../../../src/run/doctor/check-text.js';
import {
  createTestDatabase,
  dropTestDatabase,
  onServer,
  openTestDatabaseAt,
  TEST_DATABASE_URL,
  type TestDatabase,
} from '../../support/database.js';
import { asAdmin, asRep, makeLead } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();
beforeEach(() => db.reset());

const keyRing = parseKeyRing(`1:${Buffer.alloc(32, 7).toString('base64')}`);

const SPELLINGS: readonly [name: string, email: string, texts: readonly string[]][] = [
  ['Hans Abt', 'h@abt.example', ['Herr Abt kommt', 'wegen ABT']],
  ['Katja Müller', 'k@m.example', ['Frau Mueller', 'Frau Mu\u0308ller', 'MULLER']],
  ['Groß', 'g@g.example', ['AN GROSS', 'Gro\u00ADß']],
  ['İbrahim Özdemir', 'özdemir@o.example', ['Ibrahim', 'an ÖZDEMIR', 'ÖZDEMIR@O.EXAMPLE']],
];

/** Erases each, and gives back the notes that are left. */
async function notesAfter(db: TestDatabase): Promise<(string | null)[]> {
  const rep = await asRep(db);
  const admin = await asAdmin(db);
  for (const [name, email, texts] of SPELLINGS) {
    const { id: leadId } = await makeLead(rep, { companyName: email, contacts: [{ name, email }] });
    for (const note of texts) await logActivity(rep, { leadId, kind: 'NOTE', note });
    await logActivity(rep, { leadId, kind: 'NOTE', note: 'Abteilung Einkauf ruft an' });
  }
  for (const [, email] of SPELLINGS) {
    await eraseDataSubject(admin, { email, reason: 'Art. 17' }, keyRing);
  }
  const left = await db.prisma.activity.findMany({
    where: { note: { not: null } },
    select: { note: true },
  });
  return left.map(({ note }) => note);
}

const UNRELATED = Array(SPELLINGS.length).fill('Abteilung Einkauf ruft an');

test('what a person was called before is forgotten with them', async () => {
  const rep = await asRep(db);
  const { id: leadId } = await makeLead(rep);
  const email = 'maria@adler.example';
  const { contactId } = await addContact(rep, { leadId, name: 'Huber', email });
  await updateContact(rep, { contactId, name: 'Berger' });
  await updateContact(rep, { contactId, role: 'Pralinen' });
  await updateContact(rep, { contactId, role: 'Torten' });
  await eraseDataSubject(await asAdmin(db), { email, reason: 'Art. 17' }, keyRing);
  const trail = await db.prisma.auditEntry.findMany({ where: { leadId } });
  expect(trail.map(({ action }) => action)).toContain('updateContact');
  const told = trail.map(({ before, after }) => JSON.stringify([before, after])).join();
  expect(told).not.toMatch(/Huber|Berger|Pralinen|Torten/);
});

test('a person is forgotten however their name was typed', async () => {
  expect(await notesAfter(db)).toEqual(UNRELATED);
});

test.skipIf(!TEST_DATABASE_URL)(
  'also on a server that knows no umlauts (LC_CTYPE=C), of which doctor warns',
  async () => {
    const url = new URL(await createTestDatabase());
    const name = `${url.pathname.slice(1)}_c`;
    await dropTestDatabase(url.href);
    await onServer((client) =>
      client.query(
        `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`,
      ),
    );
    url.pathname = `/${name}`;
    try {
      const config = { kind: 'postgres', url: url.href } as const;
      await (await openDatabase(config)).stop();
      await using plain = await openTestDatabaseAt(config);
      expect(await checkText({ db: plain })).toMatchObject({
        state: 'WARNING',
        detail: expect.stringMatching(
          /^UTF8, collation C, character type C: lower\('ÖI'\) is "Öi"/,
        ),
      });
      expect(await notesAfter(plain)).toEqual(UNRELATED);
    } finally {
      await dropTestDatabase(url.href);
    }
  },
);

test('who is called like words of the program costs nothing but what speaks of them', async () => {
  const rep = await asRep(db);
  const admin = await asAdmin(db);
  const name = 'kind note notes owner status version Krone';
  const { id: leadId, version } = await makeLead(rep, {
    companyName: 'Gasthof Krone',
    contacts: [{ name, email: 'kind@krone.example' }],
  });
  await updateLead(rep, { leadId, expectedVersion: version, notes: 'Küche offen' });
  await logActivity(rep, { leadId, kind: 'NOTE', note: 'will Lachs' });
  await db.transaction((tx) =>
    enqueueEmails(tx, [
      {
        template: 'follow-up',
        locale: 'de',
        recipient: rep.actor.email ?? '',
        reference: { reminderId: newId() },
        data: { companyName: 'Gasthof Krone', city: 'Husum', dueAt: rep.now.toISOString() },
        dedupeKey: 'krone',
        leadId,
      },
    ]),
  );
  await eraseDataSubject(admin, { email: 'kind@krone.example', reason: 'Art. 17' }, keyRing);
  expect(
    await db.prisma.auditEntry.findMany({
      where: { leadId },
      select: { action: true, before: true, after: true },
      orderBy: { seq: 'asc' },
    }),
  ).toMatchObject([
    // Of the contact itself, who is in it, everything goes and nothing else.
    {
      action: 'registerLead',
      before: null,
      after: {
        companyName: 'Gasthof Krone',
        stage: 'REGISTERED',
        contacts: [{ name: 'pseudonymized', email: 'pseudonymized', phone: null, role: null }],
      },
    },
    { action: 'updateLead', before: { notes: null }, after: { notes: 'Küche offen' } },
    { action: 'logActivity', after: { kind: 'NOTE', note: 'will Lachs' } },
  ]);
  expect(await db.prisma.activity.findMany()).toMatchObject([{ note: 'will Lachs' }]);
  expect(await db.prisma.outboxEmail.findMany()).toMatchObject([
    { status: 'PENDING', data: { companyName: 'Gasthof Krone' } },
  ]);
});
