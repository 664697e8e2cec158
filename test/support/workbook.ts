import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A cell as XML, or a text that becomes an inline one; empty for none. */
export type CellXml = string | { readonly xml: string };

export interface MadeSheet {
  readonly name?: string;
  readonly state?: string;
  /** The whole part, or what stands in `sheetData`. */
  readonly rows: readonly (readonly CellXml[])[] | string;
}

export interface Made {
  readonly sheets: readonly MadeSheet[];
  /** Content of `sst`; left out, there is no such part. */
  readonly texts?: string;
  /** Content of `styleSheet`. */
  readonly styles?: string;
  readonly date1904?: boolean;
  /** Further parts, or others instead; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Buffer | null>>;
}

/** A workbook as a spreadsheet would save it, or as none would. */
export async function workbook(made: Made): Promise<Buffer> {
  const nth = made.sheets.map((_, index) => index + 1);
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (all: readonly string[]) => `<Relationships>${all.join('')}</Relationships>`;
  const sheets = made.sheets.map(
    ({ name, state = 'visible' }, index) =>
      `<sheet name="${name ?? `Tabelle${index + 1}`}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`,
  );
  const parts: Record<string, string | Buffer | null> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${made.date1904 ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...nth.map((n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)),
      relation('rIdS', 'sharedStrings', '/xl/sharedStrings.xml'),
      relation('rIdT', 'styles', 'styles.xml'),
    ]),
    ...(made.texts === undefined
      ? {}
      : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${made.texts}</sst>` }),
    ...(made.styles === undefined
      ? {}
      : { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${made.styles}</styleSheet>` }),
    ...Object.fromEntries(
      made.sheets.map(({ rows }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${typeof rows === 'string' ? rows : rowsXml(rows)}</sheetData></worksheet>`,
      ]),
    ),
    ...made.parts,
  };
  return archive(parts);
}

/** A ZIP archive of these parts. */
export async function archive(
  parts: Readonly<Record<string, string | Buffer | null>>,
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(parts)) {
    if (content !== null) zip.addBuffer(Buffer.from(content), path);
  }
  zip.end();
  return buffer(zip.outputStream);
}

function rowsXml(rows: readonly (readonly CellXml[])[]): string {
  return rows.map((cells) => `<row>${cells.map(cellXml).join('')}</row>`).join('');
}

function cellXml(cell: CellXml): string {
  if (typeof cell !== 'string') return cell.xml;
  return cell === '' ? '<c/>' : `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

export const number = (value: number | string, style = 0): CellXml => ({
  xml: `<c s="${style}"><v>${value}</v></c>`,
});
export const shared = (nth: number): CellXml => ({ xml: `<c t="s"><v>${nth}</v></c>` });
