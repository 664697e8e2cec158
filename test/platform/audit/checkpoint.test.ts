import pino from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { createTicks } from '../../../src/features/jobs/ticks.js';
import { renderEmail } from '../../../src/features/mail/render-email.js';
import { eraseDataSubject } from '../../../src/features/privacy/erase-data-subject.js';
import { chainHash, GENESIS_HASH } from '../../../src/platform/audit/chain.js';
import { readCheckpoint } from '../../../src/platform/audit/checkpoint.js';
import { createSealer } from '../../../src/platform/audit/sealer.js';
import { verifyChain } from '../../../src/platform/audit/verify-chain.js';
import { type KeyRing, parseKeyRing } from '../../../src/platform/keys/key-ring.js';
import { checkAuditTrail } from '../../../src/run/doctor/check-audit-trail.js';
import { testClock } from '../../support/clock.js';
import { asAdmin, asAuditor, asRep, makeLead } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();
beforeEach(() => db.reset());

const keyRing = parseKeyRing(`1:${Buffer.alloc(32, 7).toString('base64')}`);
const clock = testClock('2026-03-02T00:00:00Z');
const seal = () => createSealer({ db, log: pino({ level: 'silent' }) }).catchUp();

async function tick(at: string): Promise<void> {
  clock.set(at);
  const found = createTicks(db, clock.now, keyRing).find(({ name }) => name === 'mail-checkpoint');
  await found?.run(new AbortController().signal);
}

const mails = () => db.prisma.outboxEmail.findMany({ orderBy: { id: 'asc' } });

/** Somebody who owns the database, past all triggers. */
const asOwner = (...statements: string[]) =>
  db.transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    for (const sql of statements) await tx.$executeRawUnsafe(sql);
  });

/** Takes the last entry away and moves the head back, so that the chain is whole in itself. */
const cutOff = () =>
  asOwner(
    'DELETE FROM audit_entry WHERE position = (SELECT max(position) FROM audit_entry)',
    `UPDATE audit_chain SET (last_position, head_hash) =
       (SELECT position, hash FROM audit_entry ORDER BY position DESC LIMIT 1)`,
  );

describe('the checkpoint', () => {
  test('is mailed to admins and auditors once a day after five, if anything was sealed since', async () => {
    const rep = await asRep(db);
    const admin = await asAdmin(db);
    const auditor = await asAuditor(db);
    await makeLead(rep);
    await seal();
    await tick('2026-03-02T03:59:00Z');
    expect(await mails()).toEqual([]);
    await tick('2026-03-02T04:00:00Z');
    await tick('2026-03-02T04:10:00Z');
    const head = await db.prisma.auditChain.findUniqueOrThrow({ where: { id: 1 } });
    const data = { position: 1, hash: head.headHash, at: '2026-03-02T04:00:00.000Z' };
    expect(await mails()).toMatchObject([
      { template: 'audit-checkpoint', recipient: admin.actor.email, data },
      { template: 'audit-checkpoint', recipient: auditor.actor.email, data },
    ]);

    await tick('2026-03-03T04:00:00Z');
    expect(await mails()).toHaveLength(2);
    await makeLead(rep);
    await seal();
    await tick('2026-03-03T04:10:00Z');
    expect(await mails()).toHaveLength(4);
  });

  test('tells of a trail that was cut off, as long as the mail is in the outbox', async () => {
    const rep = await asRep(db);
    await asAdmin(db);
    await makeLead(rep);
    await makeLead(rep);
    await seal();
    await tick('2026-03-02T04:00:00Z');
    expect(await verifyChain(db)).toMatchObject({ entries: 2, broken: null });
    await cutOff();
    expect(await verifyChain(db)).toMatchObject({
      entries: 1,
      broken: { position: 2, what: expect.stringContaining('missing') },
    });
  });

  test('that an admin kept tells of it when the outbox was emptied as well', async () => {
    const rep = await asRep(db);
    await makeLead(rep);
    await makeLead(rep);
    await seal();
    const { headHash } = await db.prisma.auditChain.findUniqueOrThrow({ where: { id: 1 } });
    const doctor = () =>
      checkAuditTrail({
        db,
        now: rep.now,
        checkpoints: [{ position: 2, hash: headHash, seal: null }],
      });
    expect(await doctor()).toMatchObject({ state: 'OK' });
    await cutOff();
    // One more makes the length what it was.
    await makeLead(rep);
    await seal();
    expect(await checkAuditTrail({ db, now: rep.now })).toMatchObject({ state: 'OK' });
    expect(await doctor()).toMatchObject({
      state: 'PROBLEM',
      detail: expect.stringContaining('broken at position 2: the entry does not have the hash'),
    });
  });
});

