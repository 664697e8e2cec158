import { Prisma } from '../db/generated/prisma/client.js';

/**
 * How long the work on a row may be silent before another process takes it over. A batch that renews the lease cannot
 * last longer than its transaction, 30 seconds.
 */
export const LEASE_SECONDS = 45;

/** A row that this process holds the lease of: the token counts who has held it. */
export interface Held {
  readonly id: string;
  readonly leaseToken: number;
}

/** The end of a lease that begins now, by the clock of the database. */
export const LEASE_END = Prisma.sql`clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}::int)`;

/** The columns of a row of which this process takes the lease. */
export const TAKES_LEASE = Prisma.sql`lease_token = lease_token + 1, lease_until = ${LEASE_END}`;

/** The row, as long as no other process has taken it over, nor ended it. */
export function stillHeld({ id, leaseToken }: Held): Prisma.Sql {
  return Prisma.sql`id = ${id}::uuid AND lease_token = ${leaseToken}::int AND status = 'RUNNING'`;
}

/** Another process took the work over; nothing more may be written in its name. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
  constructor(what: string, { id, leaseToken }: Held) {
    super(`${what} ${id} is no longer held with token ${leaseToken}.`);
  }
}
