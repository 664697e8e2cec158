import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileRow } from '../../../src/features/imports/import-file.js';
import { ImportFileError } from '../../../src/features/imports/import-file-error.js';
import { type CsvOptions, readCsv } from '../../../src/features/imports/read-csv.js';

function open(text: string | Uint8Array, options?: CsvOptions) {
  return readCsv(typeof text === 'string' ? Buffer.from(text) : text, options);
}

async function read(text: string | Uint8Array, options?: CsvOptions): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  for await (const row of open(text, options).rows()) rows.push(row);
  return rows;
}

/** `line: city` of every row. */
async function cities(text: string, options?: CsvOptions): Promise<string[]> {
  return (await read(text, options)).map(
    (row) => `${row.line}: ${row.ok ? row.record.city : row.problems[0]?.code}`,
  );
}

async function fault(text: string | Uint8Array, options?: CsvOptions): Promise<ImportFileError> {
  try {
    await read(text, options);
  } catch (error) {
    if (error instanceof ImportFileError) return error;
    throw error;
  }
  throw new Error('the file was accepted');
}

describe('the delimiter', () => {
  it.each([';', ',', '\t'] as const)('%j is found', async (delimiter) => {
    const text = `Firma${delimiter}Ort\nA${delimiter}Köln\n`;
    expect(open(text).delimiter).toBe(delimiter);
    expect(await cities(text)).toEqual(['2: Köln']);
  });

  it('is judged by the header alone, also if the rows are full of other ones', () => {
    expect(open('Firma;Ort;Notiz\n"a,b,c,d,e,f";"g,h,i,j";"k,l,m"\n').delimiter).toBe(';');
    expect(open('Company,City,"Notes; or, what you like; more; and more"\nA,B,C').delimiter).toBe(
      ',',
    );
  });

  it('can be named by the file or by the caller', async () => {
    expect(await cities('sep=;\r\nFirma;Ort\r\nA;Köln\r\n')).toEqual(['3: Köln']);
    expect(open('Firma;Ort\nA;B', { delimiter: ';' }).delimiter).toBe(';');
    expect((await fault('Firma;Ort\nA;B', { delimiter: ',' })).reason).toBe('MISSING_COLUMNS');
  });
});

