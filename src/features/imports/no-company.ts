import { cleanLine } from '../../domain/text/clean.js';
import { type Columns, headerKey } from './columns.js';
import { saysNothing } from './empty-cells.js';
import { type RowProblem, shortened } from './row-problem.js';

/** How rows begin that add others up. */
const TOTAL =
  /^(?:gesamt(?:summe|ergebnis|betrag|anzahl|umsatz|zahl)?|(?:zwischen|end|teil)?summen?|(?:sub|grand )?total|sums?|anzahl|übertrag|saldo|durchschnitt|mittelwert|average|count|Σ)(?![\p{L}\p{N}])/iu;

/** Why a row is no company, if it is one of those that stand between them; null for all others. */
export function noCompanyProblem(fields: readonly string[], columns: Columns): RowProblem | null {
  const cells = fields.map(cleanLine);
  const filled = cells.filter((cell) => !saysNothing(cell));
  const value = shortened(fields.filter((cell) => cell.trim() !== '').join(' | '));
  if (repeatsHeader(cells, columns)) {
    return whole('REPEATED_HEADER', value, 'repeats the header; it is no company');
  }
  const places = ['city', 'postalCodeAndCity', 'address'] as const;
  const cellOf = (field: (typeof places)[number] | 'companyName') =>
    cells[columns.fields.indexOf(field)] ?? '';
  const [first = ''] = filled;
  const hasPlace = places.some((place) => cellOf(place) !== first && /\p{L}/u.test(cellOf(place)));
  if (TOTAL.test(first) && (!hasPlace || filled.length === 1)) {
    return whole('TOTAL_ROW', value, 'adds up other rows; it is no company');
  }
  const named = columns.header.filter((cell) => cell.trim() !== '').length;
  const isAlone = filled.length === 1 && named > 2;
  if (isAlone && (fields.length === 1 || !saysNothing(cellOf('companyName')))) {
    const message =
      'stands alone in its row: a title of a group or a note is no company, and a company needs a city';
    return whole('GROUP_TITLE', value, message);
  }
  return null;
}

function repeatsHeader(cells: readonly string[], { header }: Columns): boolean {
  const pairs = cells.flatMap((cell, at) =>
    cell === '' ? [] : [[cell, header[at] ?? ''] as const],
  );
  const same = pairs.filter(([cell, name]) => headerKey(cell) === headerKey(name)).length;
  return same >= 2 && same === pairs.length;
}

function whole(code: RowProblem['code'], value: string, message: string): RowProblem {
  return { code, field: null, column: null, value, message: `“${value}” ${message}`, params: {} };
}
