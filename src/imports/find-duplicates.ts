import { leadMatchKey } from '../domain/matching.js';
import type { ImportRow } from './parse-row.js';

export interface DuplicateOf {
  /** The first line of the file that holds this lead. */
  readonly line: number;
  readonly because: 'EMAIL' | 'COMPANY_AND_CITY';
}

/**
 * Remembers the accepted rows of one file, in order. A row repeats an earlier one if it has the same e-mail, or the
 * same company, city and country; two different postal codes tell the latter apart.
 */
export function createDuplicateFinder(): {
  check(line: number, row: ImportRow): DuplicateOf | null;
} {
  const byEmail = new Map<string, number>();
  const byKey = new Map<string, { line: number; postalCode: string | null }[]>();
  return {
    check(line, row) {
      const key = leadMatchKey(row);
      const namesakes = byKey.get(key) ?? [];
      const emailLine = row.email === null ? undefined : byEmail.get(row.email);
      const keyLine = namesakes.find(
        ({ postalCode }) =>
          postalCode === null || row.postalCode === null || postalCode === row.postalCode,
      )?.line;
      const first = emailLine ?? keyLine ?? line;

      if (row.email !== null && emailLine === undefined) byEmail.set(row.email, first);
      if (!namesakes.some(({ postalCode }) => postalCode === row.postalCode)) {
        byKey.set(key, [...namesakes, { line: first, postalCode: row.postalCode }]);
      }
      if (emailLine !== undefined) return { line: emailLine, because: 'EMAIL' };
      if (keyLine !== undefined) return { line: keyLine, because: 'COMPANY_AND_CITY' };
      return null;
    },
  };
}
