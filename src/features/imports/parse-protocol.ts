import type { FilePreview } from './describe-file.js';
import type { FileWarning } from './import-file.js';
import type { JudgeOptions, Verdict } from './judge-rows.js';
import type { FileOptions } from './read-file.js';

/** What the thread that parses is asked, one thing after the other. */
export type ParseRequest =
  | { readonly kind: 'OPEN'; readonly content: Uint8Array; readonly options: FileOptions }
  | {
      readonly kind: 'PREVIEW';
      readonly content: Uint8Array;
      readonly options: FileOptions;
      readonly judging: Omit<JudgeOptions, 'file'>;
    }
  | {
      readonly kind: 'JUDGE';
      readonly options: Omit<JudgeOptions, 'file'>;
      /** Rows up to this line have been reported already. */
      readonly afterLine: number;
      readonly batchSize: number;
    }
  | { readonly kind: 'NEXT' }
  /** Lets go of the file; the thread waits for the next one. */
  | { readonly kind: 'CLOSE' };

export type ParseAnswer =
  | { readonly kind: 'OPENED'; readonly file: FileDescription }
  | { readonly kind: 'PREVIEWED'; readonly preview: FilePreview }
  | { readonly kind: 'READY' }
  /** Null after the last row. */
  | { readonly kind: 'BATCH'; readonly verdicts: readonly Verdict[] | null }
  /** The file as a whole cannot be imported. */
  | { readonly kind: 'UNREADABLE'; readonly message: string };

/** The facts of a file that are known before its first row. */
export interface FileDescription {
  readonly encoding: string;
  readonly totalRows: number;
  readonly warnings: readonly FileWarning[];
}
