import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import { readPage } from '../../platform/db/read-page.js';
import { builder } from './builder.js';
import type { GraphQLContext } from './context.js';
import {
  encodePosition,
  type Page,
  type PageArgs,
  type Position,
  parsePage,
  readDirection,
  type SortKey,
} from './keyset-page.js';

/** The arguments of every connection. */
export const pageArgs = builder.args((t) => ({
  first: t.int({
    description:
      'Page size, from the start of the list: 0 to 100; 25 if neither `first` nor `last` is given.',
  }),
  after: t.string({ description: 'Only entries after this cursor.' }),
  last: t.int({
    description: 'Page size, from the end of the list: 0 to 100. Not together with `first`.',
  }),
  before: t.string({ description: 'Only entries before this cursor.' }),
}));

/** The arguments a list is read with, in the shape that Prisma takes. */
export interface PageQuery {
  where: object;
  orderBy: object[];
  take: number;
}

interface Row {
  readonly id: string;
}

/** One page; cursors are made only if the client selects them. */
export interface Connection<Node> {
  edges: { readonly cursor: string; readonly node: Node }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/**
 * Reads one page of a root list. `find` gets the selection of the nodes together with conditions,
 * order and limit. The sort column must not be looked up in `find`'s result by any other name.
 */
export async function readConnection<Node extends Row>(
  {
    ctx,
    info,
    args,
    key,
    model,
    few = false,
  }: {
    ctx: GraphQLContext;
    info: GraphQLResolveInfo;
    args: PageArgs;
    key: SortKey;
    /** Given, the page is read in one statement where that is possible, and `find` is for the rest. */
    model?: string;
    /** See `PageSelection`. */
    few?: boolean;
  },
  where: object,
  find: (query: PageQuery & { select: { id: true } }) => Promise<Node[]>,
): Promise<Connection<Node>> {
  const page = parsePage(args, key);
  const { select } = queryFromInfo({
    context: ctx,
    info,
    select: { id: true, [key.column]: true },
    path: ['edges', 'node'],
  });
  const rows: Node[] = [];
  for (const segment of segments(page)) {
    const take = page.size + 1 - rows.length;
    if (take === 0) break;
    const query = {
      select: select as { id: true },
      where: { AND: [where, ...segment] },
      orderBy: orderOf(page),
      take,
    };
    const read = model === undefined ? null : await readPage(ctx.reads, model, { ...query, few });
    rows.push(...((read as Node[] | null) ?? (await find(query))));
  }
  return connectionOf(page, rows);
}

/** The part of a parent's selection that reads one page of one of its lists. */
export function nestedPage<Column extends string>(
  args: PageArgs,
  key: SortKey & { column: Column },
  where: object = {},
): PageQuery & { select: { id: true } & Record<Column, true> } {
  const page = parsePage(args, key);
  return {
    select: { id: true, [key.column]: true } as { id: true } & Record<Column, true>,
    where: { AND: [where, ...(segments(page)[0] ?? [])] },
    orderBy: orderOf(page),
    take: page.size + 1,
  };
}

/** A page of rows that `nestedPage` read. */
export function nestedConnection<Node extends Row>(
  args: PageArgs,
  key: SortKey,
  rows: readonly Node[],
): Connection<Node> {
  return connectionOf(parsePage(args, key), rows);
}

function connectionOf<Node extends Row>(page: Page, found: readonly Node[]): Connection<Node> {
  const { key, size, backward, from } = page;
  const more = found.length > size;
  const rows = found.slice(0, size);
  if (backward) rows.reverse();
  const cursorOf = (node: Node) =>
    encodePosition(key, { value: sortValue(node, key), id: node.id });
  const cursorAt = (index: number) => {
    const node = rows.at(index);
    return node === undefined ? null : cursorOf(node);
  };
  return {
    edges: rows.map((node) => ({
      get cursor() {
        return cursorOf(node);
      },
      node,
    })),
    pageInfo: {
      hasNextPage: backward ? from !== null : more,
      hasPreviousPage: backward ? more : from !== null,
      get startCursor() {
        return cursorAt(0);
      },
      get endCursor() {
        return cursorAt(-1);
      },
    },
  };
}

function orderOf(page: Page): object[] {
  const direction = readDirection(page);
  return [{ [page.key.column]: direction }, { id: direction }];
}

/**
 * PostgreSQL sorts nulls after everything else. A list by a nullable column is read as two runs,
 * values and nulls, so that each is a plain range of the index.
 */
function segments(page: Page): object[][] {
  const { key, from, until } = page;
  if (!key.nullable) return [[...bound(page, from, 'after'), ...bound(page, until, 'before')]];
  const runs =
    readDirection(page) === 'asc' ? (['values', 'nulls'] as const) : (['nulls', 'values'] as const);
  const runOf = (position: Position) => runs.indexOf(position.value === null ? 'nulls' : 'values');
  return runs.flatMap((run, index) => {
    if ((from && runOf(from) > index) || (until && runOf(until) < index)) return [];
    return [
      [
        { [key.column]: run === 'nulls' ? null : { not: null } },
        ...bound(page, from && runOf(from) === index ? from : null, 'after'),
        ...bound(page, until && runOf(until) === index ? until : null, 'before'),
      ],
    ];
  });
}

/** The first condition alone bounds the index scan; the second settles ties. */
function bound(page: Page, position: Position | null, side: 'after' | 'before'): object[] {
  if (position === null) return [];
  const { column } = page.key;
  const beyond = (readDirection(page) === 'asc') === (side === 'after') ? 'gt' : 'lt';
  if (position.value === null) return [{ id: { [beyond]: position.id } }];
  const value = page.key.kind === 'instant' ? new Date(position.value) : position.value;
  return [
    { [column]: { [`${beyond}e`]: value } },
    { OR: [{ [column]: { [beyond]: value } }, { id: { [beyond]: position.id } }] },
  ];
}

function sortValue(node: Row, key: SortKey): Position['value'] {
  const value: unknown = Reflect.get(node, key.column);
  if (value instanceof Date) return value.toISOString();
  if (Prisma.Decimal.isDecimal(value)) return value.toString();
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
