import type { TestDatabase } from './database.js';

/** Reading a table with fewer rows as a whole is what an index would cost as well. */
const LARGE_TABLE_ROWS = 10_000;

interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
  /** Whose it is: policies are part of the plan. */
  readonly identity: string | undefined;
}

/** Runs `work` and returns each different statement that it sent. */
export async function statementsOf(
  db: TestDatabase,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  const statements = new Map<string, Statement>();
  const stop = db.onQuery((sql, params, identity) => {
    if (!/^\s*(\/\*.*?\*\/)?\s*(select|insert|update|delete|with)\b/i.test(sql)) return;
    statements.set(`${identity} ${sql}`, { sql, params, identity });
  });
  try {
    await work();
  } finally {
    stop();
  }
  return [...statements.values()];
}

/** The statements, each with its plan, that read a large table from end to end. */
export async function fullScans(
  db: TestDatabase,
  statements: readonly Statement[],
): Promise<string[]> {
  const large = new Set(
    (
      await db.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND reltuples > ${LARGE_TABLE_ROWS}`,
      )
    ).map(({ name }) => name),
  );
  if (large.size === 0) throw new Error('No table is large: was the database seeded and analyzed?');
  const found: string[] = [];
  for (const statement of statements) {
    const plan = await planOf(db, statement);
    // A condition that is never true: what stands below it is not read.
    if (plan.includes('One-Time Filter: false')) continue;
    const scanned = [...plan.matchAll(/Seq Scan on (\w+)/g)].map(([, table = '']) => table);
    const tables = scanned.filter((table) => large.has(table));
    if (tables.length > 0)
      found.push(`reads all of ${tables.join(', ')}:\n${statement.sql}\n\n${plan}`);
  }
  return found;
}

export async function planOf(
  db: TestDatabase,
  { sql, params, identity }: Statement,
): Promise<string> {
  if (identity === undefined) throw new Error(`In whose name was this asked? ${sql}`);
  const lines = await db.transaction(async (tx) => {
    await tx.$executeRawUnsafe(identity);
    return tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql}`, ...params);
  });
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}
