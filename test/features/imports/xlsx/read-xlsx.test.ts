import { describe, expect, test } from 'vitest';
import type { ImportFile } from '../../../../src/features/imports/import-file.js';
import { ImportFileError } from '../../../../src/features/imports/import-file-error.js';
import { readXlsx, type XlsxOptions } from '../../../../src/features/imports/xlsx/read-xlsx.js';
import { archive, type Made, number, shared, workbook } from '../../../support/workbook.js';

const HEADER = ['Firma', 'Ort'];
const HOTEL = ['Hotel Adler', 'Ulm'];

async function opened(made: Made, options?: XlsxOptions): Promise<ImportFile> {
  return readXlsx(await workbook(made), options);
}

/** The data rows as records, or the codes of what is wrong with them. */
async function rowsOf(file: ImportFile) {
  const rows = [];
  for await (const row of file.rows()) {
    rows.push(row.ok ? row.record : row.problems.map(({ code }) => code));
  }
  return rows;
}

const read = async (rows: Made['sheets'][number]['rows'], made: Partial<Made> = {}) =>
  rowsOf(await opened({ ...made, sheets: [{ rows }] }));

/** What a file is refused for, at the latest when its rows are read. */
async function fault(bytes: Uint8Array | Promise<Buffer>, options?: XlsxOptions) {
  try {
    await (await readXlsx(await bytes, options)).countRows();
  } catch (error) {
    if (error instanceof ImportFileError) return { reason: error.reason, message: error.message };
    throw error;
  }
  return null;
}

describe('cells', () => {
  test('are what they show: shared, rich and inline texts, without phonetic hints', async () => {
    const texts =
      '<si><t>Firma</t></si><si><t xml:space="preserve">Ort </t></si><si><r><t>Hotel </t></r><r><rPr><b/></rPr><t>Adler</t></r><rPh><t>x</t></rPh></si>';
    expect(
      await read(
        [
          [shared(0), shared(1)],
          [shared(2), { xml: '<c t="str"><v>Ul_x006D_</v></c>' }],
        ],
        {
          texts,
        },
      ),
    ).toEqual([{ companyName: 'Hotel Adler', city: 'Ulm' }]);
  });

  test('with numbers are numbers as the list would write them', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="4"/></cellXfs>';
    const german = await read(
      [
        [...HEADER, 'PLZ', 'Telefon', 'Umsatz'],
        [...HOTEL, number(1067, 1), number('4.915112345678E12'), number(1250.5, 2)],
        [...HOTEL, number(89073), number('0.1'), number('1.2345678901234567E15')],
      ],
      { styles },
    );
    expect(german).toMatchObject([
      { postalCode: '01067', phone: '4915112345678', estimatedVolume: '1250,5' },
      { postalCode: '89073', phone: '0,1', estimatedVolume: '1,23456789012346E+15' },
    ]);
    expect(
      await read([
        ['Company', 'City', 'Expected volume'],
        [...HOTEL, number('1250.499999999999999')],
      ]),
    ).toMatchObject([{ estimatedVolume: '1250.5' }]);
  });

  const DATES =
    '<numFmts><numFmt numFmtId="164" formatCode="[$-407]dd\\.mm\\.yyyy&quot; Uhr&quot;"/><numFmt numFmtId="165" formatCode="0.00&quot; Std.&quot;"/><numFmt numFmtId="166" formatCode="[Red]TT.MM.JJJJ hh:mm"/></numFmts><cellXfs><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>';

  test.each([
    [false, '2026-11-06', '2026-11-06T14:30:15', '1900-01-01', '1900-03-01'],
    [true, '2030-11-07', '2030-11-07T14:30:15', '1904-01-02', '1904-03-02'],
  ])('with a format of dates are days and times (of 1904: %s)', async (date1904, day, time, first, march) => {
    const rows = [
      [...HEADER, 'Registriert am'],
      ...[
        number(46332),
        number(46332.60434027778, 1),
        number(1, 3),
        number(61, 3),
        number(46332, 2),
      ].map((cell) => [...HOTEL, cell]),
      [...HOTEL, { xml: '<c t="d"><v>2026-11-06T14:30</v></c>' }],
    ];
    const records = await read(rows, { styles: DATES, date1904 });
    expect(records.map((record) => (Array.isArray(record) ? record : record.registeredAt))).toEqual(
      [day, time, first, march, '46332', '2026-11-06T14:30'],
    );
  });

  test('with formulas show what was saved; nothing is computed', async () => {
    const formula = (f: string, rest = '', type = 'str') => ({
      xml: `<c t="${type}"><f>${f}</f>${rest}</c>`,
    });
    expect(
      await read([
        [...HEADER, 'Notizen'],
        [formula('A9&amp;B9', '<v>Hotel Adler</v>'), 'Ulm', formula('1+1')],
        [formula('HYPERLINK("https://adler.example","Hotel Adler")'), 'Ulm', ''],
        [formula('A9&amp;B9', '<v></v>'), 'Ulm', ''],
        ['=1+1 Mensa', 'Ulm', '+49 731'],
        [formula('B9/0', '<v>#DIV/0!</v>', 'e'), 'Ulm', ''],
      ]),
    ).toEqual([
      { companyName: 'Hotel Adler', city: 'Ulm', notes: '=1+1' },
      { companyName: 'Hotel Adler', city: 'Ulm', notes: '' },
      ['FORMULA'],
      { companyName: '=1+1 Mensa', city: 'Ulm', notes: '+49 731' },
      { companyName: '#DIV/0!', city: 'Ulm', notes: '' },
    ]);
  });

  test('stand where they say, or behind one another, and surplus ones are mentioned', async () => {
    const file = await opened({
      sheets: [
        {
          rows: '<row r="3"><c r="B3" t="inlineStr"><is><t>Firma</t></is></c><c r="D3" t="inlineStr"><is><t>Ort</t></is></c></row><row r="9"><c r="B9" t="inlineStr"><is><t>Adler</t></is></c><c/><c t="inlineStr"><is><t>Ulm</t></is></c><c t="b"><v>1</v></c></row><row r="4"><c r="B4" t="inlineStr"><is><t>Post</t></is></c></row>',
        },
      ],
    });
    const rows = [];
    for await (const row of file.rows()) rows.push(row);
    expect(rows).toMatchObject([
      {
        ok: true,
        line: 9,
        record: { companyName: 'Adler', city: 'Ulm' },
        warnings: [{ code: 'NAMELESS_COLUMN', value: 'WAHR', params: { column: 5 } }],
      },
      { ok: true, line: 10, record: { companyName: 'Post' } },
    ]);
  });
});

