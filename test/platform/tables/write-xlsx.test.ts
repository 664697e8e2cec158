import { buffer } from 'node:stream/consumers';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import type { Table } from '../../../src/platform/tables/table.js';
import { writeXlsx } from '../../../src/platform/tables/write-xlsx.js';
import { unzip } from '../../support/unzip.js';

interface Row {
  readonly name: string | null;
  readonly amount: string | null;
  readonly at: string | null;
}

const TABLE: Table<Row> = {
  title: { de: 'Häuser & mehr', en: 'Houses' },
  columns: [
    { names: { de: 'Name', en: 'Name' }, holds: 'text', value: ({ name }) => name },
    { names: { de: 'Umsatz', en: 'Volume' }, holds: 'amount', value: ({ amount }) => amount },
    { names: { de: 'Am', en: 'At' }, holds: 'instant', value: ({ at }) => at },
  ],
};

const row = (given: Partial<Row>): Row => ({ name: null, amount: null, at: null, ...given });

async function* pages(...all: readonly Row[][]) {
  yield* all;
}

async function written(rows: readonly Row[], mostRows = 1_000): Promise<Record<string, string>> {
  const style = { language: 'de', timeZone: 'Europe/Berlin' } as const;
  const parts = writeXlsx(TABLE, style, pages([...rows]), mostRows);
  const files = await unzip(await buffer(parts));
  // Each part is well-formed, with every prefix declared.
  for (const xml of Object.values(files)) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(xml).close();
  }
  return files;
}

const sheet = async (rows: readonly Row[]) => (await written(rows))['xl/worksheets/sheet1.xml'];

test('a workbook has the parts that a spreadsheet asks for, and names its sheet', async () => {
  const files = await written([]);
  expect(Object.keys(files).sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  expect(files['xl/workbook.xml']).toContain(
    '<sheet name="Häuser &amp; mehr" sheetId="1" r:id="rId1"/>',
  );
});

test('the row of names stays in view, and each column can be filtered', async () => {
  const xml = await sheet([row({ name: 'Hotel' }), row({ name: 'Mensa' })]);
  expect(xml).toContain(
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
  );
  expect(xml).toContain('<autoFilter ref="A1:C3"/>');
});

test('dates are local days with a German format, amounts numbers, and empty cells nothing', async () => {
  const files = await written([
    row({ amount: '1250.5', at: '2026-03-28T23:30:00.999Z' }),
    row({ at: '2026-03-29T10:00:00Z' }),
  ]);
  expect(files['xl/styles.xml']).toContain('formatCode="[$-407]dd\\.mm\\.yyyy\\ hh:mm"');
  const xml = files['xl/worksheets/sheet1.xml'];
  expect(xml).toContain(
    '<row r="2"><c r="B2" s="3"><v>1250.5</v></c><c r="C2" s="4"><v>46110.02083333333</v></c></row>',
  );
  // Noon by the clocks of that day, on which they were put forward.
  expect(xml).toContain('<row r="3"><c r="C3" s="4"><v>46110.5</v></c></row>');
});

test('a text is never a formula, a number or broken XML, whatever stands in it', async () => {
  const texts = [
    '=HYPERLINK("https://evil.example";"Hotel")',
    '+49 731 1',
    '01067',
    '<b>&"\'',
    'eins\r\nzwei\u000b\u0000',
    '_x0041_',
    '\ud800 allein \u{1f3e8}',
  ];
  const xml = (await sheet(texts.map((name) => row({ name })))) ?? '';
  expect(xml).not.toContain('<f');
  const cells = [...xml.matchAll(/<c r="A[2-9]"([^>]*)><is><t xml:space="preserve">(.*?)<\/t>/gs)];
  expect(cells.map(([, type, text]) => [type, text])).toEqual([
    [' s="2" t="inlineStr"', '=HYPERLINK(&quot;https://evil.example&quot;;&quot;Hotel&quot;)'],
    [' s="2" t="inlineStr"', '+49 731 1'],
    [' s="2" t="inlineStr"', '01067'],
    [' s="2" t="inlineStr"', "&lt;b&gt;&amp;&quot;'"],
    [' s="2" t="inlineStr"', 'eins_x000D_\nzwei_x000B__x0000_'],
    [' s="2" t="inlineStr"', '_x005F_x0041_'],
    [' s="2" t="inlineStr"', '_xD800_ allein \u{1f3e8}'],
  ]);
});

test('a text that no cell takes is cut, and says so', async () => {
  const xml = (await sheet([row({ name: 'x'.repeat(40_000) })])) ?? '';
  expect(/(x+)…/.exec(xml)?.[1]).toHaveLength(32_766);
});

test('rows that one sheet has no room for go on in the next one', async () => {
  const files = await written(
    ['a', 'b', 'c', 'd', 'e'].map((name) => row({ name })),
    3,
  );
  const names = [1, 2, 3].map((nth) =>
    [...(files[`xl/worksheets/sheet${nth}.xml`] ?? '').matchAll(/<t [^>]*>(\w)<\/t>/g)].map(
      ([, name]) => name,
    ),
  );
  expect(names).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  expect(files['xl/workbook.xml']).toContain('name="Häuser &amp; mehr 3" sheetId="3" r:id="rId3"');
});

test('a source that fails breaks the file off, and one that is left is closed', async () => {
  let closed = 0;
  async function* failing() {
    try {
      yield [row({ name: 'Hotel' })];
      throw new Error('The token counts no longer.');
    } finally {
      closed++;
    }
  }
  const style = { language: 'en', timeZone: 'UTC' } as const;
  await expect(buffer(writeXlsx(TABLE, style, failing(), 10))).rejects.toThrow('counts no longer');
  expect(closed).toBe(1);
  async function* endless() {
    try {
      for (;;) yield [row({ name: `${Math.random()}` })];
    } finally {
      closed++;
    }
  }
  const left = writeXlsx(TABLE, style, endless(), 1_000_000);
  // The head of the archive, and what stands in it.
  for (let n = 0; n < 3; n++) await left.next();
  await left.return();
  expect(closed).toBe(2);
});
