import type { PrismaClient } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import type { Reads } from './reads.js';

type Model = Record<string, (query: unknown) => Promise<unknown>>;

const clients = new WeakMap<Reads, PrismaClient>();

/**
 * The reads of an operation in the shape of a Prisma client, for Pothos, which wants to be given one
 * before anything is read.
 */
export function readClient(reads: Reads): PrismaClient {
  let client = clients.get(reads);
  if (!client) {
    client = new Proxy({} as PrismaClient, {
      get: (_target, model) => modelClient(reads, String(model)),
      // Pothos looks whether there is such a model.
      has: () => true,
    });
    clients.set(reads, client);
  }
  return client;
}

function modelClient(reads: Reads, model: string): Model {
  return new Proxy({} as Model, {
    get: (_target, method) => (query: unknown) =>
      reads.read(async (tx: Tx) => {
        const delegate = (tx as unknown as Record<string, Model | undefined>)[model];
        const run = delegate?.[String(method)];
        if (!run) throw new Error(`Nothing is read by ${model}.${String(method)}.`);
        return run(query);
      }),
  });
}
