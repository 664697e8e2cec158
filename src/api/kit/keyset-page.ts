import { ValidationError } from '../../domain/errors.js';
import { quote } from '../../platform/input/quote.js';
import { unfitText } from '../../platform/verbs/parse-input.js';

export const DEFAULT_PAGE_SIZE = 25;
export const MAX_PAGE_SIZE = 100;

export interface PageArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}

/** The column that a list is sorted by; ids settle ties. */
export interface SortKey {
  /** Tells the cursors of one order from those of another. */
  readonly column: string;
  readonly kind: 'instant' | 'text' | 'number' | 'decimal';
  readonly direction: 'asc' | 'desc';
  readonly nullable?: boolean;
}

/** The value of the sort column (instants as ISO text, decimals as text) and the id. */
export interface Position {
  readonly value: string | number | null;
  readonly id: string;
}

/** The range to ask the database for, and the direction of its rows. */
export interface Page {
  readonly key: SortKey;
  readonly size: number;
  /** `last`/`before` read against the order and turn the rows round afterwards. */
  readonly backward: boolean;
  /** Exclusive bound to start from. */
  readonly from: Position | null;
  /** Exclusive bound to end at, when both cursors are given. */
  readonly until: Position | null;
}

/** @throws ValidationError for sizes out of bounds and cursors of another order. */
export function parsePage(args: PageArgs, key: SortKey): Page {
  const backward = args.last != null;
  if (backward && args.first != null) {
    throw problem('last', 'first and last are both given, allowed is one of them');
  }
  const size = (backward ? args.last : args.first) ?? DEFAULT_PAGE_SIZE;
  if (size < 0 || size > MAX_PAGE_SIZE) {
    throw problem(
      backward ? 'last' : 'first',
      `${size} is given, allowed is 0 to ${MAX_PAGE_SIZE}`,
    );
  }
  const after = args.after == null ? null : decodePosition(args.after, key, 'after');
  const before = args.before == null ? null : decodePosition(args.before, key, 'before');
  return {
    key,
    size,
    backward,
    from: backward ? before : after,
    until: backward ? after : before,
  };
}

/** The order in which a page is read. */
export function readDirection({ key, backward }: Page): 'asc' | 'desc' {
  if (!backward) return key.direction;
  return key.direction === 'asc' ? 'desc' : 'asc';
}

/** Cursors name their order, so that one order's cursor is not taken for another's. */
export function encodePosition(key: SortKey, { value, id }: Position): string {
  return Buffer.from(JSON.stringify([orderName(key), value, id])).toString('base64url');
}

function decodePosition(cursor: string, key: SortKey, path: string): Position {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parsed = null;
  }
  if (!Array.isArray(parsed)) throw problem(path, `${quote(cursor)} is no cursor`);
  const [name, value, id]: unknown[] = parsed;
  const legal = value === null ? key.nullable === true : isSortable(value, key);
  if (name !== orderName(key) || typeof id !== 'string' || !UUID.test(id) || !legal) {
    throw problem(path, `${quote(cursor)} is no cursor of this list and order`);
  }
  return { value: value as Position['value'], id };
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether the column can be compared with the value; a forged cursor may hold any value. */
function isSortable(value: unknown, { kind }: SortKey): boolean {
  switch (kind) {
    case 'instant':
      return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
    case 'text':
      return typeof value === 'string' && unfitText(value) === null;
    case 'number':
      return typeof value === 'number' && Math.abs(value) <= MAX_NUMBER && Number.isInteger(value);
    case 'decimal':
      return typeof value === 'string' && DECIMAL.test(value);
  }
}

/** As toISOString writes years that the database knows. */
const INSTANT = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** As the database writes amounts. */
const DECIMAL = /^-?\d{1,12}(?:\.\d{1,2})?$/;
/** Of an integer column. */
const MAX_NUMBER = 2 ** 31 - 1;

function orderName({ column, direction }: SortKey): string {
  return `${column} ${direction}`;
}

function problem(path: string, message: string): ValidationError {
  return new ValidationError([{ path, message }]);
}
