import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormula } from '../../../src/domain/csv-formulas.js';
import { FIELD_LIMITS } from '../../../src/features/imports/field-limits.js';
import type { FileRecord, FileStyle } from '../../../src/features/imports/import-file.js';
import { parseAmount } from '../../../src/features/imports/parse-amount.js';
import { parsePastDate } from '../../../src/features/imports/parse-date.js';
import {
  type ImportRow,
  parseRow,
  type RowOptions,
} from '../../../src/features/imports/parse-row.js';
import { readCsv } from '../../../src/features/imports/read-csv.js';
import { registerLeadInput } from '../../../src/features/registration/register-lead.js';

const NOW = new Date('2026-11-24T12:00:00Z');

function parse(record: FileRecord, options: Partial<RowOptions> = {}) {
  return parseRow(
    { companyName: 'Hotel Linde', city: 'Köln', ...record },
    { now: NOW, style: 'GERMAN', ...options },
  );
}

/** The value a cell is read as, or the code of what is wrong with it. */
function cellValue(field: keyof FileRecord, text: string, options?: Partial<RowOptions>): unknown {
  const parsed = parse({ [field]: text }, options);
  if (!parsed.ok) return parsed.problems[0]?.code;
  const [contact] = parsed.row.contacts;
  return { ...parsed.row, ...contact }[field as keyof ImportRow];
}

describe('a row', () => {
  it('needs a company and a city only', () => {
    expect(parse({})).toEqual({
      ok: true,
      warnings: [],
      row: {
        companyName: 'Hotel Linde',
        postalCode: null,
        city: 'Köln',
        country: 'DE',
        businessType: null,
        contacts: [],
        website: null,
        source: null,
        registeredAt: null,
        estimatedVolume: null,
        currency: 'EUR',
        vatId: null,
        representative: null,
        tags: [],
        notes: null,
        overrideReason: null,
      },
    });
  });

  it('is rejected with everything that is wrong with it, under the headers of the file', () => {
    const parsed = parse(
      { companyName: '  ', email: 'keine-email', registeredAt: '31.02.2026' },
      { columnNames: { companyName: 'Firma', email: 'E-Mail' } },
    );
    expect(parsed).toEqual({
      ok: false,
      problems: [
        {
          code: 'REQUIRED',
          field: 'companyName',
          column: 'Firma',
          value: '',
          message: 'Firma is empty; every lead needs one',
          params: {},
        },
        {
          code: 'INVALID_EMAIL',
          field: 'email',
          column: 'E-Mail',
          value: 'keine-email',
          message: '“keine-email” is no e-mail address; write one like name@example.com',
          params: {},
        },
        {
          code: 'INVALID_DATE',
          field: 'registeredAt',
          column: 'registeredAt',
          value: '31.02.2026',
          message:
            '“31.02.2026” is in no calendar; write it like 06.11.2026 or 2026-11-06, with a time as 2026-11-06T14:30',
          params: {},
        },
      ],
    });
  });

  it('whose company or city is only punctuation is rejected', () => {
    expect(cellValue('companyName', '---')).toBe('NO_LETTERS');
    expect(cellValue('city', '?')).toBe('NO_LETTERS');
    expect(cellValue('companyName', '株式会社')).toBe('株式会社');
  });

  it('that looks like a formula is kept as it is', () => {
    expect(cellValue('notes', '=SUMME(A1:A9)')).toBe('=SUMME(A1:A9)');
    expect(cellValue('companyName', '@Linde+Co-1')).toBe('@Linde+Co-1');
  });

  it('that lost letters in an export is accepted with a warning', () => {
    expect(parse({ contactName: 'Ay?e Krüger', companyName: '?ukasz Bar' })).toMatchObject({
      ok: true,
      warnings: [
        { code: 'LETTERS_LOST', field: 'companyName', value: '?ukasz Bar' },
        { code: 'LETTERS_LOST', field: 'contactName', value: 'Ay?e Krüger' },
      ],
    });
    expect(parse({ companyName: 'Was nun?' })).toMatchObject({ warnings: [] });
  });
});

