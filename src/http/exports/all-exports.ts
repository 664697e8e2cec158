import { CSV } from '../../platform/tables/write-csv.js';
import { XLSX } from '../../platform/tables/write-xlsx.js';
import type { Answer } from '../routes.js';
import { answerExport, type ExportKind, type ExportOptions } from './answer-export.js';
import { EVENT_LINES } from './export-events.js';
import { LEAD_LINES, leadTable } from './export-leads.js';
import { policyPreviewTable } from './export-policy-preview.js';

const EXPORTS: readonly ExportKind[] = [
  ...[CSV, XLSX].flatMap((format) => [leadTable(format), policyPreviewTable(format)]),
  LEAD_LINES,
  EVENT_LINES,
];

/** All files that can be taken out, by path. */
export function allExports(options: ExportOptions): Record<`/exports/${string}`, Answer> {
  return Object.fromEntries(
    EXPORTS.map((kind) => [`/exports/${kind.name}.${kind.extension}`, answerExport(options, kind)]),
  );
}
