import { findPooled, knowsByPool, type LeadQuery } from '../../features/leads/pool.js';
import type { Prisma, PrismaClient } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import type { GraphQLContext } from './context.js';
import type { Reads } from './reads.js';

type Model = Record<string, (query: unknown) => Promise<unknown>>;

const clients = new WeakMap<Reads, PrismaClient>();

/**
 * The reads of an operation in the shape of a Prisma client, for Pothos, which requires one before anything is read.
 */
export function readClient(ctx: Pick<GraphQLContext, 'reads' | 'actor'>): PrismaClient {
  const { reads } = ctx;
  let client = clients.get(reads);
  if (!client) {
    client = new Proxy({} as PrismaClient, {
      get: (_target, model) => modelClient(ctx, String(model)),
      // Pothos looks whether there is such a model.
      has: () => true,
    });
    clients.set(reads, client);
  }
  return client;
}

function modelClient(ctx: Pick<GraphQLContext, 'reads' | 'actor'>, model: string): Model {
  return new Proxy({} as Model, {
    get: (_target, method) => async (query: unknown) => {
      const isLead = model === 'lead' && SINGLE.has(String(method));
      const pooling = isLead && knowsByPool(ctx.actor);
      const readOne = (one: unknown) =>
        pooling
          ? readLead(ctx.reads, one as LeadRead, String(method))
          : read(ctx.reads, model, String(method), one);
      if (!isLead || method === 'findUniqueOrThrow') return readOne(query);
      return readForwarded(ctx.reads, query as LeadRead, readOne);
    },
  });
}

/** A lead by its id, or the one that it was merged into: old ids and links lead on. */
async function readForwarded(
  reads: Reads,
  query: LeadRead,
  readOne: (query: unknown) => Promise<unknown>,
): Promise<unknown> {
  const { id } = query.where;
  if (typeof id !== 'string') return readOne(query);
  const found = await readOne({ ...query, where: { ...query.where, mergedIntoId: null } });
  if (found) return found;
  const select = { mergedIntoId: true };
  const merged = (await read(reads, 'lead', 'findFirst', { where: query.where, select })) as {
    mergedIntoId: string | null;
  } | null;
  if (merged === null || merged.mergedIntoId === null) return null;
  return readOne({ ...query, where: { ...query.where, id: merged.mergedIntoId } });
}

function read(reads: Reads, model: string, method: string, query: unknown): Promise<unknown> {
  return reads.read(async (tx: Tx) => {
    const delegate = (tx as unknown as Record<string, Model | undefined>)[model];
    const run = delegate?.[method];
    if (!run) throw new Error(`Nothing is read by ${model}.${method}.`);
    return run(query);
  });
}

const SINGLE: ReadonlySet<string> = new Set(['findUnique', 'findFirst', 'findUniqueOrThrow']);

type LeadRead = LeadQuery & { readonly where: Prisma.LeadWhereInput };

/** A lead that the actor sees, or as the pool shows it. */
async function readLead(reads: Reads, query: LeadRead, method: string): Promise<unknown> {
  const seen = await read(reads, 'lead', 'findFirst', query);
  if (seen) return seen;
  const [pooled] = await reads.readPool((tx) => findPooled(tx, { ...query, take: 1 }));
  if (pooled) return pooled;
  return method === 'findUniqueOrThrow' ? read(reads, 'lead', method, query) : null;
}