describe('the header', () => {
  it('is understood in German and English, whatever the case, spaces and umlauts', () => {
    const { columns } = open(
      ' FIRMENNAME ;post-leitzahl;STADT;Laendercode;GESCHAFTSART;Kontakt Person;eMail;Tel.;Homepage;Herkunft;Registriert am:;Umsatz (EUR);Bemerkung\n',
    );
    expect(columns.fields).toEqual([
      'companyName',
      'postalCode',
      'city',
      'country',
      'businessType',
      'contactName',
      'email',
      'phone',
      'website',
      'source',
      'registeredAt',
      'estimatedVolume',
      'notes',
    ]);
    expect(columns.names.companyName).toBe('FIRMENNAME');
  });

  it('decides with the delimiter how numbers and dates are written', () => {
    expect(open('Company;City;Phone\n').style).toBe('GERMAN');
    expect(open('Firma,Ort,Telefon\n').style).toBe('GERMAN');
    expect(open('Company,City,Phone\n').style).toBe('ENGLISH');
    expect(open('Company\tCity\tPhone\n').style).toBe('ENGLISH');
  });

  it('may have columns that are not known: they are reported and left out', async () => {
    const text = 'Firma;Kundennummer;Ort\nA;4711;Köln\n';
    expect(open(text).warnings).toEqual([
      {
        code: 'UNKNOWN_COLUMN',
        message: 'The column “Kundennummer” is not known and is not imported.',
      },
    ]);
    expect(await read(text)).toEqual([
      { ok: true, line: 2, endLine: 2, record: { companyName: 'A', city: 'Köln' } },
    ]);
  });

  it('must have a company and a city, and the error lists what they may be called', async () => {
    const error = await fault('Wer;PLZ\nA;1\n');
    expect(error.reason).toBe('MISSING_COLUMNS');
    expect(error.message).toMatch(
      /companyName \(called “Firma”, .*“Company”.*none for city \(called “Ort”/,
    );
    expect(error.message).toContain('The header has “Wer”, “PLZ”.');
  });

  it('may not name one thing twice', async () => {
    const error = await fault('Firma;Ort;Company\nA;B;C\n');
    expect(error.reason).toBe('DUPLICATE_COLUMNS');
    expect(error.message).toContain('“Firma”, “Company” all mean companyName');
    expect((await fault('Firma;Ort;Ort\n')).reason).toBe('DUPLICATE_COLUMNS');
  });

  it('may end in empty cells, which rows may leave out or have more of', async () => {
    expect(await cities('Firma;Ort;;\nA;Köln;;\nB;Bonn\nC;Ulm;;;\n')).toEqual([
      '2: Köln',
      '3: Bonn',
      '4: Ulm',
    ]);
  });

  it('alone is a file without rows', async () => {
    expect(await read('Firma;Ort')).toEqual([]);
    expect(await open('Firma;Ort\r\n').countRows()).toBe(0);
  });
});

describe('rows', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('end in %s, the last one also in nothing', async (_, end) => {
    const lines = ['Firma;Ort', 'A;Köln', '"B\nB";Bonn', 'C;Ulm'];
    expect(await cities(lines.join(end))).toEqual(['2: Köln', '3: Bonn', '5: Ulm']);
    expect(await cities(lines.join(end) + end)).toEqual(['2: Köln', '3: Bonn', '5: Ulm']);
  });

  it('may end differently from each other', async () => {
    expect(await cities('Firma;Ort\r\nA;Köln\nB;Bonn\r\nC;Ulm\rD;Hof')).toEqual([
      '2: Köln',
      '3: Bonn',
      '4: Ulm',
      '5: Hof',
    ]);
  });

  it('may span lines inside quotes, and the lines are counted as an editor counts them', async () => {
    expect(
      await read('Firma;Ort;Notiz\r\nA;Köln;"eins\r\nzwei\r\n\r\nvier"\r\nB;Bonn;\r\n'),
    ).toEqual([
      {
        ok: true,
        line: 2,
        endLine: 5,
        record: { companyName: 'A', city: 'Köln', notes: 'eins\r\nzwei\r\n\r\nvier' },
      },
      { ok: true, line: 6, endLine: 6, record: { companyName: 'B', city: 'Bonn', notes: '' } },
    ]);
  });

  it('keep delimiters and doubled quotes inside quotes', async () => {
    expect(await read('Firma;Ort\n"Müller; ""Zur Post""";Köln\n')).toMatchObject([
      { record: { companyName: 'Müller; "Zur Post"', city: 'Köln' } },
    ]);
  });

  it('keep quotes inside an unquoted text', async () => {
    expect(await read('Firma;Ort\nHotel "Zur Post";Köln\n"Post" Hotel;Bonn\n')).toMatchObject([
      { record: { companyName: 'Hotel "Zur Post"' } },
      { record: { companyName: '"Post" Hotel' } },
    ]);
  });

  it('may be blank, and blank ones do not count', async () => {
    const text = '\n  \n;;\nFirma;Ort\n\nA;Köln\n;\n   \n\u00a0\n"";""\nB;Bonn\n\n\n';
    expect(await cities(text)).toEqual(['6: Köln', '11: Bonn']);
    expect(await open(text, { maxRows: 2 }).countRows()).toBe(2);
  });

  it('with too few or too many fields are rejected without stopping the rest', async () => {
    expect(await read('Firma;Ort;Notiz\nA;Köln\nB;Bonn;x;y\nC;Ulm;z\n')).toEqual([
      {
        ok: false,
        line: 2,
        endLine: 2,
        problems: [
          {
            code: 'TOO_FEW_FIELDS',
            field: null,
            column: null,
            value: 'A | Köln',
            message: 'The row has 2 fields, the header has 3. Keep the delimiters of empty fields.',
            params: { fields: 2, expected: 3 },
          },
        ],
      },
      {
        ok: false,
        line: 3,
        endLine: 3,
        problems: [
          {
            code: 'TOO_MANY_FIELDS',
            field: null,
            column: null,
            value: 'B | Bonn | x | y',
            message:
              'The row has 4 fields, the header has 3. Put a text that contains the delimiter into quotation marks.',
            params: { fields: 4, expected: 3 },
          },
        ],
      },
      { ok: true, line: 4, endLine: 4, record: { companyName: 'C', city: 'Ulm', notes: 'z' } },
    ]);
  });

  it('that a stray quote has swallowed are rejected together, with the lines they span', async () => {
    const rows = await read('Firma;Ort\n"A;Köln\nB;Bonn\nC "Zur Post";Ulm\nD;Hof\n');
    expect(rows).toMatchObject([
      {
        ok: false,
        line: 2,
        endLine: 4,
        problems: [{ code: 'BROKEN_QUOTE', params: { endLine: 4 } }],
      },
      { ok: true, line: 5, record: { city: 'Hof' } },
    ]);
  });

  it('that properly begin with a quotation mark are not mistaken for broken ones', async () => {
    expect(await read('Firma;Ort;Notiz\nA;Köln;"""dringend"" bitte\nrückrufen"\n')).toMatchObject([
      { ok: true, record: { notes: '"dringend" bitte\nrückrufen' } },
    ]);
  });

  it('can be read again from the top', async () => {
    const file = open('Firma;Ort\nA;Köln\n');
    expect(await file.countRows()).toBe(1);
    expect(await file.countRows()).toBe(1);
  });

  it('can be left unread', async () => {
    for await (const row of open(`Firma;Ort\n${'A;Köln\n'.repeat(50_000)}`).rows()) {
      expect(row.line).toBe(2);
      break;
    }
  });

  it('keep their lines across the chunks in which they are read', async () => {
    const text = `Firma;Ort\r\n${'"Ä\r\nß";"Köln"\r\n'.repeat(20_000)}`;
    const rows = await read(text);
    expect(rows).toHaveLength(20_000);
    expect(rows.every((row, at) => row.ok && row.line === 2 + 2 * at)).toBe(true);
    expect(rows.every((row) => row.ok && row.record.companyName === 'Ä\r\nß')).toBe(true);
  });

  it('may contain NUL bytes', async () => {
    expect(await cities('Firma;Ort\n\0A\0;Kö\0ln\n"B";"Bonn"\0\n')).toEqual([
      '2: Kö\0ln',
      '3: Bonn\0',
    ]);
  });

  it('leave the event loop to others in between', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await open(`Firma;Ort\n${'Hotel;Köln\n'.repeat(60_000)}`).countRows();
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });
});

