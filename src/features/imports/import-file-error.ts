import { ValidationError } from '../../domain/errors.js';

export type ImportFileReason =
  | 'EMPTY_FILE'
  | 'FILE_TOO_LARGE'
  | 'NOT_TEXT'
  | 'INVALID_ENCODING'
  | 'MISSING_COLUMNS'
  | 'DUPLICATE_COLUMNS'
  | 'UNCLOSED_QUOTE'
  | 'RECORD_TOO_LARGE'
  | 'TOO_MANY_ROWS'
  | 'NO_HEADER'
  | 'NO_SHEET'
  | 'ENCRYPTED'
  | 'BROKEN_WORKBOOK'
  | 'UNPACKED_TOO_LARGE'
  | 'TOO_MANY_TEXTS'
  | 'TOO_MANY_COLUMNS';

/** The file as a whole cannot be imported. */
export class ImportFileError extends ValidationError {
  readonly reason: ImportFileReason;
  /** Line of the file, counted from 1, where the reason is tied to one. */
  readonly line: number | null;
  constructor(reason: ImportFileReason, message: string, line: number | null = null) {
    super([{ path: 'file', message }]);
    this.reason = reason;
    this.line = line;
  }
}
