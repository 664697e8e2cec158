import { messages, type PGlite, protocol } from '@electric-sql/pglite';

/** By the number of a type, what makes a value of its text. */
export type Parsers = Readonly<Record<number, (text: string, type: number) => unknown>>;

export interface PgliteResult {
  readonly fields: readonly { name: string; dataTypeID: number }[];
  readonly rows: unknown[][];
  readonly affectedRows: number;
}

export type PgliteQuery = (
  sql: string,
  params: readonly unknown[],
  parsers?: Parsers,
) => Promise<PgliteResult>;

const { serialize } = protocol;
const END = Buffer.concat([
  serialize.describe({ type: 'P' }),
  serialize.execute({}),
  serialize.sync(),
]);

/**
 * A statement of a transaction that PGlite runs, in one message as pg sends it. PGlite's own `query` sends six, and copies its parsers for each
 * result: a short statement takes it four times as long. Parameters travel as texts, of the types that the statement
 * makes of them.
 */
export function pgliteQuery(pglite: PGlite): PgliteQuery {
  const known = new WeakMap<Parsers, Parsers>();
  function withOwn(parsers: Parsers): Parsers {
    const merged = known.get(parsers) ?? { ...pglite.parsers, ...parsers };
    known.set(parsers, merged);
    return merged;
  }

  return async (sql, params, parsers) => {
    const message = Buffer.concat([
      serialize.parse({ text: sql }),
      serialize.bind({ values: params.map(textOf) }),
      END,
    ]);
    const answer = await pglite.runExclusive(() =>
      pglite.execProtocolStream(message, { syncToFs: false }),
    );
    return resultOf(answer, parsers ? withOwn(parsers) : pglite.parsers);
  };
}

function resultOf(answer: readonly { name: string }[], parsers: Parsers): PgliteResult {
  let fields: PgliteResult['fields'] = [];
  const rows: unknown[][] = [];
  let affectedRows = 0;
  for (const message of answer) {
    if (message instanceof messages.DataRowMessage) {
      rows.push(
        message.fields.map((text: string | null, nth) => {
          const type = fields[nth]?.dataTypeID ?? 0;
          const parse = parsers[type];
          return text === null || !parse ? text : parse(text, type);
        }),
      );
    } else if (message instanceof messages.RowDescriptionMessage) {
      fields = message.fields;
    } else if (message instanceof messages.CommandCompleteMessage) {
      const [, rowsWritten] = /^(?:INSERT \d+|UPDATE|DELETE|MERGE) (\d+)$/.exec(message.text) ?? [];
      affectedRows = Number(rowsWritten ?? 0);
    }
  }
  return { fields, rows, affectedRows };
}

/** A parameter as PostgreSQL reads it, whatever type it has there. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return `{${value.map(elementOf).join(',')}}`;
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function elementOf(value: unknown): string {
  const text = textOf(value);
  if (text === null) return 'NULL';
  return Array.isArray(value) ? text : `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