describe('a file is refused', () => {
  it.each([
    ['nothing', ''],
    ['a byte order mark', '\ufeff'],
    ['white space', ' \r\n \n'],
    ['delimiters', ';;;\n;;;\n'],
  ])('if it is empty but for %s', async (_, text) => {
    expect((await fault(text)).reason).toBe('EMPTY_FILE');
  });

  it('if a quote is never closed, and the error says where its record starts', async () => {
    const error = await fault('Firma;Ort\nA;Köln\n\nB;"Bonn\nC;Ulm\n');
    expect(error).toMatchObject({ reason: 'UNCLOSED_QUOTE', line: 4 });
    expect(await fault('Firma;"Ort\nA;Köln\n')).toMatchObject({
      reason: 'UNCLOSED_QUOTE',
      line: 1,
    });
  });

  it('after the rows before the fault', async () => {
    const lines: number[] = [];
    await expect(async () => {
      for await (const row of open('Firma;Ort\nA;Köln\nB;Bonn\n"C').rows()) lines.push(row.line);
    }).rejects.toThrow(ImportFileError);
    expect(lines).toEqual([2, 3]);
  });

  it('if a record is longer than allowed, also one of 10 MB', async () => {
    const long = 'x'.repeat(10 * 1024 * 1024);
    expect(await fault(`Firma;Ort\nA;Köln\nB;${long}\nC;Ulm`)).toMatchObject({
      reason: 'RECORD_TOO_LARGE',
      line: 3,
    });
    expect(await fault(long)).toMatchObject({ reason: 'RECORD_TOO_LARGE', line: 1 });
    expect(await fault(`Firma;"${long}`)).toMatchObject({ reason: 'RECORD_TOO_LARGE', line: 1 });
    expect(await fault(';'.repeat(1_000_000) + long)).toMatchObject({ reason: 'RECORD_TOO_LARGE' });
    expect(await fault(`Firma;Ort\nA;"${long}`)).toMatchObject({
      reason: 'RECORD_TOO_LARGE',
      line: 2,
    });
  });

  it('if it has more rows or bytes than allowed', async () => {
    const text = 'Firma;Ort\nA;Köln\nB;Bonn\nC;Ulm\n';
    expect(await fault(text, { maxRows: 2 })).toMatchObject({ reason: 'TOO_MANY_ROWS', line: 4 });
    expect(await cities(text, { maxRows: 3 })).toHaveLength(3);
    expect((await fault(text, { maxFileBytes: 10 })).message).toContain(
      `has ${Buffer.byteLength(text)} bytes; at most 10 are allowed`,
    );
  });
});

