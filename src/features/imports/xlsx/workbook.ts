import { posix } from 'node:path';
import { ImportFileError } from '../import-file-error.js';
import { type Epoch, type NumberFormat, numberFormat, PLAIN } from './cell-text.js';
import type { Archive } from './open-archive.js';
import { broken } from './open-archive.js';
import { readWhole } from './read-xml.js';

export interface Sheet {
  readonly name: string;
  /** Part of the archive. */
  readonly path: string;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly epoch: Epoch;
  /** By the number of the cell style. */
  readonly formats: readonly NumberFormat[];
  /** The part with the texts of all cells; null if there is none. */
  readonly texts: string | null;
}

/**
 * What a workbook consists of. Of all its relations only those to parts of the same archive count.
 * @throws ImportFileError for an archive that is no workbook
 */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const [root] = ofKind(await relationsOf(archive, ''), 'officeDocument');
  if (!root || !archive.has(root.path)) throw noWorkbook();
  if (root.path.endsWith('.bin')) {
    throw new ImportFileError(
      'NOT_TEXT',
      'This is a binary Excel workbook (.xlsb). Open it in Excel, choose “Save as” and “Excel workbook (.xlsx)”, and send that file.',
    );
  }
  const relations = await relationsOf(archive, root.path);
  const { listed, epoch } = await readList(archive, root.path);
  const byId = new Map(ofKind(relations, 'worksheet').map(({ id, path }) => [id, path]));
  const sheets = listed.flatMap(({ name, relation, hidden }) => {
    const path = byId.get(relation);
    return path === undefined ? [] : [{ name, path, hidden }];
  });
  const styles = ofKind(relations, 'styles')[0]?.path;
  const formats = styles && archive.has(styles) ? await readFormats(archive, styles) : [];
  return { sheets, epoch, formats, texts: ofKind(relations, 'sharedStrings')[0]?.path ?? null };
}

function noWorkbook(): ImportFileError {
  return new ImportFileError(
    'NOT_TEXT',
    'This is a ZIP archive and no Excel workbook. Unpack it, and send the list in it.',
  );
}

interface Relation {
  readonly id: string;
  /** Last part of its address, such as `worksheet`. */
  readonly kind: string;
  readonly path: string;
}

function ofKind(relations: readonly Relation[], kind: string): readonly Relation[] {
  return relations.filter((one) => one.kind === kind);
}

/** @param path of the part; empty for the archive itself */
async function relationsOf(archive: Archive, path: string): Promise<Relation[]> {
  const folder = posix.dirname(path);
  const list = posix.join(folder, '_rels', `${posix.basename(path)}.rels`);
  if (!archive.has(list)) return [];
  const relations: Relation[] = [];
  await readWhole(archive.read(list), {
    open(name, attribute) {
      const target = attribute('Target');
      if (name !== 'Relationship' || target === undefined) return;
      if (attribute('TargetMode') === 'External') return;
      relations.push({
        id: attribute('Id') ?? '',
        kind: attribute('Type')?.split('/').at(-1) ?? '',
        path: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return relations;
}

async function readList(archive: Archive, path: string) {
  const listed: { name: string; relation: string; hidden: boolean }[] = [];
  let epoch: Epoch = 1900;
  await readWhole(archive.read(path), {
    open(name, attribute) {
      if (name === 'workbookPr' && ['1', 'true'].includes(attribute('date1904') ?? '')) {
        epoch = 1904;
      }
      if (name !== 'sheet') return;
      listed.push({
        name: attribute('name') ?? '',
        relation: attribute('id') ?? '',
        hidden: (attribute('state') ?? 'visible') !== 'visible',
      });
    },
  });
  return { listed, epoch };
}

/** Excel has up to 65,490 cell styles. */
const MOST_FORMATS = 70_000;

async function readFormats(archive: Archive, path: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let ofCells = false;
  await readWhole(archive.read(path), {
    open(name, attribute) {
      if (name === 'cellXfs') ofCells = true;
      if (name === 'numFmt')
        codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name !== 'xf' || !ofCells) return;
      if (formats.length >= MOST_FORMATS) throw broken(`it has more than ${MOST_FORMATS} styles`);
      const id = Number(attribute('numFmtId') ?? 0);
      formats.push(Number.isNaN(id) ? PLAIN : numberFormat(id, codes.get(id) ?? null));
    },
    close(name) {
      if (name === 'cellXfs') ofCells = false;
    },
  });
  return formats;
}
