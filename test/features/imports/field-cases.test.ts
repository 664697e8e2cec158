import { beforeEach, describe, expect, test } from 'vitest';
import type { ApiUser } from '../../support/api.js';
import { testApi } from '../../support/test-file.js';
import { codes, fieldCase, type Report, type ReportRow, upload } from './uploading.js';

// Files that came out wrong in the field, through the real upload: what became of each row, and what it says.

const api = await testApi();
let admin: ApiUser;
let nth = 0;
beforeEach(async () => {
  await api.db.reset();
  api.clock.set('2026-06-15T10:00:00Z');
  admin = await api.user('ADMIN', { name: `Admin${++nth}` });
});

const send = (name: string, options?: Parameters<typeof upload>[3]) =>
  upload(api, admin, fieldCase(name), options);

const row = (report: Report, line: number): ReportRow => {
  const found = report.rows.find((one) => one.line === line);
  if (!found) throw new Error(`There is no line ${line}.`);
  return found;
};

/** What each row is read as, by the first word of its company; the code of what is wrong with it if it is rejected. */
function byName(
  report: Report,
  content: string,
  read: (one: ReportRow) => unknown,
): Record<string, unknown> {
  const lines = Buffer.from(fieldCase(content)).toString('utf8').split('\n');
  return Object.fromEntries(
    report.rows.map((one) => [
      (lines[one.line - 1] ?? '').split(' ')[0],
      one.outcome === 'REJECTED' ? codes(one)[0] : read(one),
    ]),
  );
}

describe('blank cells', () => {
  test('keep everything else of the row (F01)', async () => {
    const report = await send('F01-all-blank.csv', { backdateReason: 'Old list' });
    expect(report).toMatchObject({ createdRows: 3, rejectedRows: 0 });
    expect(row(report, 3).lead).toMatchObject({
      companyName: 'Beta Metall GmbH',
      stage: 'PRE_REGISTRATION',
      contacts: [],
    });
  });

  test('an e-mail that is missing does not lose the person (F01)', async () => {
    const report = await send('F01-email.csv');
    expect(row(report, 3).lead).toMatchObject({
      stage: 'REGISTERED',
      contacts: [{ name: 'Bernd Muster', email: null, phone: null }],
    });
  });

  test('more of them than the header has do no harm (O19)', async () => {
    const report = await send('O19-trailing.csv');
    expect(report.rows.map((one) => [one.line, one.outcome, ...codes(one)])).toEqual([
      [2, 'CREATED'],
      [3, 'REJECTED', 'TOO_MANY_FIELDS'],
      [5, 'CREATED'],
    ]);
  });

  test('a value in a column without a name is mentioned (F06)', async () => {
    const report = await send('F06-5-nameless-filled.csv');
    expect(row(report, 2)).toMatchObject({
      outcome: 'CREATED',
      problems: [
        { severity: 'WARNING', code: 'NAMELESS_COLUMN', value: 'x' },
        { severity: 'WARNING', code: 'NAMELESS_COLUMN', value: 'verloren' },
      ],
    });
  });

  test('are what people write for nothing (O05)', async () => {
    const report = await send('O05-placeholders.csv');
    expect(report).toMatchObject({ createdRows: 12, rejectedRows: 0 });
    for (const { lead, problems } of report.rows) {
      expect(problems).toEqual([]);
      expect(lead).toMatchObject({
        postalCode: null,
        businessType: null,
        website: null,
        estimatedVolume: null,
        contacts: [],
        stage: 'PRE_REGISTRATION',
      });
    }
  });
});

describe('letters', () => {
  test.each([
    ['F08-mac.csv', 'macintosh', 'ENCODING_GUESSED'],
    ['F08-cp850.csv', 'cp850', 'ENCODING_GUESSED'],
    ['F08-double-utf8.csv', 'utf-8', 'GARBLED_TEXT'],
  ])('of %s come out right, and the report says so', async (name, encoding, code) => {
    const report = await send(name);
    expect(report).toMatchObject({ encoding, warnings: [{ code }] });
    expect(row(report, 2).lead).toMatchObject({
      companyName: 'Müller Präzision GmbH',
      city: 'Düsseldorf',
    });
  });
});