it('text that was garbled before is pointed out', () => {
  expect(open('Firma;Ort\nMÃ¼ller;KÃ¶ln\n').warnings).toMatchObject([{ code: 'GARBLED_TEXT' }]);
});

it('Windows-1252, UTF-8 with a byte order mark and UTF-16 give the same rows', async () => {
  const text = 'Firma;Ort\r\nGroß „Zur Mühle“;Köln\r\n';
  const windows = Buffer.from(text.replace('„', '\x84').replace('“', '\x93'), 'latin1');
  const rows = await read(text);
  expect(rows).toMatchObject([{ record: { companyName: 'Groß „Zur Mühle“', city: 'Köln' } }]);
  expect(await read(windows)).toEqual(rows);
  expect(await read(`\ufeff${text}`)).toEqual(rows);
  expect(await read(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(rows);
});

const bytesOfAnyKind = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(';', ',', '"', '\n', '\r', '\r\n', ' ', '\0', 'ä', 'A', '\t', '""', '=1'),
      {
        maxLength: 60,
      },
    )
    .map((parts) => Buffer.from(`Firma;Ort\n${parts.join('')}`)),
);

it('any bytes are either read or refused with a reason', async () => {
  await fc.assert(
    fc.asyncProperty(bytesOfAnyKind, async (bytes) => {
      try {
        let last = 1;
        for await (const row of readCsv(bytes).rows()) {
          expect(row.line).toBeGreaterThan(last);
          expect(row.endLine).toBeGreaterThanOrEqual(row.line);
          last = row.endLine;
        }
      } catch (error) {
        if (!(error instanceof ImportFileError)) throw error;
      }
    }),
    { numRuns: 1_500 },
  );
});

it('a million rows in a few megabytes are refused early', async () => {
  const bytes = new TextEncoder().encode(`Firma;Ort\n${'A;B\n'.repeat(1_000_000)}`);
  expect(bytes.byteLength).toBeLessThan(10 * 1024 * 1024);
  await expect(readCsv(bytes).countRows()).rejects.toMatchObject({
    reason: 'TOO_MANY_ROWS',
    line: 100_002,
  });
});
