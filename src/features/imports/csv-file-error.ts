import { ValidationError } from '../../domain/errors.js';

export type CsvFileReason =
  | 'EMPTY_FILE'
  | 'FILE_TOO_LARGE'
  | 'NOT_TEXT'
  | 'INVALID_ENCODING'
  | 'MISSING_COLUMNS'
  | 'DUPLICATE_COLUMNS'
  | 'UNCLOSED_QUOTE'
  | 'RECORD_TOO_LARGE'
  | 'TOO_MANY_ROWS';

/** The file as a whole cannot be imported. */
export class CsvFileError extends ValidationError {
  readonly reason: CsvFileReason;
  /** Line of the file, counted from 1, where the reason is tied to one. */
  readonly line: number | null;
  constructor(reason: CsvFileReason, message: string, line: number | null = null) {
    super([{ path: 'file', message }]);
    this.reason = reason;
    this.line = line;
  }
}
