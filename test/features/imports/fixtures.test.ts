import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ImportRow, parseRow } from '../../../src/features/imports/parse-row.js';
import { readCsv } from '../../../src/features/imports/read-csv.js';

const NOW = new Date('2026-11-24T12:00:00Z');

/** The numbers below were counted by an independent program in another language. */
async function readExport(name: string) {
  const file = readCsv(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)));
  const rows = new Map<number, ImportRow>();
  const rejected: Record<string, number[]> = {};
  const warned: Record<string, number> = {};
  for await (const read of file.rows()) {
    const parsed = read.ok
      ? parseRow(read.record, { now: NOW, style: file.style, columnNames: file.columns.names })
      : read;
    if (!('row' in parsed)) {
      const problems = parsed.ok ? [] : parsed.problems;
      const kind = problems.map(({ code, column }) => `${code} ${column}`).join(', ');
      rejected[kind] = [...(rejected[kind] ?? []), read.line];
      continue;
    }
    rows.set(read.line, parsed.row);
    for (const { code } of parsed.warnings) warned[code] = (warned[code] ?? 0) + 1;
  }
  return { file, rows, rejected, warned };
}

describe('the German export', async () => {
  const { file, rows, rejected, warned } = await readExport('leads-export-de.csv');

  it('is recognised for what it is', () => {
    const { encoding, delimiter, style, warnings, columns } = file;
    expect({ encoding, delimiter, style, warnings }).toEqual({
      encoding: 'windows-1252',
      delimiter: ';',
      style: 'GERMAN',
      warnings: [],
    });
    expect(columns.fields).not.toContain(null);
  });

  it('has 608 valid rows of 630', async () => {
    expect(await file.countRows()).toBe(630);
    expect(rows.size).toBe(608);
  });

  it('has 22 rows that are rejected for one reason each', () => {
    expect(rejected).toEqual({
      'REQUIRED Firma': [52, 60, 368, 376, 737],
      'REQUIRED Ort': [4, 524, 606, 629, 641, 731, 740],
      'INVALID_EMAIL E-Mail': [130, 320, 448, 482, 667],
      'DATE_IN_FUTURE Registriert am': [32, 35, 88, 386, 646],
    });
  });

  it('has 126 names that lost letters, and nothing else to point out', () => {
    expect(warned).toEqual({ LETTERS_LOST: 126 });
  });

  it('is read cell by cell', () => {
    expect(rows.get(2)).toEqual({
      companyName: 'Kasino Linde GmbH',
      postalCode: '60311',
      city: 'Frankfurt am Main',
      country: 'DE',
      businessType: 'CANTEEN',
      contacts: [
        {
          name: "Änne D'Angelo",
          email: 'aenne.dangelo@kasino-linde-frankfurt.example',
          phone: '+49406235241',
          role: null,
        },
      ],
      website: 'kasino-linde-frankfurt.example',
      source: 'Messe Internorga',
      registeredAt: new Date('2026-11-05T23:00:00Z'),
      estimatedVolume: '1250000.00',
      currency: 'EUR',
      vatId: null,
      representative: null,
      tags: [],
      notes: 'Küchenchef interessiert an Frühstückssortiment',
      overrideReason: null,
    });
  });

  it('keeps umlauts, delimiters, quotes, line breaks and formulas', () => {
    const all = [...rows.values()];
    expect(new Set(all.map((row) => row.notes))).toEqual(
      new Set([
        null,
        'Rückruf nach Ostern; "dringend"',
        '2. Standort geplant\nAnsprechpartner wechselt',
        '=SUMME(A1:A9) steht so in der Altliste',
        'Küchenchef interessiert an Frühstückssortiment',
        'Preisfreigabe ausstehend',
      ]),
    );
    expect(new Set(all.map((row) => row.source))).toContain('Intergastra; Halle 7');
    expect(new Set(all.map((row) => row.estimatedVolume))).toEqual(
      new Set([null, '1250000.00', '12500.00', '48000.00', '3200.50', '950.50']),
    );
    expect(all.some((row) => row.city === 'Köln' && row.companyName.includes('Weißes Rössl'))).toBe(
      true,
    );
    expect(
      all.every((row) =>
        row.contacts.every(({ phone }) => phone === null || phone.startsWith('+49')),
      ),
    ).toBe(true);
    expect(all.filter((row) => row.contacts.every(({ phone }) => phone === null))).toHaveLength(4);
  });
});

describe('the English export', async () => {
  const { file, rows, rejected, warned } = await readExport('leads-export-en.csv');

  it('is recognised for what it is', () => {
    const { encoding, delimiter, style, warnings } = file;
    expect({ encoding, delimiter, style, warnings }).toEqual({
      encoding: 'utf-8',
      delimiter: ',',
      style: 'ENGLISH',
      warnings: [],
    });
  });

  it('has 120 valid rows of 126', async () => {
    expect(await file.countRows()).toBe(126);
    expect(rows.size).toBe(120);
    expect(warned).toEqual({});
  });

  it('has 6 rows that are rejected for one reason each', () => {
    expect(rejected).toEqual({
      'REQUIRED Company': [93],
      'REQUIRED City': [2, 22],
      'INVALID_EMAIL Email': [95],
      'DATE_IN_FUTURE Registered at': [23, 126],
    });
  });

  it('is read cell by cell', () => {
    expect(rows.get(3)).toMatchObject({
      companyName: 'Brauhaus Alte Mühle OHG',
      registeredAt: new Date('2026-04-26T22:00:00Z'),
      estimatedVolume: '1250000.00',
    });
    expect([...rows.values()].some((row) => row.contacts[0]?.name === 'Ayşe Krüger')).toBe(true);
  });
});
