import type { Database } from '../../src/db/open.js';

/** Reading a table with fewer rows as a whole is what an index would cost as well. */
const LARGE_TABLE_ROWS = 10_000;

interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** Runs `work` and returns each different statement that it sent. */
export async function statementsOf(
  db: Database,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  const statements = new Map<string, Statement>();
  const stop = db.onQuery((sql, params) => {
    if (/^\s*(select|insert|update|delete|with)\b/i.test(sql)) statements.set(sql, { sql, params });
  });
  try {
    await work();
  } finally {
    stop();
  }
  return [...statements.values()];
}

/** The statements, each with its plan, that read a large table from end to end. */
export async function fullScans(db: Database, statements: readonly Statement[]): Promise<string[]> {
  const large = new Set(
    (
      await db.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND reltuples > ${LARGE_TABLE_ROWS}`,
      )
    ).map(({ name }) => name),
  );
  if (large.size === 0) throw new Error('No table is large: was the database seeded and analyzed?');
  const found: string[] = [];
  for (const { sql, params } of statements) {
    const plan = await planOf(db, { sql, params });
    const scanned = [...plan.matchAll(/Seq Scan on (\w+)/g)].map(([, table = '']) => table);
    const tables = scanned.filter((table) => large.has(table));
    if (tables.length > 0) found.push(`reads all of ${tables.join(', ')}:\n${sql}\n\n${plan}`);
  }
  return found;
}

export async function planOf(db: Database, { sql, params }: Statement): Promise<string> {
  const lines = await db.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, params);
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}