describe('text', () => {
  it('loses control characters, invisible ones and surplus space', () => {
    expect(
      cellValue('companyName', '\ufeff \tHotel\u00a0\r\n \u0000Lin\u00adde\u200b\u202e  '),
    ).toBe('Hotel Linde');
  });

  it('loses control characters as a text of the API does, and the report says so where they stood amid it', () => {
    const companyName = 'M\u0081ller\u0007 Gastro';
    expect(parse({ companyName, city: '\u0000Ulm\u0000' })).toMatchObject({
      row: { companyName: registerLeadInput.shape.companyName.parse(companyName), city: 'Ulm' },
      warnings: [
        {
          code: 'CONTROL_CHARACTERS',
          field: 'companyName',
          message:
            '“Mller Gastro” is what is left without the control characters U+0081, U+0007; is a letter missing?',
        },
      ],
    });
    expect(parse({ notes: 'eins\r\nzwei\u0085drei\tvier' })).toMatchObject({ warnings: [] });
  });

  it('is composed, so that equal names are equal', () => {
    expect(cellValue('city', 'Ko\u0308ln')).toBe('Köln');
  });

  it('of notes keeps its line breaks', () => {
    expect(cellValue('notes', ' eins \r\n\r\n\r\n\r\nzwei\t drei\rvier\n')).toBe(
      'eins\n\nzwei drei\nvier',
    );
  });

  it('has a limit that the error names', () => {
    const max = FIELD_LIMITS.companyName;
    expect(cellValue('companyName', '😀a'.repeat(max / 2))).toHaveLength(max * 1.5);
    expect(parse({ companyName: 'x'.repeat(max + 1) })).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'TOO_LONG',
          value: `${'x'.repeat(79)}…`,
          message: `“${'x'.repeat(79)}…” has 201 characters; at most 200 are allowed`,
          params: { length: 201, max: 200 },
        },
      ],
    });
    for (const field of Object.keys(FIELD_LIMITS) as (keyof FileRecord)[]) {
      expect(cellValue(field, 'a'.repeat(FIELD_LIMITS[field] + 1))).toBe('TOO_LONG');
    }
  });
});

it.each([
  ['DE', 'DE'],
  ['de', 'DE'],
  ['D', 'DE'],
  ['Deutschland', 'DE'],
  ['Germany', 'DE'],
  ['ÖSTERREICH', 'AT'],
  ['Oesterreich', 'AT'],
  ['Austria', 'AT'],
  ['Schweiz', 'CH'],
  ['France', 'FR'],
  ['Niederlande', 'NL'],
  ['UK', 'GB'],
  ['', 'DE'],
  ['Bayern', 'DE'],
  ['Absurdistan', 'UNKNOWN_COUNTRY'],
  ['XX', 'UNKNOWN_COUNTRY'],
])('the country %j is %s', (text, expected) => expect(cellValue('country', text)).toBe(expected));

it('the country of a row that names none can be set', () => {
  expect(cellValue('country', '', { defaultCountry: 'AT' })).toBe('AT');
  expect(cellValue('phone', '01 5880', { defaultCountry: 'AT' })).toBe('+4315880');
});

describe('a postal code', () => {
  it.each([
    ['60311', 'DE', '60311'],
    ['D-60311', 'DE', '60311'],
    ['1067', 'DE', '01067'],
    ['123', 'DE', 'INVALID_POSTAL_CODE'],
    ['6031A', 'DE', 'INVALID_POSTAL_CODE'],
    ['603111', 'DE', 'INVALID_POSTAL_CODE'],
    ['A-1010', 'AT', '1010'],
    ['01010', 'AT', 'INVALID_POSTAL_CODE'],
    ['1012 ab', 'NL', '1012 AB'],
    ['SW1A 1AA', 'GB', 'SW1A 1AA'],
    ['<x>', 'GB', 'INVALID_POSTAL_CODE'],
  ])('%s in %s is %s', (text, country, expected) => {
    const parsed = parse({ postalCode: text, country });
    expect(parsed.ok ? parsed.row.postalCode : parsed.problems[0]?.code).toBe(expected);
  });

  it('that got its leading zero back is pointed out', () => {
    expect(parse({ postalCode: '1067' })).toMatchObject({
      warnings: [{ code: 'LEADING_ZERO_RESTORED', message: '“1067” was read as 01067' }],
    });
    expect(parse({ postalCode: 'D-01067' })).toMatchObject({ warnings: [] });
  });
});

