import type { Actor } from '../../domain/actor.js';
import type { TxContext } from './context.js';

/** Stands for the system, which has no account. */
const SYSTEM_ID = '00000000-0000-0000-0000-000000000000';

/** Namespace of the advisory locks on requests. */
const LOCK_CLASS = 4_711_001;

export function requesterOf({ id }: Actor): string {
  return id ?? SYSTEM_ID;
}

/** The second request waits here until the first has committed, and then reads its answer. */
export async function lockRequest({ tx }: TxContext, request: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK_CLASS}::int, hashtext(${request}))`;
}

/** JSON in which the order of keys plays no part, and undefined and missing are the same. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(
            Object.entries(inner)
              .filter(([key]) => key !== 'idempotencyKey')
              .sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        : inner,
    ) ?? 'null'
  );
}
