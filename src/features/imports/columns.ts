import { createHash } from 'node:crypto';
import { COLUMN_NAMES, type ColumnNames, type ImportField } from './column-names.js';
import { type HeaderUnit, unitOf } from './header-unit.js';
import { ImportFileError } from './import-file-error.js';
import { shortened } from './row-problem.js';

const TABLE: Readonly<Record<ImportField, ColumnNames>> = COLUMN_NAMES;
const FIELDS = Object.keys(COLUMN_NAMES) as ImportField[];

/** Whichever of them a file has says in which city a company is. */
const PLACES: readonly ImportField[] = ['city', 'postalCodeAndCity', 'address'];

export interface Columns {
  /** Field of each column by position, null where the column is not imported. */
  readonly fields: readonly (ImportField | null)[];
  /** The header cells as the file spells them. */
  readonly header: readonly string[];
  /** The header of each field as the file spells it, for messages. */
  readonly names: Readonly<Partial<Record<ImportField, string>>>;
  readonly unknown: readonly string[];
  /** How many header cells at the end are empty. */
  readonly unnamedAtEnd: number;
  /** How the known headers split by language. Names that both languages share count for neither. */
  readonly german: number;
  readonly english: number;
  /** What the header of the volume says of all its amounts: `Umsatz (T€)`. */
  readonly volumeUnit: HeaderUnit;
}

/** What a person said that columns mean; null for one that is not imported. Positions count from 0. */
export type Choice = readonly { readonly position: number; readonly field: ImportField | null }[];

/** A choice for all files with a certain header. */
export interface KnownHeader {
  /** `headerHash` of the header. */
  readonly header: string;
  readonly chosen: Choice;
}

/** By which a header is recognised: the same names in the same order. */
export function headerHash(header: readonly string[]): string {
  const last = header.findLastIndex((cell) => cell.trim() !== '');
  const names = header.slice(0, last + 1).map((cell) => headerKey(cell));
  return createHash('sha256').update(JSON.stringify(names)).digest('hex');
}

/** The columns of a header: as was said for this file, else before for this header, else by their names. */
export function columnsOf(
  header: readonly string[],
  { chosen, known }: { chosen: Choice; known: readonly KnownHeader[] },
): Columns {
  if (chosen.length > 0 || known.length === 0) return mapColumns(header, chosen);
  const hash = headerHash(header);
  return mapColumns(header, known.find((one) => one.header === hash)?.chosen);
}

/** Assigns a header row's cells to fields; judges nothing. */
export function mapColumns(header: readonly string[], chosen: Choice = []): Columns {
  const said = new Map(chosen.map(({ position, field }) => [position, field]));
  const taken = new Set(said.values());
  const found = header.map((cell, position) => (said.has(position) ? null : lookUp(cell.trim())));
  const fields = yielding(
    header,
    found.map((known) => known ?? null),
  ).map((field, position) => {
    const choice = said.get(position);
    if (choice !== undefined) return choice;
    // A column that was chosen for a field leaves no room for one that is merely called so.
    return field !== null && taken.has(field) && !TABLE[field].repeats ? null : field;
  });
  const names: Partial<Record<ImportField, string>> = {};
  const unknown: string[] = [];
  let german = 0;
  let english = 0;
  fields.forEach((field, position) => {
    const name = header[position]?.trim() ?? '';
    if (field === null) {
      if (name !== '') unknown.push(name);
      return;
    }
    names[field] ??= name;
    const known = found[position];
    if (known?.german && !known.english) german++;
    if (known?.english && !known.german) english++;
  });
  const lastNamed = header.findLastIndex((cell) => cell.trim() !== '');
  const unnamedAtEnd = header.length - 1 - lastNamed;
  const volumeUnit = unitOf(names.estimatedVolume ?? '');
  return { fields, header, names, unknown, unnamedAtEnd, german, english, volumeUnit };
}

/** Whether the columns tell the company and its city. */
export function tellCompanies({ fields }: Columns): boolean {
  return fields.includes('companyName') && PLACES.some((place) => fields.includes(place));
}

/** @throws ImportFileError if a mandatory column is missing or two columns mean the same field */
export function checkColumns(columns: Columns, line: number): void {
  const fault = columnFault(columns, line);
  if (fault) throw fault;
}

/** Why no row can be imported with these columns; null if rows can. */
export function columnFault(columns: Columns, line: number): ImportFileError | null {
  const { header, fields } = columns;
  const missing: ImportField[] = fields.includes('companyName') ? [] : ['companyName'];
  if (!PLACES.some((place) => fields.includes(place))) missing.push('city');
  if (missing.length > 0) {
    const accepted = missing.map((field) => {
      const { de, en } = TABLE[field];
      return `${field} (called ${[...de, ...en].map((name) => `“${name}”`).join(', ')})`;
    });
    return new ImportFileError(
      'MISSING_COLUMNS',
      `There is no column for ${accepted.join(' and none for ')}. The header has ${quoteList(header)}.`,
      line,
    );
  }
  for (const field of FIELDS) {
    if (TABLE[field].repeats) continue;
    const cells = header.filter((_, position) => fields[position] === field);
    if (cells.length < 2) continue;
    return new ImportFileError(
      'DUPLICATE_COLUMNS',
      `${quoteList(cells)} all mean ${field}. Keep one of these columns or rename the others.`,
      line,
    );
  }
  return null;
}

