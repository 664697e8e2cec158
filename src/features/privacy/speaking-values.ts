import { PSEUDONYMIZED } from '../../domain/placeholder.js';
import type { ValuePath } from '../../platform/audit/leaves.js';
import type { DataSubject } from './data-subject.js';
import { speaksOf, type Terms } from './terms.js';
import { KEPT_KEYS } from './text-columns.js';

/** The relation of a row to the person whose values are looked for. */
export interface RowOfValues {
  /** Whether it is about a lead of the person. */
  readonly theirs: boolean;
  /** Whether it is about a contact of theirs, with any text. */
  readonly ofContact: boolean;
}

/** Ids and instants, whose digits may look like a number. */
const SAYS_NOTHING =
  /^(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)$/;

/**
 * Paths of the texts within a value that speak of the person. Keys of objects are no names, and some keys hold values
 * that are kept anyway. An object with an address is a person: all texts of the person meant count, such as their
 * role, and none of another contact with the same name.
 */
export function speakingPaths(
  subject: Pick<DataSubject, 'terms' | 'others'>,
  value: unknown,
  row: RowOfValues,
  path: ValuePath,
): ValuePath[] {
  if (typeof value === 'string') {
    const counts = row.ofContact || speaksOf(subject.terms, value, row.theirs);
    return counts && !isBlank(value) && !SAYS_NOTHING.test(value) ? [path] : [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((inner, nth) => speakingPaths(subject, inner, row, [...path, nth]));
  }
  if (typeof value !== 'object' || value === null) return [];
  const members = Object.entries(value).filter(([key]) => !KEPT_KEYS.has(key));
  const search = (how: Pick<DataSubject, 'terms' | 'others'>, where: RowOfValues) =>
    members.flatMap(([key, inner]) => speakingPaths(how, inner, where, [...path, key]));
  if (row.ofContact) return search(subject, row);
  switch (whoseIs(subject, value, row.theirs)) {
    case 'NOBODY':
      return search(subject, row);
    case 'OTHER':
      return search({ ...subject, terms: addressesOf(subject.terms) }, row);
    case 'UNKNOWN':
      return search(subject, row).length === 0 ? [] : search(subject, { ...row, ofContact: true });
    case 'THEIRS':
      return search(subject, { ...row, ofContact: true });
  }
}

function isBlank(text: string): boolean {
  return text === '' || text === PSEUDONYMIZED;
}

/** The e-mail address goes before the phone number, which colleagues may share. */
function whoseIs(
  { terms, others }: Pick<DataSubject, 'terms' | 'others'>,
  value: { readonly email?: unknown; readonly phone?: unknown },
  theirs: boolean,
): 'THEIRS' | 'OTHER' | 'UNKNOWN' | 'NOBODY' {
  const addresses = [value.email, value.phone].filter(
    (text): text is string => typeof text === 'string' && !isBlank(text),
  );
  if (addresses.length === 0) return 'NOBODY';
  for (const address of addresses) {
    if (speaksOf(addressesOf(terms), address, theirs)) return 'THEIRS';
    if (theirs && speaksOf(others, address, true)) return 'OTHER';
  }
  return 'UNKNOWN';
}

function addressesOf(terms: Terms): Terms {
  return { ...terms, words: new Set() };
}