describe('sheets and headers', () => {
  test('titles above the header, in merged cells too, are passed over', async () => {
    const file = await opened({
      sheets: [
        {
          rows: [['Interessenten 2026', '', ''], [], ['Stand:', number(46332)], HEADER, HOTEL],
        },
      ],
    });
    expect(file).toMatchObject({ headerLine: 4, warnings: [{ code: 'TITLE_ROWS' }] });
    expect(await rowsOf(file)).toEqual([{ companyName: 'Hotel Adler', city: 'Ulm' }]);
  });

  const SHEETS = [
    { name: 'Deckblatt', rows: [['Bericht']] },
    { name: 'Alt', state: 'hidden', rows: [HEADER, ['Alt', 'Bonn']] },
    { name: 'Kunden', rows: [HEADER, HOTEL] },
    { name: 'Mehr', rows: [HEADER, ['Post', 'Ulm']] },
  ];

  test('the first visible sheet with companies is read, another one by its name', async () => {
    const first = await opened({ sheets: SHEETS });
    expect(first).toMatchObject({
      sheet: 'Kunden',
      sheets: ['Deckblatt', 'Kunden', 'Mehr'],
      warnings: [{ code: 'OTHER_SHEETS', message: expect.stringContaining('“Mehr”') }],
    });
    expect(await rowsOf(first)).toEqual([{ companyName: 'Hotel Adler', city: 'Ulm' }]);
    const hidden = await opened({ sheets: SHEETS }, { sheet: 'Alt' });
    expect(await rowsOf(hidden)).toEqual([{ companyName: 'Alt', city: 'Bonn' }]);
    expect(await fault(workbook({ sheets: SHEETS }), { sheet: 'Blatt' })).toMatchObject({
      reason: 'NO_SHEET',
      message: expect.stringContaining('it has “Deckblatt”, “Alt”, “Kunden”, “Mehr”'),
    });
  });

  test('columns mean what the reader says, for this file or for this header', async () => {
    const sheets = [{ rows: [['Titel'], ['Wer', 'Wo', 'Was'], ['Adler', 'Ulm', 'Hotel']] }];
    const chosen = [
      { position: 0, field: 'companyName' },
      { position: 1, field: 'city' },
    ] as const;
    expect(await fault(workbook({ sheets }))).toMatchObject({ reason: 'MISSING_COLUMNS' });
    const file = await opened({ sheets }, { headerLine: 2, chosen });
    expect(await rowsOf(file)).toEqual([{ companyName: 'Adler', city: 'Ulm' }]);
    expect(await fault(workbook({ sheets }), { headerLine: 9, chosen })).toMatchObject({
      reason: 'NO_HEADER',
    });
  });
});

