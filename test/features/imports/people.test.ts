import { beforeEach, expect, test } from 'vitest';
import { importLeads } from '../../../src/features/imports/import-leads.js';
import { testClock } from '../../support/clock.js';
import { testDatabase } from '../../support/test-file.js';
import { asImporter, csv, outcome, worker } from './importing.js';

const db = await testDatabase();
const clock = testClock('2026-11-24T12:00:00Z');
beforeEach(() => db.reset());

const HEADER = 'Firma;PLZ;Ort;Ansprechpartner;E-Mail;Telefon';

async function imported(...rows: string[]) {
  await importLeads(await asImporter(db, clock.now(), 'MANAGER'), csv(HEADER, ...rows));
  await worker(db, clock).kick();
  return (await outcome(db)).rows;
}
const people = async () => {
  const contacts = await db.prisma.contact.findMany({
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return contacts.map(({ name, email, phone, primary }) => [name, email, phone, primary]);
};

test('the second person of a company becomes a contact of its lead', async () => {
  const rows = await imported(
    'Hotel Alpenblick GmbH;87561;Oberstdorf;Anna Berg;anna@alpenblick.example;',
    'Hotel Alpenblick;87561;Oberstdorf;Karl Tal;karl@alpenblick.example;',
    'Alpenblick Hotel GmbH;;Oberstdorf;Frau See;;',
  );
  expect(rows).toMatchObject([
    { line: 2, outcome: 'CREATED' },
    { line: 3, outcome: 'DUPLICATE', duplicateOfLine: 2, problems: [{ code: 'CONTACT_ADDED' }] },
    { line: 4, outcome: 'DUPLICATE', duplicateOfLine: 2, problems: [{ code: 'CONTACT_ADDED' }] },
  ]);
  expect(await people()).toEqual([
    ['Anna Berg', 'anna@alpenblick.example', null, true],
    ['Karl Tal', 'karl@alpenblick.example', null, false],
    ['Frau See', null, null, false],
  ]);
  const told = await db.prisma.domainEvent.findMany({ where: { type: 'LEAD_UPDATED' } });
  expect(told).toHaveLength(2);
});

test('a row that names nobody new adds nobody', async () => {
  const rows = await imported(
    'Hotel Alpenblick;87561;Oberstdorf;Anna Berg;anna@alpenblick.example;',
    'HOTEL ALPENBLICK;87561;Oberstdorf;anna  BERG;Anna@Alpenblick.example;',
    'Hotel Alpenblick;87561;Oberstdorf;;;',
  );
  expect(rows.slice(1)).toMatchObject([
    { outcome: 'DUPLICATE', problems: [] },
    { outcome: 'DUPLICATE', problems: [] },
  ]);
  expect(await people()).toHaveLength(1);
});

test('a company that had nobody is registered with the person whom a later line names', async () => {
  await imported('Café Krone;;Ulm;;;', 'Cafe Krone;;Ulm;Karl Tal;karl@krone.example;');
  expect(await db.prisma.lead.findMany()).toMatchObject([{ stage: 'REGISTERED' }]);
  expect(await people()).toEqual([['Karl Tal', 'karl@krone.example', null, true]]);
});

test('a company of which more is known than its people stays what it is, and gets the person', async () => {
  const rows = ['Café Krone;Ulm;Anna Berg;DE136695976', 'Cafe Krone;Ulm;Karl Tal;'];
  const file = csv('Firma;Ort;Ansprechpartner;USt-IdNr.', ...rows);
  await importLeads(await asImporter(db, clock.now(), 'MANAGER'), file);
  await worker(db, clock).kick();
  expect(await db.prisma.lead.findMany()).toMatchObject([{ stage: 'QUALIFIED' }]);
  expect((await people()).map(([name]) => name)).toEqual(['Anna Berg', 'Karl Tal']);
});

test('somebody of a company that an earlier import brought is not added behind its agent’s back', async () => {
  await imported('Hotel Alpenblick;87561;Oberstdorf;Anna Berg;anna@alpenblick.example;');
  const rows = await imported(
    'Hotel Alpenblick;87561;Oberstdorf;Karl Tal;karl@alpenblick.example;',
  );
  expect(rows).toMatchObject([{ outcome: 'DUPLICATE', problems: [{ code: 'PROTECTED' }] }]);
  expect(await people()).toHaveLength(1);
});

test('whose address another company has is not added, and the report says why', async () => {
  const rows = await imported(
    'Hotel Alpenblick;87561;Oberstdorf;Anna Berg;anna@alpenblick.example;',
    'Bistro Seerose;88131;Lindau;Karl Tal;karl@seerose.example;',
    'Hotel Alpenblick;87561;Oberstdorf;Karl Tal;karl@seerose.example;',
  );
  expect(rows[2]).toMatchObject({
    outcome: 'DUPLICATE',
    duplicateOfLine: 2,
    problems: [{ code: 'CONTACT_NOT_ADDED' }],
  });
  expect(await people()).toHaveLength(2);
});

test('of two that may be one the second names the line of the first', async () => {
  const rows = await imported(
    'Gasthof Goldener Anker;50667;Köln;Anna Berg;anna@anker.example;',
    'Gasthof Goldener Anker;50668;Köln;Karl Tal;karl@anderer-anker.example;',
  );
  expect(rows[1]).toMatchObject({
    outcome: 'REJECTED',
    duplicateOfLine: 2,
    problems: [{ code: 'POSSIBLY_SAME' }],
  });
});