it.each([
  ['HOTEL', 'HOTEL'],
  ['Hotellerie', 'HOTEL'],
  ['canteen', 'CANTEEN'],
  ['Betriebskantine', 'CANTEEN'],
  ['Gaststätte', 'RESTAURANT'],
  ['Einzelhandel', 'RETAIL'],
  ['Krankenhaus', 'HEALTHCARE'],
  ['Partyservice', 'CATERING'],
  ['Sonstige', 'OTHER'],
  ['', null],
  ['Gesundheitswesen', 'HEALTHCARE'],
  ['Handel', 'RETAIL'],
  ['Raumfahrt', 'Raumfahrt'],
  ['constructor', 'constructor'],
])('the business type %j is %s', (text, expected) => {
  expect(cellValue('businessType', text)).toBe(expected);
});

it('keeps an unusual business type as it is written, and says so', () => {
  expect(parse({ businessType: 'Raumfahrt' })).toMatchObject({
    ok: true,
    warnings: [{ code: 'UNKNOWN_BUSINESS_TYPE', field: 'businessType', value: 'Raumfahrt' }],
  });
});

it.each([
  ['€', 'EUR'],
  ['chf', 'CHF'],
  ['Taler', 'UNKNOWN_CURRENCY'],
])('the currency %j is %s', (text, expected) => {
  expect(cellValue('currency', text)).toBe(expected);
});

it.each([
  ['bio, Messe; VIP|bio', ['bio', 'Messe', 'VIP']],
  ['"Süd, West", "sagt ""ja"""', ['Süd, West', 'sagt "ja"']],
  [' ,; ', []],
  ['x'.repeat(51), 'TOO_LONG'],
])('the tags %j are %j', (text, expected) => {
  expect(cellValue('tags', text)).toEqual(expected);
});

it.each([
  ['email', 'Anna@Linde.DE', 'anna@linde.de'],
  ['email', 'keine-email', 'INVALID_EMAIL'],
  ['phone', '(069) 7147636', '+49697147636'],
  ['phone', 'auf Anfrage', 'INVALID_PHONE'],
  ['website', 'https://www.linde.de/start', 'linde.de'],
  ['website', 'im Aufbau', 'INVALID_WEBSITE'],
  ['website', 'keine', null],
] as const)('the %s %s is read as %s', (field, text, expected) => {
  expect(cellValue(field, text)).toBe(expected);
});