describe('rows that are no company', () => {
  test('titles above the header are passed over, and said (O01)', async () => {
    const report = await send('O01-title-rows.csv');
    expect(report.warnings).toMatchObject([
      { code: 'TITLE_ROWS', message: expect.stringContaining('line 4') },
    ]);
    expect(report.rows).toMatchObject([
      { line: 5, lead: { companyName: 'Hotel Alpenblick GmbH', postalCode: '87561' } },
    ]);
  });

  test('a header that comes again is named (O10)', async () => {
    const report = await send('O10-repeat-header.csv');
    expect(report.rows.map((one) => [one.line, one.outcome, ...codes(one)])).toEqual([
      [2, 'CREATED'],
      [3, 'REJECTED', 'REPEATED_HEADER'],
      [4, 'CREATED'],
    ]);
  });

  test('formulas, their errors and cells for nothing are no names (O21)', async () => {
    const report = await send('O21-formulas.csv');
    expect(report.rows.map((one) => [one.line, one.outcome, ...codes(one)])).toEqual([
      [2, 'REJECTED', 'FORMULA'],
      [3, 'REJECTED', 'SPREADSHEET_ERROR'],
      [4, 'REJECTED', 'SPREADSHEET_ERROR'],
      [5, 'REJECTED', 'SPREADSHEET_ERROR'],
      [6, 'REJECTED', 'SPREADSHEET_ERROR'],
      [7, 'REJECTED', 'REQUIRED'],
      [8, 'REJECTED', 'REQUIRED'],
      [9, 'CREATED', 'ONLY_DIGITS'],
    ]);
  });
});

describe('places', () => {
  test('postal code and city in one cell are taken apart (O02)', async () => {
    const both = { companyName: 'Hotel Alpenblick GmbH', city: 'Oberstdorf', postalCode: '87561' };
    expect(row(await send('O02-address.csv'), 2).lead).toMatchObject(both);
  });

  test('also in the column of the city, so that both rows are one company (O02c)', async () => {
    const report = await send('O02c-ort-mit-plz.csv');
    expect(row(report, 2).lead).toMatchObject({ city: 'Oberstdorf', postalCode: '87561' });
    expect(row(report, 3)).toMatchObject({ outcome: 'DUPLICATE', duplicateOfLine: 2 });
  });

  test('postal codes keep their text, and a prefix names the country (F09)', async () => {
    const report = await send('F09-plz.csv');
    const read = byName(
      report,
      'F09-plz.csv',
      ({ lead }) => `${lead?.country} ${lead?.postalCode}`,
    );
    expect(read).toEqual({
      Ahorn: 'DE 01067',
      Birke: 'DE 01067',
      Buche: 'DE 01067',
      Eiche: 'DE 01067',
      Erle: 'DE 01067',
      Esche: 'DE 01067',
      Fichte: 'DE 01067',
      Kiefer: 'DE 01067',
      Lärche: 'DE 01067',
      Linde: 'DE 01067',
      Pappel: 'DE 01067',
      Robinie: 'DE 80331',
      Tanne: 'DE 08033',
      Ulme: 'DE 80331',
      Weide: 'INVALID_POSTAL_CODE',
      Zeder: 'AT 1010',
      Eibe: 'DE 80331',
      Hasel: 'DE 80331',
      Holunder: 'DE 80331',
    });
    expect(codes(row(report, 14))).toEqual(['LEADING_ZERO_RESTORED']);
    expect(codes(row(report, 20))).toEqual(['NOT_USED']);
  });

  test('countries are understood as sales offices write them (O15)', async () => {
    const report = await send('O15-country.csv');
    const read = byName(
      report,
      'O15-country.csv',
      ({ lead }) => `${lead?.country} ${lead?.postalCode}`,
    );
    expect(read).toEqual({
      Ahorn: 'DE 80331',
      Birke: 'DE 80331',
      Buche: 'DE 80331',
      Eiche: 'AT 1010',
      Erle: 'AT 1010',
      Esche: 'CH 8001',
      Fichte: 'CH 8001',
      Kiefer: 'DE 80331',
      Lärche: 'DE 80331',
      Linde: 'DE 01010',
      Pappel: 'DE 01010',
      Robinie: 'DE 80331',
      Tanne: 'IT 39100',
      Ulme: 'IT 39100',
      Weide: 'LU 1009',
      Zeder: 'CH 8001',
      Eibe: 'AT 5020',
      Hasel: 'AT 5020',
      Holunder: 'DE 80331',
      Kastanie: 'DE 80331',
    });
    expect(codes(row(report, 12))).toEqual(['LEADING_ZERO_RESTORED']);
  });
});

