import { beforeAll, describe, expect, test } from 'vitest';
import { createReads } from '../../../src/api/kit/reads.js';
import { AS_SYSTEM, SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import type { Backend } from '../../../src/platform/db/backend.js';
import { newId } from '../../../src/platform/db/ids.js';
import { lookUp, openPooled } from '../../../src/platform/db/look-up.js';
import { type Database, openBackend, type Tx } from '../../../src/platform/db/open.js';
import { openPostgres } from '../../../src/platform/db/open-postgres.js';
import { inTransaction } from '../../../src/platform/verbs/context.js';
import {
  createTestDatabase,
  dropTestDatabase,
  openMigratedPglite,
  TEST_DATABASE_URL,
} from '../../support/database.js';
import { contextFor, makeLead, makeUser, type TestUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

let anna: TestUser;
let bruno: TestUser;
let leadOf: Map<TestUser, string>;

beforeAll(async () => {
  anna = await makeUser(db);
  bruno = await makeUser(db);
  leadOf = new Map();
  for (const agent of [anna, bruno]) {
    leadOf.set(agent, (await makeLead(contextFor(db, agent))).id);
  }
});

const leadIds = async (tx: Tx) =>
  (await tx.lead.findMany({ select: { id: true } })).map(({ id }) => id);
const COUNT = '/* leads */ SELECT count(*)::int AS leads FROM lead';

describe('an identity', () => {
  test('is gone from the connection when its transaction has ended, however it ended', async () => {
    const url = TEST_DATABASE_URL && (await createTestDatabase({ migrated: true }));
    const backend: Backend = url ? await openPostgres(url, 1) : await openMigratedPglite();
    const one: Database = await openBackend(backend);
    try {
      const id = newId();
      const data = { id, email: 'a@example.com', name: 'A', role: 'ADMIN' };
      await one.transaction((tx) => tx.user.create({ data }), AS_SYSTEM);
      const as = { id, role: 'ADMIN', territory: null } as const;
      const endings = [
        () => one.transaction((tx) => tx.user.count(), { as }),
        () => one.transaction((tx) => tx.$queryRaw`SELECT 1 / 0`, { as }),
        () => one.queryAs(as, COUNT),
        () => one.queryAs(as, COUNT),
        () => one.queryAs(as, 'SELECT 1 / 0'),
        () => one.queryAs(as, 'SELECT no_such_column'),
      ];
      for (const end of endings) {
        await end().catch(() => {});
        const session = await backend.adapterFactory.connect();
        const sql = `SELECT current_user::text, coalesce(current_setting('app.actor', true), ''),
          (SELECT count(*) FROM user_account)::int`;
        const { rows } = await session.queryRaw({ sql, args: [], argTypes: [] });
        expect(rows).toEqual([['leadwarden_none', '', 0]]);
      }
    } finally {
      await one.stop();
      if (url) await dropTestDatabase(url);
    }
  });

  test('holds for each of many transactions that run at once', async () => {
    const agents = Array.from({ length: 40 }, (_, n) => (n % 2 ? anna : bruno));
    const seen = await Promise.all(
      agents.map((as, n) =>
        n % 4 < 2
          ? db.transaction(leadIds, { as })
          : db
              .queryAs<{ id: string }>(as, '/* ids */ SELECT id::text AS id FROM lead')
              .then((rows) => rows.map(({ id }) => id)),
      ),
    );
    expect(seen).toEqual(agents.map((agent) => [leadOf.get(agent)]));
  });

  test('is that of the outer transaction for whatever joins it', async () => {
    const ctx = contextFor(db, anna);
    const seen = await inTransaction(ctx, (outer) =>
      inTransaction({ ...outer, actor: SYSTEM_ACTOR }, ({ tx }) => leadIds(tx)),
    );
    expect(seen).toEqual([leadOf.get(anna)]);
  });

  test('comes back after a look past it, also when the look ends with an error', async () => {
    await db.transaction(
      async (tx) => {
        expect((await lookUp(tx, () => leadIds(tx))).length).toBe(2);
        expect(await leadIds(tx)).toEqual([leadOf.get(anna)]);
        const failing = lookUp(tx, () => Promise.reject(new Error('no verdict')));
        await expect(failing).rejects.toThrow('no verdict');
        expect(await leadIds(tx)).toEqual([leadOf.get(anna)]);
      },
      { as: anna },
    );
  });

  test('without an id is refused, and so is one that is no UUID', async () => {
    const refused = { id: null, role: 'ADMIN', territory: null } as const;
    await expect(db.transaction(leadIds, { as: refused })).rejects.toThrow(
      'null identifies no ADMIN, allowed is a UUID, or null for the system.',
    );
    await expect(
      db.transaction(leadIds, { as: { ...refused, id: "x', true)--" } }),
    ).rejects.toThrow('identifies no ADMIN');
  });

  test.each([
    "O'Hara",
    'back\\slash',
    "\\' OR true --",
  ])('takes the territory %s as text', async (territory) => {
    const as = { id: anna.id, role: 'MANAGER', territory } as const;
    const [row] = await db.queryAs<{ territory: string }>(
      as,
      `SELECT current_setting('app.territory') || $1 AS territory`,
      [territory],
    );
    expect(row?.territory).toBe(territory + territory);
  });
});

describe('an agent', () => {
  const rowsOf = (sql: string, as: TestUser) =>
    db.transaction((tx) => tx.$executeRawUnsafe(sql), { as });

  test('sees a lead in the pool as the pool shows it, and cannot change it there', async () => {
    const owner = await makeUser(db);
    const { id } = await makeLead(contextFor(db, owner));
    await releaseLead(contextFor(db, owner), { leadId: id });
    const change = `UPDATE lead SET city = 'Ulm' WHERE id = '${id}'`;
    for (const as of [owner, bruno]) {
      const find = (select: object, pool?: true) =>
        db.transaction((tx) => tx.lead.findUnique({ where: { id }, select }), {
          as: { ...as, ...(pool ? { pool } : {}) },
        });
      expect(await find({ status: true })).toBeNull();
      expect(await find({ status: true }, true)).toEqual({ status: 'RELEASED' });
      for (const hidden of ['notes', 'contacts', 'ownerships']) {
        await expect(find({ [hidden]: true }, true)).rejects.toThrow('permission denied');
      }
      expect(await rowsOf(change, as)).toBe(0);
      // Also not where a verb may take it.
      const opened = db.transaction(
        async (tx) => {
          await openPooled(tx, id);
          await tx.$executeRawUnsafe(change);
        },
        { as },
      );
      await expect(opened).rejects.toThrow('may claim lead');
    }
  });

  test.each([
    [
      'gives a lead to another',
      (id: string) => `UPDATE lead SET owner_id = '${bruno.id}' WHERE id = '${id}'`,
    ],
    [
      'gives an ownership to another',
      (id: string) => `UPDATE ownership SET owner_id = '${bruno.id}' WHERE lead_id = '${id}'`,
    ],
    [
      'writes a contact at a lead of another',
      () => `UPDATE contact SET lead_id = '${leadOf.get(bruno)}'`,
    ],
    [
      'takes a lead away from another',
      () =>
        `INSERT INTO ownership (id, lead_id, owner_id, assigned_at) VALUES ('${newId()}', '${leadOf.get(bruno)}', '${anna.id}', now())`,
    ],
    [
      'speaks in the name of another',
      () =>
        `INSERT INTO audit_entry (id, occurred_at, actor_id, action, entity, entity_id) VALUES ('${newId()}', now(), '${bruno.id}', 'a', 'Lead', '${newId()}')`,
    ],
    [
      'gives an event its position',
      () =>
        `INSERT INTO domain_event (id, position, type, occurred_at) VALUES ('${newId()}', 1, 'LEAD_LOST', now())`,
    ],
    [
      'sends a mail about a lead of another',
      () =>
        `INSERT INTO outbox_email (id, template, locale, recipient, data, dedupe_key, message_id, lead_id) VALUES ('${newId()}', 't', 'de', 'a', '{}', 'k', 'm', '${leadOf.get(bruno)}')`,
    ],
  ])('never %s', async (_what, sql) => {
    await expect(rowsOf(sql(leadOf.get(anna) ?? ''), anna)).rejects.toThrow(
      'new row violates row-level security policy',
    );
  });

  test('does not learn from a unique key that another has a row', async () => {
    const leadId = leadOf.get(bruno) ?? '';
    const write = db.transaction(
      (tx) =>
        tx.contact.createMany({ data: [{ id: newId(), leadId, name: 'Erika', primary: true }] }),
      { as: anna },
    );
    await expect(write).rejects.toThrow('row-level security policy for table "contact"');
  });
});

test('the trail cannot be rewritten by any role, nor an event be taken back', async () => {
  await makeLead(contextFor(db, anna));
  for (const as of [SYSTEM_ACTOR, await makeUser(db, { role: 'ADMIN' })]) {
    for (const sql of [
      'DELETE FROM audit_entry',
      'UPDATE audit_entry SET actor_id = NULL',
      "UPDATE domain_event SET payload = '{}'",
    ]) {
      const write = db.transaction((tx) => tx.$executeRawUnsafe(sql), { as });
      await expect(write).rejects.toThrow('permission denied');
    }
  }
  // The system clears away what is old, and only that.
  await db.query('UPDATE domain_event SET occurred_at = clock_timestamp()');
  const takeBack = (tx: Tx) => tx.$executeRawUnsafe('DELETE FROM domain_event');
  expect(await db.transaction(takeBack, AS_SYSTEM)).toBe(0);
  await expect(
    db.transaction(takeBack, { as: await makeUser(db, { role: 'ADMIN' }) }),
  ).rejects.toThrow('permission denied');
});

describe('the reads of an operation', () => {
  test('share one transaction, which lets verbs pass and ends with the operation', async () => {
    const opened: number[] = [];
    const counting: Database = {
      ...db,
      transaction: (work, options) => {
        opened.push(1);
        return db.transaction(work, options);
      },
    };
    const reads = createReads(counting, () => anna);
    const both = await Promise.all([reads.read(leadIds), reads.read(leadIds)]);
    expect(both).toEqual(
      [[leadOf.get(anna)], [leadOf.get(anna)]].map((ids) => expect.arrayContaining(ids)),
    );
    expect(opened.length).toBe(1);
    await reads.settle();
    // On the embedded database this would wait for ever for a transaction left open.
    await db.transaction((tx) => tx.user.count(), AS_SYSTEM);
    await reads.read(leadIds);
    expect(opened.length).toBe(2);
    await reads.close();
    await expect(reads.read(leadIds)).rejects.toThrow('The operation is over');
    await db.transaction((tx) => tx.user.count(), AS_SYSTEM);
  });

  test('go on after one of them failed', async () => {
    const reads = createReads(db, () => anna);
    await expect(reads.read((tx) => tx.$queryRaw`SELECT 1 / 0`)).rejects.toThrow(
      'division by zero',
    );
    expect(await reads.read(leadIds)).toContain(leadOf.get(anna));
    await reads.close();
  });

  test('of a page take one message, or the transaction that is open', async () => {
    const reads = createReads(db, () => anna);
    const alone = await reads.query(COUNT, []);
    await reads.read(leadIds);
    expect(await reads.query(COUNT, [])).toEqual(alone);
    await reads.close();
  });
});
