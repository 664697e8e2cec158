import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSealer } from '../../src/audit/sealer.js';
import { diagnose } from '../../src/doctor/diagnose.js';
import { createSequencer } from '../../src/events/sequencer.js';
import { createMemoryWakeUp } from '../../src/events/wake-up-memory.js';
import { parseKeyRing } from '../../src/privacy/key-ring.js';
import { pseudonymizeLeads } from '../../src/privacy/pseudonymize-leads.js';
import { openTestDatabase } from '../support/database.js';
import { asRep, makeLead } from '../support/factories.js';

const db = await openTestDatabase();
afterAll(() => db[Symbol.asyncDispose]());

const log = pino({ level: 'silent' });
const key = (version: number, byte = version) =>
  `${version}:${Buffer.alloc(32, byte).toString('base64')}`;
const keyRing = parseKeyRing(key(1));
let leadId: string;

beforeAll(async () => {
  const rep = await asRep(db);
  ({ id: leadId } = await makeLead(rep));
  const { id } = await makeLead(rep);
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
    clock: expect.stringMatching(
      /^OK sessions run in UTC, the database's clock is -?\d+ s from ours$/,
    ),
    text: expect.stringMatching(/^OK UTF8, collation \S+, character type \S+$/),
    'event log': 'OK 3 events from 1 to 3 without a gap, 0 waiting for a position',
    'audit trail': `OK 3 entries verified (1 blanked), none unsealed, head 3 ${head.headHash}`,
    projection: 'OK 2 leads recomputed',
    'lead counts': expect.stringMatching(/^OK all counts are right, \d+ changes to be folded in$/),
    'key ring': 'OK keys of version 1, 1 contacts with tombstones',
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
    /^PROBLEM \d+ counts drifted: PROTECTED BASE_ENDS_IN_GRACE of the market .* is 2, not 0/,
  ],
  [
    'a deadline drifted',
    'projection',
    `UPDATE lead SET expires_at = expires_at + interval '1 day'`,
    `UPDATE lead SET expires_at = expires_at - interval '1 day'`,
    /^PROBLEM 2 of 2 leads drifted: .* in expires_at/,
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
  await expect(
    db.transaction((tx) => pseudonymizeLeads({ ...rep, tx }, parseKeyRing(key(1, 9)), [leadId])),
  ).rejects.toThrow('The pseudonym key of version 1 is not the one that made the tombstones');
});
