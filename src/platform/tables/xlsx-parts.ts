import type { Locale } from '../../domain/locales.js';
import type { Column } from './table.js';
import { xlsxText } from './xlsx-text.js';

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** How dates are shown: with German names of the signs where German is read. */
const DATES: Readonly<Record<Locale, string>> = {
  de: '[$-407]dd\\.mm\\.yyyy\\ hh:mm',
  en: 'yyyy\\-mm\\-dd\\ hh:mm',
};

/** Numbers of the cell styles below. Text stays text when a cell is edited: it has the format `@`. */
export const STYLES = { header: 1, text: 2, amount: 3, instant: 4 } as const;

const WIDTHS: Readonly<Record<Column<never>['holds'], number>> = {
  text: 22,
  amount: 16,
  instant: 18,
};

export interface Part {
  readonly path: string;
  readonly xml: string;
}

/** Everything of a workbook but its sheets. */
export function workbookParts(titles: readonly string[], language: Locale): Part[] {
  const nth = titles.map((_, index) => index + 1);
  const sheets = titles.map(
    (title, index) =>
      `<sheet name="${xlsxText(title)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const ofSheets = nth.map((n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`));
  const types = nth.map((n) => override(`/xl/worksheets/sheet${n}.xml`, 'worksheet'));
  return [
    {
      path: '[Content_Types].xml',
      xml: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}${types.join('')}</Types>`,
    },
    {
      path: '_rels/.rels',
      xml: relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    },
    {
      path: 'xl/workbook.xml',
      xml: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      xml: relations([...ofSheets, relation(`rId${titles.length + 1}`, 'styles', 'styles.xml')]),
    },
    { path: 'xl/styles.xml', xml: styles(language) },
  ];
}

/** A sheet up to its first row: the row of names stays in view. */
export function sheetStart(columns: readonly Pick<Column<never>, 'holds'>[]): string {
  const widths = columns.map(
    ({ holds }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${WIDTHS[holds]}" customWidth="1"/>`,
  );
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
}

/** A sheet after its last row: each column can be filtered. */
export function sheetEnd(columns: number, rows: number): string {
  return `</sheetData><autoFilter ref="A1:${columnName(columns)}${rows}"/></worksheet>`;
}

/** `A` for 1, `AA` for 27. */
export function columnName(nth: number): string {
  let name = '';
  for (let rest = nth; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

function override(part: string, kind: string): string {
  return `<Override PartName="${part}" ContentType="${TYPE}.${kind}+xml"/>`;
}

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
}

function relations(all: readonly string[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function styles(language: Locale): string {
  const xf = (format: number, font = 0) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
  // 49 is text, 4 is #,##0.00: separators are those of the reader's Excel.
  const formats = [xf(0), xf(49, 1), xf(49), xf(4), xf(164)];
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="${xlsxText(DATES[language])}"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
