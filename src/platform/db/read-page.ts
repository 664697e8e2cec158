import { getDatamodel } from './generated/pothos-types.js';
import { Prisma } from './generated/prisma/client.js';

/** The arguments of Prisma's findMany that pages use. */
export interface PageSelection {
  readonly select: object;
  readonly where?: object;
  readonly orderBy?: readonly object[];
  readonly take?: number;
  /** Few rows meet the condition: they are gathered and sorted, whatever index has the order. */
  readonly few?: boolean;
}

/** Sends one statement in the name of the reader. */
export interface StatementReader {
  query<T>(sql: string, params: readonly unknown[]): Promise<T[]>;
}

/**
 * Reads a page with everything beneath it in one statement, as Prisma's findMany would answer it. Null for queries
 * that this does not support (sums, cursors, NOT): ask Prisma then.
 */
export async function readPage(
  { query: send }: StatementReader,
  model: string,
  query: PageSelection,
): Promise<unknown[] | null> {
  const params = new Params();
  const plan = planPage(model, query, params);
  if (plan === null) return null;
  const prepared = params.decide ? '' : '/* page */ ';
  const sql = `${prepared}SELECT coalesce(json_agg(page.item), '[]')::text AS body FROM (${plan.sql}) page`;
  const [row] = await send<{ body: string }>(sql, params.values);
  return (JSON.parse(row?.body ?? '[]') as unknown[][]).map(plan.read);
}