describe('a date of registration', () => {
  const options = { now: NOW, timeZone: 'Europe/Berlin', dayFirst: undefined };
  const read = (text: string, more: { dayFirst?: boolean; timeZone?: string } = {}) => {
    const parsed = parsePastDate(text, { ...options, ...more });
    return parsed.ok ? parsed.value.toISOString() : parsed.code;
  };

  it.each([
    ['06.11.2026', '2026-11-05T23:00:00.000Z'],
    ['6.7.2026', '2026-07-05T22:00:00.000Z'],
    ['06.11.26', '2026-11-05T23:00:00.000Z'],
    ['06.11.2026 14:30', '2026-11-06T13:30:00.000Z'],
    ['06.11.2026, 14:30:15 Uhr', '2026-11-06T13:30:15.000Z'],
    ['2026-11-08', '2026-11-07T23:00:00.000Z'],
    ['2026-11-08 09:05', '2026-11-08T08:05:00.000Z'],
    ['2026-11-08T09:05:06.789', '2026-11-08T08:05:06.789Z'],
    ['2026-11-08T09:05:06Z', '2026-11-08T09:05:06.000Z'],
    ['2026-11-08T09:05:06-05:30', '2026-11-08T14:35:06.000Z'],
    ['29.02.2024', '2024-02-28T23:00:00.000Z'],
    ['29.03.2026 02:30', '2026-03-29T01:30:00.000Z'],
    ['25.10.2026 02:30', '2026-10-25T00:30:00.000Z'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    '31.02.2026',
    '29.02.2026',
    '31.04.2026',
    '00.01.2026',
    '2026-13-01',
    '2026-02-30',
    '06.11.2026 24:00',
    '06.11.2026 12:60',
    '2026-11-08T09:05:06+15:00',
    '06.11.',
    'gestern',
    '46332',
    '2026/11/06',
    '2026-11-08x',
    '0',
  ])('%s is none', (text) => expect(read(text)).toBe('INVALID_DATE'));

  it('may not be in the future, but for a minute between two clocks', () => {
    expect(read('24.11.2026 13:01')).toBe('2026-11-24T12:01:00.000Z');
    expect(read('24.11.2026 13:01:01')).toBe('DATE_IN_FUTURE');
    expect(read('24.11.2026')).toBe('2026-11-23T23:00:00.000Z');
    expect(read('25.11.2026')).toBe('DATE_IN_FUTURE');
  });

  it('begins at midnight of the zone that is asked for', () => {
    expect(read('06.11.2026', { timeZone: 'America/New_York' })).toBe('2026-11-06T05:00:00.000Z');
  });

  it('is not taken for a spreadsheet’s zero', () =>
    expect(read('30.12.1899')).toBe('DATE_TOO_OLD'));

  it('with slashes is read only where it can mean one day', () => {
    expect(read('06/11/2026')).toBe('AMBIGUOUS_DATE');
    expect(read('06/11/2026', { dayFirst: true })).toBe('2026-11-05T23:00:00.000Z');
    expect(read('06/11/2026', { dayFirst: false })).toBe('2026-06-10T22:00:00.000Z');
    expect(read('25/06/2026')).toBe('2026-06-24T22:00:00.000Z');
    expect(read('06/25/2026')).toBe('2026-06-24T22:00:00.000Z');
    expect(read('06/06/2026')).toBe('2026-06-05T22:00:00.000Z');
    expect(cellValue('registeredAt', '06/11/2026')).toEqual(new Date('2026-11-05T23:00:00.000Z'));
    expect(cellValue('registeredAt', '06/11/2026', { style: 'ENGLISH' })).toBe('AMBIGUOUS_DATE');
  });
});

describe('an amount', () => {
  const read = (text: string, style: FileStyle) => {
    const parsed = parseAmount(text, style);
    return parsed.ok ? parsed.value : parsed.code;
  };

  it.each([
    ['1.250.000,00', '1250000.00'],
    ['12.500,00', '12500.00'],
    ['950,5', '950.50'],
    ['48000', '48000.00'],
    ['3.200,50', '3200.50'],
    ['1,250,000.00', '1250000.00'],
    ['3200.50', '3200.50'],
    ['1.250.000', '1250000.00'],
    ['1,250,000', '1250000.00'],
    ['12 500,00', '12500.00'],
    ['1\u202f250\u202f000', '1250000.00'],
    ['12’500.00', '12500.00'],
    ['0', '0.00'],
    ['007', '7.00'],
    ['0,5', '0.50'],
    [',5', '0.50'],
    ['0.500', '0.50'],
    ['1234.500', '1234.50'],
    ['950,- €', '950.00'],
    ['EUR 1.250', '1250.00', '1.25'],
    ['€ 950', '950.00'],
    ['999999999999,99', '999999999999.99'],
    // What the style decides.
    ['12.500', '12500.00', '12.50'],
    ['12,500', '12.50', '12500.00'],
    ['12,505', 'AMOUNT_TOO_PRECISE', '12505.00'],
    ['1234.567', 'AMOUNT_TOO_PRECISE'],
    ['950,123', 'AMOUNT_TOO_PRECISE', '950123.00'],
    ['-950,50', 'NEGATIVE_AMOUNT'],
    ['− 5', 'NEGATIVE_AMOUNT'],
    ['950-', 'NEGATIVE_AMOUNT'],
    ['1000000000000', 'AMOUNT_TOO_LARGE'],
    ['viel', 'INVALID_AMOUNT'],
    ['1e6', 'INVALID_AMOUNT'],
    ['12.50.00', 'INVALID_AMOUNT'],
    ['1.25.000,00', 'INVALID_AMOUNT'],
    ['1,250.000,00', 'INVALID_AMOUNT'],
    ['1..5', 'INVALID_AMOUNT'],
    ['5,', 'INVALID_AMOUNT'],
    ['.', 'INVALID_AMOUNT'],
    ['950 $', 'INVALID_AMOUNT'],
    ['=1+1', 'INVALID_AMOUNT'],
    ['٣', 'INVALID_AMOUNT'],
  ])('%j is %s', (text, german, english = german) => {
    expect(read(text, 'GERMAN')).toBe(german);
    expect(read(text, 'ENGLISH')).toBe(english);
  });

  const cents = fc.bigInt({ min: 0n, max: 99_999_999_999_999n });
  it.each([
    ['GERMAN', 'de-DE'],
    ['ENGLISH', 'en-US'],
  ] as const)('written in %s style is read back', (style, locale) => {
    fc.assert(
      fc.property(cents, fc.boolean(), (amount, useGrouping) => {
        const digits = amount.toString().padStart(3, '0');
        const value = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
        const written = new Intl.NumberFormat(locale, {
          minimumFractionDigits: 2,
          useGrouping,
        }).format(value as Intl.StringNumericLiteral);
        expect(read(written, style)).toBe(value);
      }),
    );
  });
});

it('any record is either read or rejected with problems', () => {
  const fields = Object.keys(FIELD_LIMITS) as (keyof FileRecord)[];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'0123456789.,-/:TZ+ €@?ä'), maxLength: 20 }),
  );
  const record = fc.record(
    Object.fromEntries(fields.map((field) => [field, text])) as Record<string, typeof text>,
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(record, fc.constantFrom<FileStyle>('GERMAN', 'ENGLISH'), (cells, style) => {
      const parsed = parseRow(cells, { now: NOW, style });
      if (parsed.ok) expect(parsed.row.companyName).not.toBe('');
      else expect(parsed.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 2_000 },
  );
});

