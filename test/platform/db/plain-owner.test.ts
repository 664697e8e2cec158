import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AS_SYSTEM, SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { createUser } from '../../../src/features/users/create-user.js';
import { type Database, openDatabase } from '../../../src/platform/db/open.js';
import { EXIT, StartUpError } from '../../../src/platform/ops/start-up-error.js';
import {
  createTestDatabase,
  dropTestDatabase,
  onServer,
  TEST_DATABASE_URL,
} from '../../support/database.js';

const NOW = new Date('2026-03-01T09:00:00Z');

// On the embedded database the owner is the superuser of the process.
describe.runIf(TEST_DATABASE_URL)('an owner who is no superuser', () => {
  const name = `leadwarden_test_owner_${process.pid}_${randomUUID().slice(0, 8)}`;
  const password = randomUUID();
  let url = '';
  let asOwner = '';
  let db: Database;

  beforeAll(async () => {
    url = await createTestDatabase();
    const database = new URL(url).pathname.slice(1);
    await onServer(async (client) => {
      await client.query(`CREATE ROLE ${name} LOGIN CREATEROLE PASSWORD '${password}'`);
      await client.query(`ALTER DATABASE ${database} OWNER TO ${name}`);
    });
    await onServer((client) => client.query(`ALTER SCHEMA public OWNER TO ${name}`), url);
    asOwner = Object.assign(new URL(url), { username: name, password }).href;
    db = await openDatabase({ kind: 'postgres', url: asOwner });
  });
  afterAll(async () => {
    await db.stop();
    await dropTestDatabase(url);
    await onServer((client) => client.query(`DROP ROLE ${name}`));
  });

  test('migrates and serves, with foreign keys that look past the policies', async () => {
    expect(db.migrated).toContain('20261124120000_row_level_security');
    const system = { db, actor: SYSTEM_ACTOR, now: NOW, requestId: null };
    const user = { email: 'anna@example.com', name: 'Anna', role: 'REP' } as const;
    const { userId } = await createUser(system, user);
    const actor = { ...user, id: userId, territory: null, scopes: null };
    const input = { companyName: 'Gasthof Adler', city: 'Ulm' };
    const { leadId } = await registerLead({ ...system, actor }, input);
    const seen = await db.transaction((tx) => tx.lead.findMany({ select: { id: true } }), {
      as: actor,
    });
    expect(seen).toEqual([{ id: leadId }]);
  });

  test('is told what a login lacks that owns nothing', async () => {
    const other = `${name}_other`;
    await onServer((client) =>
      client.query(`CREATE ROLE ${other} LOGIN CREATEROLE PASSWORD '${password}'`),
    );
    try {
      const empty = await createTestDatabase();
      const opening = (of: string) => {
        const url = Object.assign(new URL(of), { username: other, password }).href;
        return openDatabase({ kind: 'postgres', url });
      };
      await expect(opening(url)).rejects.toThrow(
        new StartUpError(
          'Which migrations the database has cannot be read. permission denied for table _prisma_migrations; the login must own the database and what lies in it, as docs/security.md says',
          EXIT.config,
        ),
      );
      await onServer((client) => client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC'), empty);
      await expect(opening(empty)).rejects.toThrow(
        /permission denied for schema public; the login must own the database and what lies in it, as docs\/security.md says$/,
      );
      await dropTestDatabase(empty);
    } finally {
      await onServer((client) => client.query(`DROP ROLE ${other}`));
    }
  });

  test('changes data in a migration as the jobs', async () => {
    expect(await db.transaction((tx) => tx.lead.count(), AS_SYSTEM)).toBe(1);
    await onServer(async (client) => {
      const count = 'SELECT count(*)::int AS leads FROM lead';
      await client.query('BEGIN; SET LOCAL ROLE leadwarden_jobs');
      expect((await client.query(count)).rows).toEqual([{ leads: 1 }]);
      await client.query('COMMIT');
    }, asOwner);
  });
});
