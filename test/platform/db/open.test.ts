import { beforeEach, describe, expect, test } from 'vitest';
import { AS_SYSTEM, SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { newId } from '../../../src/platform/db/ids.js';
import { openBackend, openDatabase } from '../../../src/platform/db/open.js';
import { openPglite } from '../../../src/platform/db/open-pglite.js';
import { openPostgres } from '../../../src/platform/db/open-postgres.js';
import { pgliteAdapter } from '../../../src/platform/db/pglite-adapter.js';
import { violatedConstraint } from '../../../src/platform/db/violated-constraint.js';
import {
  createTestDatabase,
  dropTestDatabase,
  openEmptyBackend,
  openEmptyPglite,
  openTestBackend,
  TEST_DATABASE_URL,
} from '../../support/database.js';
import { ownerOnPostgres } from '../../support/owner.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();
beforeEach(() => db.reset());

const user = (email = 'anna@example.com') => ({ id: newId(), email, name: 'Anna', role: 'REP' });

describe('a transaction', () => {
  test('commits when its work resolves and then runs what waited for it', async () => {
    const seen: string[] = [];
    const result = await db.transaction(async (tx) => {
      db.afterCommit(tx, () => seen.push('after commit'));
      await tx.user.create({ data: user() });
      seen.push('work done');
      return 'result';
    }, AS_SYSTEM);
    expect(result).toBe('result');
    expect(seen).toEqual(['work done', 'after commit']);
    expect(await db.prisma.user.count()).toBe(1);
  });

  test('rolls back when its work rejects, and what waited for it never runs', async () => {
    const seen: string[] = [];
    const work = db.transaction(async (tx) => {
      db.afterCommit(tx, () => seen.push('after commit'));
      await tx.user.create({ data: user() });
      throw new Error('changed my mind');
    }, AS_SYSTEM);
    await expect(work).rejects.toThrow('changed my mind');
    expect(seen).toEqual([]);
    expect(await db.prisma.user.count()).toBe(0);
  });

  test('does not pretend to commit after one of its statements failed', async () => {
    const work = db.transaction(async (tx) => {
      await tx.user.create({ data: user() });
      await tx.user.create({ data: user() }).catch(() => {});
    }, AS_SYSTEM);
    await expect(work).rejects.toThrow(
      'The transaction was rolled back, because one of its statements had failed: duplicate key',
    );
    expect(await db.prisma.user.count()).toBe(0);
  });

  test('may go on after rolling back to a savepoint', async () => {
    await db.transaction(async (tx) => {
      await tx.user.create({ data: user() });
      await tx.$executeRaw`SAVEPOINT before`;
      await tx.user.create({ data: user() }).catch(() => {});
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT before`;
    }, AS_SYSTEM);
    expect(await db.prisma.user.count()).toBe(1);
  });

  test('leaves a usable connection behind however it ends', async () => {
    for (let i = 0; i < 8; i++) {
      const work = db.transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1 / 0`.catch(() => {});
      }, AS_SYSTEM);
      await expect(work).rejects.toThrow('division by zero');
    }
    expect(await db.queryAs(SYSTEM_ACTOR, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('runs at the isolation level it was asked for', async () => {
    const level = await db.transaction(
      (tx) => tx.$queryRaw`SELECT current_setting('transaction_isolation') AS level`,
      { ...AS_SYSTEM, isolationLevel: 'RepeatableRead' },
    );
    expect(level).toEqual([{ level: 'repeatable read' }]);
  });

  test('is refused inside another, and so is a query past it', async () => {
    await expect(
      db.transaction(() => db.transaction(async () => {}, AS_SYSTEM), AS_SYSTEM),
    ).rejects.toThrow(
      'Inside a transaction everything goes through its tx, or waits for afterCommit. This did not: BEGIN',
    );
    const past = db.transaction(() => db.queryAs(SYSTEM_ACTOR, 'SELECT 7'), AS_SYSTEM);
    await expect(past).rejects.toThrow('SELECT 7');
  });
});

describe('an instant', () => {
  test('is stored as the instant it is, not shifted by a time zone', async () => {
    const createdAt = new Date('2026-07-01T12:00:00.123Z');
    await db.prisma.user.create({ data: { ...user(), createdAt } });
    expect(await epochs(db)).toEqual([createdAt.getTime()]);
  });

  test('is stored right in a database whose default time zone is not UTC', async () => {
    const inNewYork = await openInNewYork();
    const createdAt = new Date('2026-07-01T12:00:00.123Z');
    await inNewYork.prisma.user.create({ data: { ...user(), createdAt } });
    await inNewYork.transaction(
      (tx) => tx.user.create({ data: { ...user('b'), createdAt } }),
      AS_SYSTEM,
    );
    expect(await epochs(inNewYork)).toEqual([createdAt.getTime(), createdAt.getTime()]);
    await inNewYork[Symbol.asyncDispose]();
  });

  test('would be shifted in a session that is not in UTC, so such a database is refused', async () => {
    const backend = await openEmptyPglite();
    await backend.pglite.exec(`SET timezone = 'Europe/Berlin'`);
    await expect(openBackend(backend)).rejects.toThrow(
      'Database sessions must run in UTC, but this one is in Europe/Berlin.',
    );
  });
});

describe('statements', () => {
  test('can be counted until one stops counting', async () => {
    const statements: string[] = [];
    const stop = db.onQuery((sql) => statements.push(sql));
    await db.queryAs(SYSTEM_ACTOR, 'SELECT 1');
    await db.transaction((tx) => tx.$executeRaw`SELECT 2`, AS_SYSTEM);
    stop();
    await db.queryAs(SYSTEM_ACTOR, 'SELECT 3');
    expect(statements).toEqual(['SELECT 1', 'SELECT 2']);
  });

  test('take parameters and give rows', async () => {
    const ask = (text: string | null) =>
      db.queryAs(
        SYSTEM_ACTOR,
        `/* all types */ SELECT $1::int AS int, $2::timestamptz = 'epoch' AS "isEpoch", $3::text AS text`,
        [1, new Date(0), text],
      );
    for (const text of [`it's`, 'back\\slash', `\\'; DROP TABLE lead; --`, '', null]) {
      expect(await ask(text)).toEqual([{ int: 1, isEpoch: true, text }]);
    }
  });
});

describe('a violated constraint', () => {
  test('is named alike for models and raw SQL', async () => {
    const data = user();
    await db.prisma.user.create({ data });
    const raw = (email: string, role: string) =>
      db.query(
        'INSERT INTO user_account (id, email, name, role) VALUES (gen_random_uuid(), $1, $2, $3)',
        [email, 'B', role],
      );
    const ownership = { id: newId(), leadId: newId(), ownerId: data.id, assignedAt: new Date() };
    const named = await Promise.all(
      [
        db.prisma.user.create({ data: user() }),
        raw(data.email, 'REP'),
        db.prisma.user.create({ data: { ...user('c'), role: 'KING' } }),
        raw('c', 'KING'),
        db.prisma.ownership.create({ data: ownership }),
        raw('c', 'REP'),
        db.query('SELECT 1 / 0'),
      ].map((write) => write.then(() => 'written', violatedConstraint)),
    );
    expect(named).toEqual([
      'user_account_email_key',
      'user_account_email_key',
      'user_account_role_check',
      'user_account_role_check',
      'ownership_lead_id_fkey',
      'written',
      null,
    ]);
  });

  test('does not carry the refused row into the error', async () => {
    const write = db.prisma.user.create({ data: { ...user('secret@example.com'), role: 'KING' } });
    const error = await write.catch((caught: unknown) => caught);
    expect(JSON.stringify(error)).not.toContain('secret@example.com');
  });
});

describe('a notification', () => {
  test('reaches its listeners when the transaction commits', async () => {
    const received: string[] = [];
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const listener = await db.listen('leads', (payload) => {
      received.push(payload);
      arrived();
    });
    await db
      .transaction(async (tx) => {
        await tx.$queryRaw`SELECT pg_notify('leads', 'rolled back')::text`;
        throw new Error('no');
      })
      .catch(() => {});
    await db.transaction((tx) => tx.$queryRaw`SELECT pg_notify('leads', 'committed')::text`);
    await arrival;
    expect(received).toEqual(['committed']);
    await listener.stop();
  });

  test.runIf(TEST_DATABASE_URL)('connection that breaks comes back and says so', async () => {
    let woken = () => {};
    const wake = new Promise<string>((resolve) => {
      woken = () => resolve('woken');
    });
    const listener = await db.listen('leads', (payload) => payload === '' && woken());
    await db.query(
      `SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
       WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
    );
    expect(await wake).toBe('woken');
    await listener.stop();
  });
});

test('a server that does not answer is named', async () => {
  const open = openDatabase({ kind: 'postgres', url: 'postgres://anna:secret@127.0.0.1:1/leads' });
  await expect(open).rejects.toThrow(
    'The database at DATABASE_URL cannot be opened: nothing answers at 127.0.0.1:1',
  );
});

test('defaults of the database that write values otherwise change nothing', async () => {
  await using strange = await openWith({
    datestyle: 'German, DMY',
    intervalstyle: 'sql_standard',
    bytea_output: 'escape',
    extra_float_digits: '-5',
    search_path: 'nowhere',
    default_transaction_isolation: 'serializable',
  });
  const createdAt = new Date('2026-02-03T04:05:06.789Z');
  const data = { id: newId(), email: 'anna@example.com', name: 'Anna', role: 'REP', createdAt };
  const read = await strange.transaction(async (tx) => {
    await tx.user.create({ data });
    return tx.user.findUniqueOrThrow({ where: { id: data.id } });
  }, AS_SYSTEM);
  expect(read).toMatchObject(data);
  const [row] = await strange.queryAs<{ at: string; bytes: string; third: string }>(
    SYSTEM_ACTOR,
    `SELECT created_at::text AS at, '\\x00ff'::bytea::text AS bytes, (1::float8 / 3)::text AS third
     FROM user_account`,
  );
  expect(row).toEqual({
    at: '2026-02-03 04:05:06.789+00',
    bytes: '\\x00ff',
    third: '0.3333333333333333',
  });
});

test('stopping twice is stopping once', async () => {
  await using backend = await openEmptyBackend();
  const stopped = await openBackend(backend);
  await Promise.all([stopped.stop(), stopped.stop()]);
  await stopped.stop();
  await expect(stopped.queryAs(SYSTEM_ACTOR, 'SELECT 1')).rejects.toThrow();
});

async function epochs(database: Pick<typeof db, 'query'>): Promise<number[]> {
  const rows = await database.query<{ ms: number }>(
    'SELECT (extract(epoch FROM created_at) * 1000)::float8 AS ms FROM user_account',
  );
  return rows.map((row) => row.ms);
}

async function openInNewYork() {
  return openWith({ timezone: `'America/New_York'` });
}

/** A database with defaults of its own, as an administrator may set them. */
async function openWith(defaults: Readonly<Record<string, string>>) {
  const alter = (name: string) =>
    Object.entries(defaults).map(([key, value]) => `ALTER DATABASE ${name} SET ${key} = ${value}`);
  if (TEST_DATABASE_URL) {
    const url = await createTestDatabase();
    const name = new URL(url).pathname.slice(1);
    for (const sql of alter(name)) await db.query(sql);
    return openTestBackend(await openPostgres(url), ownerOnPostgres(url), () =>
      dropTestDatabase(url),
    );
  }
  const first = await openEmptyPglite();
  await first.pglite.exec(alter('postgres').join('; '));
  const snapshot = await first.pglite.dumpDataDir('none');
  await first.close();
  const backend = await openPglite('memory://', snapshot);
  return openTestBackend(backend, pgliteAdapter(backend.pglite, { asOwner: true }));
}