test('phones are read, refused by name, or put right and said; none is doubled (F09)', async () => {
  const [header = '', ...lines] = Buffer.from(fieldCase('F09-tel.csv'))
    .toString('utf8')
    .split('\n');
  const read: Record<string, unknown> = {};
  // Many of them have one number and may be one company: those wait until the first of them is over.
  for (let left = lines.filter((one) => one !== ''); left.length > 0; ) {
    const { rows } = await upload(api, admin, [header, ...left, ''].join('\n'));
    const waiting: string[] = [];
    for (const one of rows) {
      const line = left[one.line - 2] ?? '';
      const phones = one.lead?.contacts.map(({ phone }) => phone) ?? [];
      const isKnown = one.outcome === 'DUPLICATE' || codes(one).includes('POSSIBLY_SAME');
      if (isKnown) waiting.push(line);
      else read[line.split(' ')[0] ?? ''] = [...codes(one), ...phones].join(' ');
    }
    expect(waiting.length).toBeLessThan(left.length);
    left = waiting;
    const ended = { status: 'LOST', endReason: 'LOST', endedAt: api.clock.now() };
    await api.db.prisma.lead.updateMany({ data: ended });
  }
  expect(read).toEqual({
    Ahorn: '+493511234567',
    Birke: '+493511234567',
    Buche: 'NUMBER_SHORTENED',
    Eiche: 'NUMBER_SHORTENED',
    Erle: '+493511234567',
    Esche: '+493511234567',
    Fichte: 'NUMBER_SHORTENED',
    Kiefer: '+493511234567',
    Lärche: 'COUNTRY_CODE_RESTORED +493511234567',
    Linde: '+498912345-0',
    Pappel: '+49891234560',
    Robinie: '+49891234560',
    Tanne: '+4989123456-0',
    Ulme: '+4989123456',
    Weide: '+49891234560',
    Zeder: '+4989123456 +491712345678',
    Eibe: '+491712345678',
    Hasel: '',
    Holunder: '',
    Kastanie: '',
    Kirsche: '',
    Mispel: '',
    Quitte: '',
    Schlehe: '+4989123456',
    Walnuss: '+4989123456',
    Wacholder: '+4989123456-12',
    Olive: '+4989123456-12',
    Palme: '+4989123456-12',
    Pinie: '+4989123456 +491712345678',
    Zypresse: '+4989123456',
    Akazie: '+4989123456',
    Platane: '+4989123456',
    Magnolie: '+491712345678',
    Ginster: '+4989123456',
    Efeu: '+4989123456',
    Farn: '+4989123456',
    Distel: '+4989123456',
    Klee: '+4989123456',
  });
});

test('amounts are understood or refused by row (O04)', async () => {
  const report = await send('O04-amounts.csv');
  const read = byName(report, 'O04-amounts.csv', ({ lead }) => lead?.estimatedVolume);
  expect(read).toEqual({
    Ahorn: '1200000',
    Birke: '10000',
    Buche: '1200000',
    Eiche: '1200000',
    Erle: '12500',
    Esche: '12.5',
    Fichte: '12500',
    Kiefer: '12500',
    Lärche: '5000',
    Linde: 'AMOUNT_RANGE',
    Pappel: 'AMOUNT_RANGE',
    Robinie: 'AMOUNT_RANGE',
    Tanne: null,
    Ulme: null,
    Weide: null,
    Zeder: null,
    Eibe: null,
    Hasel: null,
    Holunder: '25000',
    Kastanie: '25000',
    Kirsche: '25000',
    Mispel: 'AMOUNT_TOO_PRECISE',
    Quitte: '1234.5',
    Schlehe: '500',
    Walnuss: '500',
    Wacholder: '500',
    Olive: '5000',
    Palme: '5000',
    Pinie: '5000',
    Zypresse: '1250',
    Akazie: 'NUMBER_SHORTENED',
    Platane: 'AMOUNT_PER_PERIOD',
    Magnolie: '1000000',
    Ginster: null,
  });
  expect(codes(row(report, 10))).toEqual(['AMOUNT_APPROXIMATE']);
  expect(codes(row(report, 18))).toEqual(['EMPTIED']);
});

describe('headings', () => {
  test('of many programs are known, and first name and surname are one person (O07)', async () => {
    const report = await send('O07-headers.csv', { backdateReason: 'Old list' });
    expect(report.warnings.map(({ message }) => message)).toEqual([
      'The column “Strasse” is not known and is not imported.',
    ]);
    expect(row(report, 2).lead).toMatchObject({
      companyName: 'Hotel Alpenblick GmbH',
      postalCode: '87561',
      city: 'Oberstdorf',
      businessType: 'HOTEL',
      website: 'alpenblick.example',
      estimatedVolume: '12500',
      registeredAt: '2026-01-31T23:00:00.000Z',
      contacts: [
        { name: 'Max Huber', email: 'm.huber@alpenblick.example', phone: '+49832296040' },
        { name: 'Max Huber', email: null, phone: '+491712345678' },
      ],
    });
  });

  test('Vorname and Nachname alone do it, too (O07c)', async () => {
    expect(row(await send('O07c-first-last.csv'), 2).lead?.contacts).toMatchObject([
      { name: 'Max Huber', email: 'm.huber@alpenblick.example' },
    ]);
  });
});

test('trade words are a type or a warning, and never a refused row (O08)', async () => {
  const report = await send('O08-branche.csv');
  expect(report).toMatchObject({ createdRows: 36, rejectedRows: 0 });
  const unknown = report.rows.filter((one) => codes(one).includes('UNKNOWN_BUSINESS_TYPE'));
  expect(unknown.map(({ lead }) => lead?.businessType)).toEqual([
    'Kita',
    'Schule',
    'Hotel/Restaurant',
    'Hotel & Restaurant',
    'Ferienwohnung',
    'Campingplatz',
    'Großhandel',
  ]);
});
