import { z } from 'zod';
import { COLUMN_NAMES, type ImportField } from './column-names.js';
import { NO_LAYOUT } from './import-file.js';
import type { FileOptions } from './read-file.js';

export const IMPORT_FIELDS = Object.keys(COLUMN_NAMES) as [ImportField, ...ImportField[]];

/** What may be said of the columns of one file. */
const MOST_CHOICES = 200;

/** Positions count from 0. */
export const choice = z
  .array(
    z
      .object({ position: z.int().min(0).max(999), field: z.enum(IMPORT_FIELDS).nullable() })
      .readonly(),
  )
  .max(MOST_CHOICES)
  .readonly();

/** How a file is to be read. Each is left out where it is found out, so that the hash of what was sent before stays. */
export const fileOptions = z.object({
  delimiter: z.enum([',', ';', '\t']).nullable(),
  sheet: z.string().min(1).max(100).optional(),
  headerLine: z.int().min(1).max(1_048_576).optional(),
  columns: choice.optional(),
  /** What the importer said of the columns of other files: those with the same header are read so. */
  known: z
    .array(z.object({ header: z.string(), chosen: choice }).readonly())
    .readonly()
    .optional(),
});

export function fileOptionsOf(options: z.output<typeof fileOptions>): FileOptions {
  const { delimiter, sheet = null, headerLine = null, columns = [], known = [] } = options;
  return { ...NO_LAYOUT, delimiter, sheet, headerLine, chosen: columns, known };
}