describe('rows written as a spreadsheet writes them are read back', () => {
  const word = fc
    .array(
      fc.constantFrom('Hotel', 'Groß', 'Öl & "Essig"', 'a;b', 'x,y', 'Straße', '=1+1', "O'Brien"),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((words) => words.join(' '));
  const row = fc.record({
    companyName: word,
    city: word,
    registeredAt: fc
      .date({ min: new Date('1995-01-01T00:00:00Z'), max: NOW, noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    cents: fc.integer({ min: 1, max: 2_000_000_000 }),
    notes: fc.array(word, { maxLength: 3 }),
  });
  const quoted = (text: string) => `"${guardFormula(text).replaceAll('"', '""')}"`;

  const styles = {
    GERMAN: {
      header: 'Firma;Ort;Registriert am;Erwarteter Umsatz;Notizen',
      delimiter: ';',
      date: (iso: string) => iso.split('-').reverse().join('.'),
      amount: (value: number) => value.toLocaleString('de-DE', { minimumFractionDigits: 2 }),
      encode: (text: string) => Buffer.from(text, 'latin1'),
    },
    ENGLISH: {
      header: 'Company,City,Registered at,Expected volume,Notes',
      delimiter: ',',
      date: (iso: string) => iso,
      amount: (value: number) => value.toLocaleString('en-US', { minimumFractionDigits: 2 }),
      encode: (text: string) => Buffer.from(`\ufeff${text}`),
    },
  };

  it.each(['GERMAN', 'ENGLISH'] as const)('%s', async (name) => {
    const style = styles[name];
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
        const lines = rows.map((cells) =>
          [
            quoted(cells.companyName),
            quoted(cells.city),
            style.date(cells.registeredAt),
            quoted(style.amount(cells.cents / 100)),
            quoted(cells.notes.join('\r\n')),
          ].join(style.delimiter),
        );
        const file = readCsv(style.encode([style.header, ...lines].join('\r\n')));
        expect(file.style).toBe(name);
        const seen: unknown[] = [];
        for await (const read of file.rows()) {
          if (!read.ok) throw new Error(read.problems[0]?.message);
          const parsed = parseRow(read.record, { now: NOW, style: file.style, timeZone: 'UTC' });
          if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
          const { companyName, city, registeredAt, estimatedVolume, notes } = parsed.row;
          seen.push({ companyName, city, registeredAt, estimatedVolume, notes });
        }
        expect(seen).toEqual(
          rows.map(({ companyName, city, registeredAt, cents, notes }) => ({
            companyName,
            city,
            registeredAt: new Date(`${registeredAt}T00:00:00Z`),
            estimatedVolume: (cents / 100).toFixed(2),
            notes: notes.join('\n') || null,
          })),
        );
      }),
      { numRuns: 150 },
    );
  });
});
