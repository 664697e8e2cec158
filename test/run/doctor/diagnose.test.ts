import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { pseudonymizeLeads } from '../../../src/features/privacy/pseudonymize-leads.js';
import { createSealer } from '../../../src/platform/audit/sealer.js';
import { openDatabase } from '../../../src/platform/db/open.js';
import { createSequencer } from '../../../src/platform/events/sequencer.js';
import { createMemoryWakeUp } from '../../../src/platform/events/wake-up-memory.js';
import { parseKeyRing } from '../../../src/platform/keys/key-ring.js';
import { checkCatalogue } from '../../../src/run/doctor/check-catalogue.js';
import { checkCollation } from '../../../src/run/doctor/check-collation.js';
import { diagnose } from '../../../src/run/doctor/diagnose.js';
import { TEST_DATABASE_URL } from '../../support/database.js';
import { asRep, makeLead } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const log = pino({ level: 'silent' });
const key = (version: number, byte = version) =>
  `${version}:${Buffer.alloc(32, byte).toString('base64')}`;
const keyRing = parseKeyRing(key(1));
let leadId: string;

beforeAll(async () => {
  const rep = await asRep(db);
  ({ id: leadId } = await makeLead(rep));
  const { id } = await makeLead(rep);
  await db.prisma.lead.update({
    where: { id },
    data: { status: 'LOST', endReason: 'LOST', endedAt: rep.now },
  });
  await db.transaction((tx) => pseudonymizeLeads({ ...rep, tx }, keyRing, [id]));
  await createSealer({ db, log }).catchUp();
  await createSequencer({ db, wakeUp: createMemoryWakeUp(), log }).catchUp();
});

const diagnosis = async (ring: typeof keyRing | null = keyRing, now = new Date()) => {
  const findings = await diagnose({ db, keyRing: ring, now });
  return Object.fromEntries(
    findings.map(({ check, state, detail }) => [check, `${state} ${detail}`]),
  );
};

/** Does something behind the program's back, looks, and undoes it. */
async function after(harm: string, undo: string) {
  const run = (sql: string) =>
    db.transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRawUnsafe(sql);
    });
  await run(harm);
  const found = await diagnosis();
  await run(undo);
  return found;
}

test('of a sound database says what was looked at', async () => {
  const head = await db.prisma.auditChain.findUniqueOrThrow({ where: { id: 1 } });
  expect(await diagnosis()).toEqual({
    migrations: expect.stringMatching(/^OK \d+ applied, the last is \d{14}_\w+$/),
    catalogue: expect.stringMatching(/^OK \d{3,4} things as migrated$/),
    clock: expect.stringMatching(
      /^OK sessions run in UTC, the database's clock is -?\d+ s from ours$/,
    ),
    text: expect.stringMatching(/^OK UTF8, collation \S+, character type \S+$/),
    collation: expect.stringMatching(/^OK the collation /),
    'event log': 'OK 3 events from 1 to 3 without a gap, 0 waiting for a position',
    'audit trail': `OK 3 entries verified (1 blanked), none unsealed, head 3 ${head.headHash}`,
    receipts: expect.stringMatching(
      /^WARNING 0 receipts and 0 checkpoints verified, 2 unsigned since \S+: does a server run\?$/,
    ),
    projection: 'OK 1 leads recomputed',
    'lead counts': expect.stringMatching(/^OK all counts are right, \d+ changes to be folded in$/),
    'key ring': 'OK keys of version 1, 1 contacts with tombstones',
    warnings: 'OK no warning waits to be delivered',
    webhooks: 'OK 0 endpoints, 0 disabled, 0 dead letters',
  });
});

test.each([
  [
    'an entry of the audit trail was changed',
    'audit trail',
    `UPDATE audit_entry SET action = 'x' || action WHERE position = 2`,
    'UPDATE audit_entry SET action = substr(action, 2) WHERE position = 2',
    /^PROBLEM broken at position 2: entry .* does not have the hash/,
  ],
  [
    'an event is missing',
    'event log',
    'UPDATE domain_event SET position = NULL WHERE position = 2',
    'UPDATE domain_event SET position = 2 WHERE position IS NULL',
    /^PROBLEM 2 events from 1 to 3, but the log says 1 to 3/,
  ],
  [
    'a lead was written past the counts',
    'lead counts',
    'UPDATE lead SET warned_at = now()',
    'UPDATE lead SET warned_at = NULL',
    /^PROBLEM \d+ counts drifted: PROTECTED BASE_ENDS_IN_GRACE of the market .* is 1, not 0/,
  ],
  [
    'a deadline drifted',
    'projection',
    `UPDATE lead SET expires_at = expires_at + interval '1 day'`,
    `UPDATE lead SET expires_at = expires_at - interval '1 day'`,
    /^PROBLEM 1 of 1 leads drifted: .* in expires_at/,
  ],
  [
    'a migration was changed after it was applied',
    'migrations',
    `UPDATE _prisma_migrations SET checksum = reverse(checksum)`,
    'UPDATE _prisma_migrations SET checksum = reverse(checksum)',
    /^PROBLEM \d+_init was changed after it was applied/,
  ],
])('finds that %s', async (_what, check, harm, undo, finding) => {
  const found = await after(harm, undo);
  expect(found[check]).toMatch(finding);
});