describe('a hostile file is refused by name', () => {
  const sheets = [{ rows: [HEADER, HOTEL] }];

  test('one that unpacks to more than is allowed, whatever it says of its size', async () => {
    const rows = `<row><c t="inlineStr"><is><t>${'x'.repeat(300_000)}</t></is></c></row>`;
    const bomb = await workbook({ sheets: [{ rows }] });
    expect(bomb.length).toBeLessThan(5_000);
    expect(await fault(bomb, { maxPartBytes: 200_000 })).toMatchObject({
      reason: 'UNPACKED_TOO_LARGE',
    });
    // The table of the archive says one byte.
    const lying = Buffer.from(bomb);
    const at =
      lying.indexOf(Buffer.from('xl/worksheets/sheet1.xml'), lying.indexOf('PK\x01\x02')) - 46;
    lying.writeUInt32LE(1, at + 24);
    expect(await fault(lying)).toMatchObject({ reason: 'BROKEN_WORKBOOK' });
    expect(await fault(bomb)).toMatchObject({ reason: 'RECORD_TOO_LARGE' });
  });

  test('one with a million texts', async () => {
    const texts = '<si><t/></si>'.repeat(1_000_001);
    expect(await fault(workbook({ sheets, texts }))).toMatchObject({
      reason: 'TOO_MANY_TEXTS',
      message: expect.stringContaining('more than 1000000 different texts'),
    });
    expect(
      await fault(workbook({ sheets, texts: `<si><t>${'x'.repeat(50)}</t></si>` }), {
        maxTextCharacters: 40,
      }),
    ).toMatchObject({ reason: 'TOO_MANY_TEXTS' });
  });

  test('one with too many rows; blank ones count for nothing, and neither does its dimension', async () => {
    const rows = `${'<row><c s="1"/></row>'.repeat(50)}<row><c t="inlineStr"><is><t>Firma</t></is></c><c t="inlineStr"><is><t>Ort</t></is></c></row>${'<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(3)}`;
    const part = `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData></worksheet>`;
    const parts = { 'xl/worksheets/sheet1.xml': part };
    expect(await fault(workbook({ sheets, parts }), { maxRows: 3 })).toBeNull();
    expect(await fault(workbook({ sheets, parts }), { maxRows: 2 })).toMatchObject({
      reason: 'TOO_MANY_ROWS',
      message: expect.stringContaining('row 54'),
    });
  });

  test('one with a cell far to the right', async () => {
    const far = { xml: '<c r="XFD2"><v>1</v></c>' };
    expect(await fault(workbook({ sheets: [{ rows: [HEADER, [...HOTEL, far]] }] }))).toMatchObject({
      reason: 'TOO_MANY_COLUMNS',
    });
  });

  const XXE =
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
  const sheet = (xml: string) => ({ 'xl/worksheets/sheet1.xml': xml });
  test.each<[string, Made['parts'], string]>([
    ['a document type', sheet(`${XXE}<worksheet/>`), 'document type'],
    ['an entity', sheet('<worksheet>&b;</worksheet>'), 'cannot be read'],
    ['half an element', sheet('<worksheet><sheetData>'), 'cannot be read'],
    ['elements without end', sheet('<a>'.repeat(100)), 'nested more than 50 deep'],
    ['letters that are none', sheet('<worksheet>\ufffd</worksheet>'), 'EMPTY'],
    [
      'no sheet where it says',
      { 'xl/worksheets/sheet1.xml': null },
      'lacks its part xl/worksheets/sheet1.xml',
    ],
    ['no workbook', { 'xl/workbook.xml': null }, 'This is a ZIP archive and no Excel workbook'],
    [
      'texts that are missing',
      sheet('<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>'),
      'sharedStrings.xml) are missing',
    ],
    [
      'a sheet elsewhere',
      {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" TargetMode="External" Target="https://evil.example/sheet.xml"/></Relationships>',
      },
      'no visible sheet',
    ],
  ])('one with %s', async (_what, parts = {}, message) => {
    const found = await fault(workbook({ sheets, parts }));
    if (message === 'EMPTY') expect(found).toMatchObject({ reason: 'EMPTY_FILE' });
    else expect(found?.message).toContain(message);
  });

  test('one whose letters are not UTF-8', async () => {
    const parts = sheet('') && {
      'xl/worksheets/sheet1.xml': Buffer.from('<w>M\xfcller</w>', 'latin1'),
    };
    expect(await fault(workbook({ sheets, parts }))).toMatchObject({ reason: 'INVALID_ENCODING' });
  });

  test('one that is a binary workbook, another archive, broken off, or protected within', async () => {
    const binary = archive({
      '_rels/.rels':
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      'xl/workbook.bin': 'x',
    });
    expect((await fault(binary))?.message).toContain('.xlsb');
    expect((await fault(archive({ 'liste.csv': 'Firma;Ort' })))?.message).toContain('ZIP archive');
    const whole = await workbook({ sheets });
    expect(await fault(whole.subarray(0, 400))).toMatchObject({ reason: 'BROKEN_WORKBOOK' });
    const locked = Buffer.from(whole);
    for (
      let at = locked.indexOf('PK\x01\x02');
      at >= 0;
      at = locked.indexOf('PK\x01\x02', at + 1)
    ) {
      locked.writeUInt16LE(locked.readUInt16LE(at + 8) | 1, at + 8);
    }
    expect(await fault(locked)).toMatchObject({ reason: 'ENCRYPTED' });
  });

  test('one with two parts of a name, or with very many', async () => {
    const twice = await archive({ 'xl/a.xml': '<a/>', 'xl/b.xml': '<b/>' });
    const doubled = Buffer.from(
      twice.toString('latin1').replaceAll('xl/b.xml', 'xl/a.xml'),
      'latin1',
    );
    expect((await fault(doubled))?.message).toContain('two parts xl/a.xml');
    expect(await fault(workbook({ sheets }), { maxParts: 3 })).toMatchObject({
      reason: 'BROKEN_WORKBOOK',
    });
  });
});