describe('a checkpoint of a mail', () => {
  /** As it stands in the mail. */
  async function mailed(): Promise<string> {
    await asAdmin(db);
    await makeLead(await asRep(db));
    await seal();
    await tick('2026-03-02T04:00:00Z');
    const [mail] = await mails();
    if (!mail) throw new Error('There is no mail.');
    const { text } = renderEmail(mail, { timeZone: 'Europe/Berlin', publicUrl: null });
    return /doctor --checkpoint (\S+)/.exec(text)?.[1] ?? '';
  }
  const doctor = (text: string, keys: KeyRing | null = keyRing) => {
    const checkpoint = readCheckpoint(text);
    const checkpoints = checkpoint ? [checkpoint] : [];
    return checkAuditTrail({ db, now: clock.now(), keyRing: keys, checkpoints });
  };

  test('carries a seal that is verified', async () => {
    const text = await mailed();
    expect(text).toMatch(/^1:[\da-f]{64}:1:[\da-f]{64}$/);
    expect(await doctor(text)).toMatchObject({ state: 'OK' });
  });

  test('that another one made is refused, whatever it says', async () => {
    const text = await mailed();
    const other = parseKeyRing(`1:${Buffer.alloc(32, 8).toString('base64')}`);
    expect(await doctor(text, other)).toMatchObject({
      state: 'PROBLEM',
      detail: expect.stringContaining('not made by an installation with these PSEUDONYM_KEYS'),
    });
    const later = parseKeyRing(`2:${Buffer.alloc(32, 7).toString('base64')}`);
    expect(await doctor(text, later)).toMatchObject({
      state: 'PROBLEM',
      detail: expect.stringContaining('the key 1 of the checkpoint is not in PSEUDONYM_KEYS'),
    });
  });

  test('is not made by who owns the database', async () => {
    await mailed();
    await asOwner(
      `UPDATE outbox_email SET data = jsonb_set(data, '{hash}', to_jsonb(repeat('a', 64)))`,
    );
    expect(await checkAuditTrail({ db, now: clock.now(), keyRing })).toMatchObject({
      state: 'PROBLEM',
      detail: expect.stringContaining('not made by an installation'),
    });
  });

  test.each([
    '',
    '1',
    '0:0',
    `1:${'a'.repeat(63)}`,
    `1:${'a'.repeat(64)}:1`,
    `x:${'a'.repeat(64)}`,
  ])('%s is none', (text) => expect(readCheckpoint(text)).toBeNull());
});

test('the order of insertion is hashed', async () => {
  const rep = await asRep(db);
  await makeLead(rep);
  await makeLead(rep);
  await seal();
  expect(await verifyChain(db)).toMatchObject({ entries: 2, broken: null });
  await asOwner('UPDATE audit_entry SET seq = -1 WHERE position = 2');
  expect(await verifyChain(db)).toMatchObject({ broken: { position: 2 } });
});

test('entries that were sealed before that are verified as they were sealed, and are no way around it', async () => {
  const rep = await asRep(db);
  await makeLead(rep);
  await seal();
  const [entry] = await db.prisma.auditEntry.findMany();
  if (!entry) throw new Error('There is no entry.');
  const facts = {
    ...entry,
    seq: Number(entry.seq),
    occurredAtMs: entry.occurredAt.getTime(),
    contentDigest: entry.contentDigest ?? '',
  };
  const hash = chainHash(GENESIS_HASH, 1, facts, 1);
  await asOwner(
    `UPDATE audit_entry SET hash = '${hash}', hash_version = 1`,
    `UPDATE audit_chain SET head_hash = '${hash}'`,
  );
  expect(await verifyChain(db)).toMatchObject({ entries: 1, broken: null });
  await makeLead(rep);
  await seal();
  expect(await verifyChain(db)).toMatchObject({ entries: 2, broken: null });
  await asOwner('UPDATE audit_entry SET hash_version = 1, seq = -1 WHERE position = 2');
  expect(await verifyChain(db)).toMatchObject({ broken: { position: 2 } });
});

test('an entry that was blanked after an erasure is found', async () => {
  const rep = await asRep(db);
  const admin = await asAdmin(db);
  const contact = { name: 'Erika Abt', email: 'erika@adler.example' };
  const { id: leadId } = await makeLead(rep, { contacts: [contact] });
  await eraseDataSubject(admin, { email: contact.email, reason: 'Art. 17' }, keyRing);
  await logActivity(rep, { leadId, kind: 'NOTE', note: 'said no' });
  await seal();
  expect(await verifyChain(db)).toMatchObject({ entries: 3, blanked: 1, broken: null });
  await asOwner(
    `UPDATE audit_entry SET before = NULL, after = NULL, salt = NULL WHERE action = 'logActivity'`,
  );
  expect((await verifyChain(db)).broken).toEqual({
    position: 3,
    what: expect.stringContaining('was blanked, but no pseudonymisation or erasure'),
  });
});