test.each([
  [
    'a view',
    'ALTER VIEW v_user_lead_protection RENAME TO v_x',
    'ALTER VIEW v_x RENAME TO v_user_lead_protection',
    'view v_user_lead_protection is missing',
  ],
  [
    'a policy',
    'ALTER POLICY own ON contact RENAME TO o',
    'ALTER POLICY o ON contact RENAME TO own',
    'policy contact.own is missing; policy contact.o was added',
  ],
  [
    'what a policy says',
    `ALTER POLICY reader ON contact USING (name = 'x')`,
    'ALTER POLICY reader ON contact USING (true)',
    'policy contact.reader was changed',
  ],
  [
    'row-level security',
    'ALTER TABLE contact DISABLE ROW LEVEL SECURITY',
    'ALTER TABLE contact ENABLE ROW LEVEL SECURITY',
    'table contact was changed',
  ],
  [
    'a function',
    'ALTER FUNCTION lead_in_pool_is_only_claimed() SECURITY DEFINER',
    'ALTER FUNCTION lead_in_pool_is_only_claimed() SECURITY INVOKER',
    'function lead_in_pool_is_only_claimed was changed',
  ],
  [
    'a trigger',
    'ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only',
    'ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only',
    'trigger audit_entry.audit_entry_append_only was changed',
  ],
  [
    'a grant',
    'GRANT DELETE ON lead TO leadwarden_rep',
    'REVOKE DELETE ON lead FROM leadwarden_rep',
    'grant DELETE on lead to leadwarden_rep was added',
  ],
  [
    'a grant on a column',
    'GRANT SELECT (notes) ON lead TO leadwarden_wallboard',
    'REVOKE SELECT (notes) ON lead FROM leadwarden_wallboard',
    'grant SELECT on lead.notes to leadwarden_wallboard was added',
  ],
  [
    'an index',
    'ALTER INDEX lead_job_expiry RENAME TO x',
    'ALTER INDEX x RENAME TO lead_job_expiry',
    'index lead_job_expiry is missing',
  ],
  [
    'a constraint',
    'ALTER TABLE ownership RENAME CONSTRAINT ownership_pkey TO x',
    'ALTER TABLE ownership RENAME CONSTRAINT x TO ownership_pkey',
    'constraint ownership.ownership_pkey is missing',
  ],
])('finds that %s was changed behind its back', async (_what, harm, undo, finding) => {
  const run = (sql: string) => db.transaction((tx) => tx.$executeRawUnsafe(sql));
  await run(harm);
  try {
    const { state, detail } = await checkCatalogue({ db });
    expect(`${state} ${detail}`).toContain(`PROBLEM ${finding}`);
  } finally {
    await run(undo);
  }
  expect(await checkCatalogue({ db })).toMatchObject({ state: 'OK' });
});

test.each([
  [
    'is not in the ring any more',
    key(2),
    /^WARNING version 1 made tombstones but is not in the ring/,
  ],
  ['was replaced by another of its version', key(1, 9), /^PROBLEM version 1 is another key/],
])('finds that a key that made tombstones %s', async (_what, ring, finding) => {
  expect((await diagnosis(parseKeyRing(ring)))['key ring']).toMatch(finding);
});

test('finds that there are no keys at all', async () => {
  expect((await diagnosis(null))['key ring']).toBe(
    'PROBLEM there are no keys, and 1 contacts with tombstones',
  );
});

test('warns of a clock that is minutes off', async () => {
  const found = await diagnosis(keyRing, new Date(Date.now() + 600_000));
  expect(found.clock).toMatch(/^WARNING .* is -\d+ s from ours/);
});

test('warns of entries that nobody seals', async () => {
  await makeLead(await asRep(db, new Date('2026-03-01T09:00:00Z')));
  const found = await diagnosis();
  expect(found['audit trail']).toMatch(
    /^WARNING 3 entries verified \(1 blanked\), 1 unsealed since 2026-03-01T09:00:00.000Z: does a server run\?/,
  );
  await createSealer({ db, log }).catchUp();
});

test('another key of a version that made tombstones makes no more', async () => {
  const rep = await asRep(db);
  await db.prisma.lead.update({
    where: { id: leadId },
    data: { status: 'LOST', endReason: 'LOST', endedAt: rep.now },
  });
  await expect(
    db.transaction((tx) => pseudonymizeLeads({ ...rep, tx }, parseKeyRing(key(1, 9)), [leadId])),
  ).rejects.toThrow('The pseudonym key of version 1 is not the one that made the tombstones');
});

// An embedded database sorts by rules of its own that have no version.
test.runIf(TEST_DATABASE_URL)(
  'names a collation that has another version than the indexes',
  async () => {
    const url = new URL(TEST_DATABASE_URL ?? '');
    const name = `lw_icu_${randomUUID().replaceAll('-', '')}`;
    await db.query(
      `CREATE DATABASE ${name} TEMPLATE template0 LOCALE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'de-DE'`,
    );
    url.pathname = name;
    const opened = await openDatabase({ kind: 'postgres', url: url.href });
    try {
      expect(await checkCollation({ db: opened })).toMatchObject({ state: 'OK' });
      await db.query(`UPDATE pg_database SET datcollversion = '1.0' WHERE datname = '${name}'`);
      const { state, detail } = await checkCollation({ db: opened });
      expect(state).toBe('PROBLEM');
      expect(detail).toMatch(
        /^indexes were made with version 1\.0 of the collation, the server now sorts by [\d.]+; REINDEX DATABASE "\w+", then/,
      );
    } finally {
      await opened.stop();
      await db.query(`DROP DATABASE ${name}`);
    }
  },
);
