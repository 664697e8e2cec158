import { getDatamodel } from './generated/pothos-types.js';

/** The arguments of Prisma's findMany that pages use. */
export interface PageSelection {
  readonly select: object;
  readonly where?: object;
  readonly orderBy?: readonly object[];
  readonly take?: number;
}

/** Sends one statement in the name of the reader. */
export interface StatementReader {
  query<T>(sql: string, params: readonly unknown[]): Promise<T[]>;
}

/**
 * Reads a page with everything beneath it in one statement, as Prisma's findMany would answer it. Null for queries
 * that this does not support (sums, decimals, conditions on relations): ask Prisma then.
 */
export async function readPage(
  { query: send }: StatementReader,
  model: string,
  query: PageSelection,
): Promise<unknown[] | null> {
  const params: unknown[] = [];
  const plan = planPage(model, query, params);
  if (plan === null) return null;
  const sql = `/* page */ SELECT coalesce(json_agg(page.item), '[]')::text AS body FROM (${plan.sql}) page`;
  const [row] = await send<{ body: string }>(sql, params);
  return (JSON.parse(row?.body ?? '[]') as unknown[][]).map(plan.read);
}

interface Plan {
  readonly sql: string;
  readonly read: (item: unknown[]) => object;
}

interface Field {
  readonly name: string;
  readonly kind: string;
  readonly type: string;
  readonly isList: boolean;
  readonly relationName?: string;
  readonly relationFromFields?: readonly string[];
}

/** Types that JSON carries as they are. */
const PLAIN = new Set(['String', 'Int', 'Boolean', 'Json']);

const MODELS = new Map<string, ReadonlyMap<string, Field>>(
  Object.entries(getDatamodel().datamodel.models).map(([name, { fields }]) => [
    name,
    new Map((fields as readonly Field[]).map((field) => [field.name, field])),
  ]),
);

/** Thrown within a plan that cannot be made. */
class Unknown extends Error {}

