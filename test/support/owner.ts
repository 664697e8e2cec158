import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaClient } from '../../src/platform/db/generated/prisma/client.js';
import { guardAdapter, type NestingGuard } from '../../src/platform/db/guard-adapter.js';
import type { TransactionOptions, Tx } from '../../src/platform/db/open.js';

/** The database as whoever owns it, with everything in sight. */
export interface Owner {
  prisma: PrismaClient;
  query<T>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  transaction<T>(
    work: (tx: Tx) => Promise<T>,
    options?: Omit<Partial<TransactionOptions>, 'as'>,
  ): Promise<T>;
}

export function openOwner(
  adapter: SqlDriverAdapterFactory,
  nesting: NestingGuard,
): Owner & { stop(): Promise<void> } {
  const prisma = new PrismaClient({
    adapter: guardAdapter(adapter, { onStatement: () => {}, nesting }),
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  });
  return {
    prisma,
    query: (sql, params = []) => prisma.$queryRawUnsafe(sql, ...params),
    transaction: (work, { isolationLevel, timeoutMs } = {}) =>
      prisma.$transaction((tx) => nesting.inTransaction(() => work(tx)), {
        ...(isolationLevel ? { isolationLevel } : {}),
        ...(timeoutMs ? { timeout: timeoutMs } : {}),
      }),
    stop: () => prisma.$disconnect(),
  };
}

export function ownerOnPostgres(url: string): SqlDriverAdapterFactory {
  return new PrismaPg({ connectionString: url, max: 3, options: '-c timezone=UTC' });
}
