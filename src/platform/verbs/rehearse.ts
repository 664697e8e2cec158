import { type Actor, AS_SYSTEM } from '../../domain/actor.js';
import type { EventType } from '../../domain/events.js';
import { Prisma } from '../db/generated/prisma/client.js';
import { identitySql } from '../db/identity.js';
import type { Database, TransactionOptions, Tx } from '../db/open.js';

export interface RehearsedEvent {
  readonly type: EventType;
  readonly leadId: string | null;
}

export interface RehearsedMail {
  readonly template: string;
  readonly recipient: string;
  readonly leadId: string | null;
}

/** What a verb would have written; all of it was taken back. */
export interface Rehearsal<Leads> {
  /** Those that the actor would be told, in their order. */
  readonly events: readonly RehearsedEvent[];
  readonly mails: readonly RehearsedMail[];
  /** What `readLeads` read. */
  readonly leads: Leads;
}

interface Rehearsed<Leads> {
  readonly db: Database;
  readonly actor: Actor;
  /** The verb, on a database whose every transaction is a part of the one that is rolled back. */
  readonly run: (db: Database) => Promise<unknown>;
  /** Reads the leads that the verb wrote about, as they would be. */
  readonly readLeads: (tx: Tx, leadIds: readonly string[]) => Promise<Leads>;
}

/** Ends the transaction of a rehearsal with what it found. */
class Over<Leads> extends Error {
  constructor(readonly rehearsal: Rehearsal<Leads>) {
    super('A rehearsal is over.');
  }
}

/**
 * Runs a verb in a transaction, notes what it wrote, and rolls all of it back. Its snapshot is of the beginning, so that rows
 * of others are not taken for its own. Throws what the verb throws.
 */
export async function rehearse<Leads>(rehearsed: Rehearsed<Leads>): Promise<Rehearsal<Leads>> {
  const { db, actor, run, readLeads } = rehearsed;
  try {
    return await db.transaction(
      async (tx) => {
        const [own] = await tx.$queryRaw<{ xid: string; since: string }[]>`
          SELECT pg_current_xact_id()::xid::text AS xid,
            lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint - 60000), 12, '0') AS since`;
        if (!own) throw new Error('The database did not number its transaction.');
        await run(withinOne(db, tx));
        // Numbered from here on: rows of the transactions within it too.
        const mine = Prisma.raw(
          `id >= '${own.since.slice(0, 8)}-${own.since.slice(8)}-0000-0000-000000000000' AND age(xmin) <= age('${own.xid}'::xid)`,
        );
        await tx.$executeRawUnsafe(identitySql(AS_SYSTEM.as));
        const mails = await tx.$queryRaw<RehearsedMail[]>`
          SELECT template, recipient, lead_id AS "leadId" FROM outbox_email WHERE ${mine} ORDER BY id`;
        const touched = await tx.$queryRaw<{ leadId: string }[]>`
          SELECT DISTINCT lead_id AS "leadId" FROM audit_entry WHERE ${mine} AND lead_id IS NOT NULL`;
        await tx.$executeRawUnsafe(identitySql(actor));
        const events = await tx.$queryRaw<RehearsedEvent[]>`
          SELECT type, lead_id AS "leadId" FROM domain_event WHERE ${mine} ORDER BY seq`;
        const leads = await readLeads(
          tx,
          touched.map(({ leadId }) => leadId),
        );
        throw new Over({ events, mails, leads });
      },
      { ...AS_SYSTEM, isolationLevel: 'RepeatableRead' },
    );
  } catch (error) {
    if (error instanceof Over) return error.rehearsal as Rehearsal<Leads>;
    throw error;
  }
}

/** A database whose transactions are savepoints of one that is open. Nothing of it is ever committed. */
function withinOne(db: Database, tx: Tx): Database {
  let turn: Promise<unknown> = Promise.resolve();

  async function savepoint<T>(
    work: (tx: Tx) => Promise<T>,
    { as }: TransactionOptions,
  ): Promise<T> {
    await tx.$executeRawUnsafe('SAVEPOINT rehearsed');
    try {
      await tx.$executeRawUnsafe(identitySql(as));
      const result = await work(tx);
      await tx.$executeRawUnsafe('RELEASE SAVEPOINT rehearsed');
      return result;
    } catch (error) {
      await tx.$executeRawUnsafe('ROLLBACK TO SAVEPOINT rehearsed');
      throw error;
    }
  }

  /** One after the other: savepoints do not stand side by side. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  }

  return {
    ...db,
    transaction: (work, options) => inTurn(() => savepoint(work, options)),
    // What is to happen after the commit never happens.
    afterCommit() {},
    queryAs: (as, sql, params = []) =>
      inTurn(() => savepoint((inner) => inner.$queryRawUnsafe(sql, ...params), { as })),
  };
}
