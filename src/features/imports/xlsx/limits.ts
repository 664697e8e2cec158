/** What is read of a workbook at most. A file of 10 MB may be unpacked to 10 GB. */
export interface XlsxLimits {
  /** Bytes of one part of the archive, unpacked. */
  readonly maxPartBytes: number;
  /** Parts of the archive. */
  readonly maxParts: number;
  /** Different texts of all cells. */
  readonly maxTexts: number;
  /** Characters of them. */
  readonly maxTextCharacters: number;
  /** Sheets that are looked at for a list. */
  readonly maxSheets: number;
  readonly maxColumns: number;
  /** Rows that are not blank. */
  readonly maxRows: number;
  /** Characters of one row. */
  readonly maxRowCharacters: number;
}

export const XLSX_LIMITS: XlsxLimits = {
  maxPartBytes: 128 * 1024 * 1024,
  maxParts: 2_000,
  maxTexts: 1_000_000,
  maxTextCharacters: 48 * 1024 * 1024,
  maxSheets: 20,
  maxColumns: 1_000,
  maxRows: 100_000,
  maxRowCharacters: 128 * 1024,
};
