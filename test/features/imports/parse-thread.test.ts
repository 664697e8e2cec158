import pino from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { fileOptionsOf } from '../../../src/features/imports/file-options.js';
import { importLeads } from '../../../src/features/imports/import-leads.js';
import { createImportWorker } from '../../../src/features/imports/import-worker.js';
import { openParser } from '../../../src/features/imports/open-parser.js';
import { testClock } from '../../support/clock.js';
import { testDatabase } from '../../support/test-file.js';
import { asImporter, csv, keyRing, outcome } from './importing.js';

const db = await testDatabase();
beforeEach(() => db.reset());

const clock = testClock('2026-11-24T12:00:00Z');
const log = pino({ level: 'silent' });
const FILE = Buffer.from('Firma;Ort\nHotel Adler;Ulm\n');

describe('a file is read in a thread of its own', () => {
  test('which judges its rows, batch by batch', async () => {
    await using parser = openParser();
    expect(await parser.open(FILE, fileOptionsOf({ delimiter: null }))).toMatchObject({
      encoding: 'utf-8',
      totalRows: 1,
    });
    await parser.judge({
      options: {
        importId: 'i',
        now: clock.now(),
        timeZone: 'Europe/Berlin',
        owners: [{ id: 'o', name: 'Olga', email: 'olga@example.com' }],
        backdating: { allowed: false, reason: null },
      },
      afterLine: 0,
      batchSize: 100,
    });
    expect(await parser.next()).toMatchObject([{ line: 2, kind: 'ACCEPTED' }]);
    expect(await parser.next()).toBeNull();
  });

  test('whose refusal of the file arrives', async () => {
    await using parser = openParser();
    const file = Buffer.from('Wer;Wohnort\nA;B');
    await expect(parser.open(file, fileOptionsOf({ delimiter: null }))).rejects.toThrow(
      'There is no column for companyName',
    );
  });

  test('which is ended when it takes too long, and the import says so', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => `Hotel ${row};Köln`);
    await importLeads(await asImporter(db, clock.now(), 'MANAGER'), csv('Firma;Ort', ...rows));
    const options = { db, keyRing, clock: clock.now, log, parseDeadlineMs: 1 };
    await createImportWorker(options).kick();
    expect(await outcome(db)).toMatchObject({
      status: 'FAILED',
      error:
        'The file could not be read within 0.001 s. Is it a list as CSV or XLSX? If it is, split it.',
      rows: [],
    });
  });

  test('which is ended when the process stops, and the import waits for the next one', async () => {
    await importLeads(await asImporter(db, clock.now(), 'MANAGER'), csv('Firma;Ort', 'A;Köln'));
    const worker = createImportWorker({ db, keyRing, clock: clock.now, log });
    const working = worker.kick();
    await worker.stop();
    await working;
    expect((await outcome(db)).status).not.toBe('FAILED');
    await createImportWorker({ db, keyRing, clock: clock.now, log }).kick();
    expect((await outcome(db)).status).toBe('FINISHED');
  });
});

test('a header of many brackets costs what its length costs', async () => {
  const header = `Firma;Ort;${'('.repeat(125_000)}`;
  await importLeads(await asImporter(db, clock.now(), 'MANAGER'), csv(header, 'A;Köln;x'));
  await createImportWorker({ db, keyRing, clock: clock.now, log }).kick();
  expect(await outcome(db)).toMatchObject({ status: 'FINISHED', counts: { createdRows: 1 } });
});