/** Parameters of a statement. */
export class Params {
  readonly values: unknown[] = [];
  /** Whether the best plan depends on the values: such a statement is planned each time. */
  decide = false;

  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/** The condition on rows of a model called `table`; empty if it holds for all of them. Not all that Prisma takes is known. */
export function conditionSql(model: string, table: string, where: object, params: Params): string {
  return conditionOf(model, table, where, params);
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
class Unknown extends Error {
  constructor(what = 'this part of a query') {
    super(`One statement cannot express ${what}.`);
  }
}

function planPage(model: string, query: PageSelection, params: Params): Plan | null {
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
  params: Params,
  depth: number,
  link = '',
): Plan {
  const { select, where = {}, orderBy = [], take, few = false, ...rest } = query;
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
          : field.type === 'Decimal'
            ? `${column(table, name)}::text`
            : column(table, name),
      );
      readers.push([name, readerOf(field)]);
    }
  }
  if (few) params.decide = true;
  const ordered = new Set(orderBy.flatMap((by) => Object.keys(by)));
  const rows = few ? 'few' : table;
  const conditions = [link, conditionOf(model, rows, where, params, ordered)].filter(Boolean);
  const order = orderBy.flatMap((by) =>
    Object.entries(by).map(([name, direction]) => {
      if (direction !== 'asc' && direction !== 'desc') throw new Unknown();
      return `${column(table, fieldOf(model, name).name)} ${direction}`;
    }),
  );
  const found = [
    `${tableOf(model)} ${rows}`,
    conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '',
  ].join(' ');
  return {
    sql: [
      `SELECT json_build_array(${parts.join(', ')}) AS item FROM`,
      // The offset keeps the order out of the inner plan.
      few
        ? `(SELECT ${columnsOf(model, query).map(snake).join(', ')} FROM ${found} OFFSET 0) ${table}`
        : found,
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

/** The columns that a page is made of: roles may not read all that there are. */
function columnsOf(model: string, { select, orderBy = [] }: PageSelection): string[] {
  const selected = Object.entries(select).flatMap(([name, wanted]) => {
    if (!wanted) return [];
    const { kind, relationFromFields } = fieldOf(model, name);
    return kind === 'object' ? (relationFromFields ?? []) : [name];
  });
  return [...new Set(['id', ...selected, ...orderBy.flatMap((by) => Object.keys(by))])];
}

function planRelation(
  field: Field,
  model: string,
  wanted: object | true,
  params: Params,
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
  if (type === 'Decimal' && !isList) return (amount) => new Prisma.Decimal(amount as string);
  if (kind === 'scalar' && PLAIN.has(type)) return null;
  throw new Unknown();
}

const COMPARISONS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

const NO_ORDER: ReadonlySet<string> = new Set();

/**
 * A condition in SQL; empty if it holds for everything. Of a list in the order of an index any bound of that order has
 * the same plan.
 */
function conditionOf(
  model: string,
  table: string,
  where: object,
  params: Params,
  ordered = NO_ORDER,
): string {
  const parts = Object.entries(where).flatMap(([name, test]: [string, unknown]) => {
    if (name === 'AND' && Array.isArray(test)) {
      return test.map((one: object) => conditionOf(model, table, one, params, ordered));
    }
    if (name === 'OR' && Array.isArray(test) && test.length > 0) {
      const any = test.map((one: object) => conditionOf(model, table, one, params, ordered));
      // Prisma leaves empty conditions out.
      if (any.includes('')) throw new Unknown();
      return `(${any.join(' OR ')})`;
    }
    const field = fieldOf(model, name);
    if (field.kind === 'object') return relatedTo(field, model, table, test, params);
    if (field.kind !== 'scalar') throw new Unknown(name);
    const scope = { params, decides: !ordered.has(name) };
    return field.isList
      ? testsOfList(column(table, name), test, params)
      : testsOf(column(table, name), test, scope);
  });
  return parts.filter(Boolean).join(' AND ');
}

/** Whether there is a row of a list that meets a condition. */
function relatedTo(
  field: Field,
  model: string,
  table: string,
  test: unknown,
  params: Params,
): string {
  const { some, none } = test as { some?: object; none?: object };
  const asked = some ?? none;
  if (!field.isList || asked === undefined || Object.keys(test as object).length > 1) {
    throw new Unknown(field.name);
  }
  params.decide = true;
  const inner = `${table}_${snake(field.name)}`;
  const link = `${column(inner, otherSide(field, model))} = ${column(table, 'id')}`;
  const met = conditionOf(field.type, inner, asked, params);
  const rows = `SELECT FROM ${tableOf(field.type)} ${inner} WHERE ${[link, met].filter(Boolean).join(' AND ')}`;
  return `${some ? '' : 'NOT '}EXISTS (${rows})`;
}

function testsOfList(name: string, test: unknown, params: Params): string[] {
  params.decide = true;
  return Object.entries(test as object).map(([operator, value]: [string, unknown]) => {
    const sought = operator === 'has' ? [value] : value;
    if (!Array.isArray(sought) || !sought.every((one) => typeof one === 'string')) {
      throw new Unknown(operator);
    }
    const texts = `ARRAY[${sought.map((one) => params.add(one)).join(', ')}]::text[]`;
    if (operator === 'has' || operator === 'hasEvery') return `${name} @> ${texts}`;
    if (operator === 'hasSome') return `${name} && ${texts}`;
    throw new Unknown(operator);
  });
}

interface Scope {
  readonly params: Params;
  /** Whether how many rows are left depends on the value, and by that the plan. */
  readonly decides: boolean;
}

function testsOf(name: string, test: unknown, { params, decides }: Scope): string[] {
  if (test === null) return [`${name} IS NULL`];
  if (isValue(test)) return [`${name} = ${params.add(test)}`];
  if (typeof test !== 'object') throw new Unknown();
  return Object.entries(test).map(([operator, value]: [string, unknown]) => {
    if (operator === 'not' && value === null) return `${name} IS NOT NULL`;
    if ((operator === 'in' || operator === 'notIn') && Array.isArray(value)) {
      if (!value.every(isValue)) throw new Unknown();
      if (value.length === 0) return operator === 'in' ? 'false' : 'true';
      const not = operator === 'in' ? '' : 'NOT ';
      return `${name} ${not}IN (${value.map((one) => params.add(one)).join(', ')})`;
    }
    if (typeof value === 'string' && operator === 'contains') {
      params.decide = true;
      return `${name} LIKE ${params.add(`%${value.replace(/[\\%_]/g, '\\$&')}%`)}`;
    }
    if (typeof value === 'string' && operator === 'startsWith') {
      params.decide = true;
      // Not LIKE, by which no index is read under row-level security: it is not leakproof.
      const end =
        value.slice(0, -1) + String.fromCodePoint((value.codePointAt(value.length - 1) ?? 0) + 1);
      return `${name} ~>=~ ${params.add(value)} AND ${name} ~<~ ${params.add(end)}`;
    }
    if (!Object.hasOwn(COMPARISONS, operator) || !isValue(value)) throw new Unknown(operator);
    if (decides) params.decide = true;
    return `${name} ${COMPARISONS[operator as keyof typeof COMPARISONS]} ${params.add(value)}`;
  });
}

function isValue(value: unknown): value is string | number | boolean | Date {
  return ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;
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
