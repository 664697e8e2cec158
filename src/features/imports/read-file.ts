import type { ImportFile, Layout } from './import-file.js';
import { ImportFileError } from './import-file-error.js';
import { type CsvDelimiter, readCsv } from './read-csv.js';
import { isZip, refuseOtherFiles } from './refuse-other-files.js';
import { readXlsx } from './xlsx/read-xlsx.js';

export interface FileOptions extends Layout {
  /** Of a CSV file; found out if null. */
  readonly delimiter: CsvDelimiter | null;
  /** Of a workbook; found out if null. */
  readonly sheet: string | null;
}

/** Opens a list, CSV or XLSX. @throws ImportFileError if the file as a whole cannot be imported */
export async function readFile(bytes: Uint8Array, options: FileOptions): Promise<ImportFile> {
  if (!isZip(bytes)) {
    if (options.sheet !== null) {
      throw new ImportFileError('NO_SHEET', 'A CSV file has no sheets; name none.');
    }
    return readCsv(bytes, options);
  }
  refuseOtherFiles(bytes);
  return readXlsx(bytes, options);
}
