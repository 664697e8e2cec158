import type { ImportField } from './column-names.js';

export type RowProblemCode =
  | 'TOO_FEW_FIELDS'
  | 'TOO_MANY_FIELDS'
  | 'BROKEN_QUOTE'
  | 'REPEATED_HEADER'
  | 'TOTAL_ROW'
  | 'GROUP_TITLE'
  | 'FORMULA'
  | 'LETTERS_MISSING'
  | 'SPREADSHEET_ERROR'
  | 'NUMBER_SHORTENED'
  | 'COUNTRY_DIFFERS'
  | 'POSTAL_CODE_DIFFERS'
  | 'AMBIGUOUS_PHONE'
  | 'REQUIRED'
  | 'NO_LETTERS'
  | 'TOO_LONG'
  | 'UNKNOWN_COUNTRY'
  | 'INVALID_POSTAL_CODE'
  | 'UNKNOWN_CURRENCY'
  | 'TOO_MANY_TAGS'
  | 'INVALID_EMAIL'
  | 'INVALID_PHONE'
  | 'INVALID_WEBSITE'
  | 'INVALID_DATE'
  | 'AMBIGUOUS_DATE'
  | 'DATE_IN_FUTURE'
  | 'DATE_TOO_OLD'
  | 'INVALID_AMOUNT'
  | 'AMOUNT_RANGE'
  | 'AMOUNT_PER_PERIOD'
  | 'NEGATIVE_AMOUNT'
  | 'AMOUNT_TOO_PRECISE'
  | 'AMOUNT_TOO_LARGE';

export const ROW_WARNING_CODES = [
  'LEADING_ZERO_RESTORED',
  'COUNTRY_CODE_RESTORED',
  'COUNTRY_ASSUMED',
  'LETTERS_LOST',
  'UNKNOWN_BUSINESS_TYPE',
  'EMPTIED',
  'CONTROL_CHARACTERS',
  'NAMELESS_COLUMN',
  'NOT_USED',
  'AMOUNT_APPROXIMATE',
  'ONLY_DIGITS',
  'UNKNOWN_REPRESENTATIVE',
  'BORN_EXPIRED',
  'CONTACT_ADDED',
  'CONTACT_NOT_ADDED',
] as const;
export type RowWarningCode = (typeof ROW_WARNING_CODES)[number];

/** Whether a remark keeps no row from becoming a lead. */
export function isWarningCode(code: string): boolean {
  return (ROW_WARNING_CODES as readonly string[]).includes(code);
}

/** A remark on a row. `code` and `params` suffice to say the message in another language. */
export interface RowRemark<Code extends string> {
  readonly code: Code;
  /** Null where the row as a whole is wrong. */
  readonly field: ImportField | null;
  /** The header as the file spells it; the field's name if the file's header is not known. */
  readonly column: string | null;
  /** The value in the file, shortened to 80 characters. May be personal data. */
  readonly value: string;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Why a row is rejected. */
export type RowProblem = RowRemark<RowProblemCode>;
/** A remark for the importer to review, on a row that is accepted nevertheless. */
export type RowWarning = RowRemark<RowWarningCode>;

/** The value of a cell, or why it has none. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly code: RowProblemCode;
      /** Goes on after the value: `is no date`. */
      readonly message: string;
      readonly params?: Readonly<Record<string, string | number>>;
    };

/** A value as it stands in problems: printable and short. */
export function shortened(value: string): string {
  const printable = value.replace(/\p{C}+/gu, ' ').trim();
  const letters = [...printable.slice(0, 200)];
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : printable;
}