function quoteList(cells: readonly string[]): string {
  const shown = cells.slice(0, 30).map((cell) => `“${shortened(cell)}”`);
  if (cells.length > shown.length) shown.push(`${cells.length - shown.length} more`);
  return shown.join(', ');
}

interface KnownColumn {
  field: ImportField;
  german: boolean;
  english: boolean;
  /** Whether the name gives way to a usual one. */
  yields: boolean;
}

/** One column a field: usual names before others, the first of the others before the rest. */
function yielding(
  header: readonly string[],
  found: readonly (KnownColumn | null)[],
): (ImportField | null)[] {
  const fields = found.map((known, position) => {
    if (known === null) return null;
    const { field, yields } = known;
    if (!yields || TABLE[field].repeats) return field;
    const rivals = found.flatMap((other, at) => (other?.field === field ? [{ other, at }] : []));
    const isBeaten = rivals.some(({ other, at }) => !other.yields || at < position);
    return isBeaten ? null : field;
  });
  // “Name” is the company, unless another column is; then a person.
  header.forEach((cell, position) => {
    if (headerKey(cell) !== 'name') return;
    const wanted = (['companyName', 'lastName', 'contactName'] as const).find(
      (field) => !fields.includes(field) && (field !== 'lastName' || fields.includes('firstName')),
    );
    const isPossible = wanted !== 'companyName' || PLACES.some((place) => fields.includes(place));
    if (wanted && isPossible) fields[position] = wanted;
  });
  return fields;
}

/** `in Tsd. Euro p.a.` */
const LONGEST_UNIT = 18;

let knownColumns: Map<string, KnownColumn> | undefined;

function lookUp(name: string): KnownColumn | undefined {
  if (name === '' || name.length > 200) return undefined;
  knownColumns ??= indexColumns();
  for (const variant of variantsOf(name)) {
    const known = knownColumns.get(headerKey(variant));
    if (known) return known;
  }
  return undefined;
}

/** “Umsatz (EUR)”, “Firma [Pflicht]”, “Umsatz in T€”, “Firma *”: what explains the name is not part of it. */
function variantsOf(name: string): string[] {
  const plain = withoutExplanation(name);
  return [name, plain, withoutUnit(name), withoutUnit(plain)];
}

function withoutUnit(name: string): string {
  const at = name.search(/(?:\bin )?(?:T€|TEUR|TCHF|Tsd|Mio|k€|EUR|CHF|USD|€)/i);
  return at > 0 && name.length - at <= LONGEST_UNIT ? name.slice(0, at) : name;
}

/** The name without what stands in brackets at its end. */
function withoutExplanation(name: string): string {
  const text = name.trimEnd();
  if (!text.endsWith(')') && !text.endsWith(']')) return name;
  const inner = text.slice(0, -1);
  const closed = Math.max(inner.lastIndexOf(')'), inner.lastIndexOf(']'));
  const brackets = [inner.indexOf('(', closed + 1), inner.indexOf('[', closed + 1)];
  const opened = brackets.filter((at) => at >= 0);
  return opened.length === 0 ? name : inner.slice(0, Math.min(...opened));
}

function indexColumns(): Map<string, KnownColumn> {
  const index = new Map<string, KnownColumn>();
  const lists = ['de', 'en', 'alsoDe', 'alsoEn'] as const;
  for (const kind of lists) {
    const yields = kind.startsWith('also');
    const language = kind.toLowerCase().endsWith('de') ? 'german' : 'english';
    for (const field of FIELDS) {
      for (const name of TABLE[field][kind] ?? []) {
        for (const key of [headerKey(name), headerKey(name.replace(/[äöü]/g, withoutMarks))]) {
          const known = index.get(key) ?? { field, german: false, english: false, yields };
          index.set(key, known);
          if (known.field === field) known[language] = true;
        }
      }
    }
  }
  return index;
}

/** A header cell by which it is looked up: letters and digits alone. */
export function headerKey(name: string): string {
  const lower = name.normalize('NFC').toLowerCase();
  const spelled = lower
    .replace(/[äöü]/g, (letter) => `${withoutMarks(letter)}e`)
    .replaceAll('ß', 'ss');
  return withoutMarks(spelled).replace(/[^\p{L}\p{N}]+/gu, '');
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '');
}