function planPage(model: string, query: PageSelection, params: unknown[]): Plan | null {
  try {
    return planRows(model, query, params, 1);
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}

function planRows(
  model: string,
  query: PageSelection,
  params: unknown[],
  depth: number,
  link = '',
): Plan {
  const { select, where = {}, orderBy = [], take, ...rest } = query;
  if (Object.keys(rest).length > 0) throw new Unknown();
  const table = `t${depth}`;
  const parts: string[] = [];
  const readers: [string, ((value: unknown) => unknown) | null][] = [];
  for (const [name, wanted] of Object.entries(select)) {
    if (!wanted) continue;
    const field = fieldOf(model, name);
    if (field.kind === 'object') {
      const { sql, read } = planRelation(field, model, wanted, params, depth);
      parts.push(sql);
      readers.push([name, read]);
    } else {
      parts.push(
        field.type === 'DateTime'
          ? `(extract(epoch FROM ${column(table, name)}) * 1000)::bigint`
          : column(table, name),
      );
      readers.push([name, readerOf(field)]);
    }
  }
  const conditions = [link, conditionOf(model, table, where, params)].filter(Boolean);
  const order = orderBy.flatMap((by) =>
    Object.entries(by).map(([name, direction]) => {
      if (direction !== 'asc' && direction !== 'desc') throw new Unknown();
      return `${column(table, fieldOf(model, name).name)} ${direction}`;
    }),
  );
  return {
    sql: [
      `SELECT json_build_array(${parts.join(', ')}) AS item FROM ${tableOf(model)} ${table}`,
      conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '',
      order.length > 0 ? `ORDER BY ${order.join(', ')}` : '',
      take === undefined ? '' : `LIMIT ${limitOf(take)}`,
    ].join(' '),
    read(item) {
      const row: Record<string, unknown> = {};
      for (let index = 0; index < readers.length; index += 1) {
        const reader = readers[index];
        if (!reader) continue;
        const [name, read] = reader;
        const value = item[index];
        row[name] = read === null || value === null ? value : read(value);
      }
      return row;
    },
  };
}

function planRelation(
  field: Field,
  model: string,
  wanted: object | true,
  params: unknown[],
  depth: number,
): { sql: string; read: (value: unknown) => unknown } {
  if (wanted === true || !('select' in wanted)) throw new Unknown();
  const outer = `t${depth}`;
  const inner = `t${depth + 1}`;
  const here = field.relationFromFields?.[0];
  const there = here === undefined ? otherSide(field, model) : 'id';
  const link = `${column(inner, there)} = ${column(outer, here ?? 'id')}`;
  const { sql, read } = planRows(field.type, wanted as PageSelection, params, depth + 1, link);
  if (!field.isList) return { sql: `(${sql})`, read: (value) => read(value as unknown[]) };
  return {
    sql: `(SELECT coalesce(json_agg(list.item), '[]') FROM (${sql}) list)`,
    read: (value) => (value as unknown[][]).map(read),
  };
}

function otherSide({ type, relationName }: Field, model: string): string {
  for (const field of MODELS.get(type)?.values() ?? []) {
    const from = field.relationFromFields?.[0];
    if (from && field.relationName === relationName && field.type === model) return from;
  }
  throw new Unknown();
}

function readerOf({ type, kind, isList }: Field): ((value: unknown) => unknown) | null {
  if (kind === 'scalar' && type === 'DateTime' && !isList) return (at) => new Date(at as number);
  if (kind === 'scalar' && PLAIN.has(type)) return null;
  throw new Unknown();
}

const COMPARISONS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** A condition in SQL; empty if it holds for everything. */
function conditionOf(model: string, table: string, where: object, params: unknown[]): string {
  const parts = Object.entries(where).flatMap(([name, test]: [string, unknown]) => {
    if (name === 'AND' && Array.isArray(test)) {
      return test.map((one: object) => conditionOf(model, table, one, params));
    }
    if (name === 'OR' && Array.isArray(test) && test.length > 0) {
      const any = test.map((one: object) => conditionOf(model, table, one, params));
      // Prisma leaves empty conditions out.
      if (any.includes('')) throw new Unknown();
      return `(${any.join(' OR ')})`;
    }
    const field = fieldOf(model, name);
    if (field.kind !== 'scalar' || field.isList) throw new Unknown();
    return testsOf(column(table, name), test, params);
  });
  return parts.filter(Boolean).join(' AND ');
}

function testsOf(name: string, test: unknown, params: unknown[]): string[] {
  if (test === null) return [`${name} IS NULL`];
  if (isValue(test)) return [`${name} = ${param(test, params)}`];
  if (typeof test !== 'object') throw new Unknown();
  return Object.entries(test).map(([operator, value]: [string, unknown]) => {
    if (operator === 'not' && value === null) return `${name} IS NOT NULL`;
    if (operator === 'in' && Array.isArray(value) && value.every(isValue)) {
      if (value.length === 0) return 'false';
      return `${name} IN (${value.map((one) => param(one, params)).join(', ')})`;
    }
    if (!Object.hasOwn(COMPARISONS, operator) || !isValue(value)) throw new Unknown();
    return `${name} ${COMPARISONS[operator as keyof typeof COMPARISONS]} ${param(value, params)}`;
  });
}

function isValue(value: unknown): value is string | number | boolean | Date {
  return ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;
}

function param(value: unknown, params: unknown[]): string {
  return `$${params.push(value)}`;
}

function limitOf(take: number): number {
  if (!Number.isInteger(take) || take < 0) throw new Unknown();
  return take;
}

function fieldOf(model: string, name: string): Field {
  const field = MODELS.get(model)?.get(name);
  if (!field) throw new Unknown();
  return field;
}

function column(table: string, field: string): string {
  return `${table}.${snake(field)}`;
}

/** Tables and columns are named after models and fields; `user` is a word of SQL's own. */
function tableOf(model: string): string {
  return model === 'User' ? 'user_account' : snake(model);
}

function snake(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return words.startsWith('_') ? words.slice(1) : words;
}
