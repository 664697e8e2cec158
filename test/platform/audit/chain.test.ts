import { createHash } from 'node:crypto';
import pino from 'pino';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { pseudonymizeLeads } from '../../../src/features/privacy/pseudonymize-leads.js';
import { appendAudits } from '../../../src/platform/audit/append-audit.js';
import { createSealer } from '../../../src/platform/audit/sealer.js';
import { verifyChain } from '../../../src/platform/audit/verify-chain.js';
import { newId } from '../../../src/platform/db/ids.js';
import type { Tx } from '../../../src/platform/db/open.js';
import { parseKeyRing } from '../../../src/platform/keys/key-ring.js';
import { asRep, makeLead } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { findings } from './findings.js';

const db = await testDatabase();

const log = pino({ level: 'silent' });
const NOW = new Date('2026-03-01T09:00:00.123Z');
const keyRing = parseKeyRing(`1:${Buffer.alloc(32, 7).toString('base64')}`);
const ctx = { db, actor: SYSTEM_ACTOR, now: NOW, requestId: 'request-1' };

const seal = () => createSealer({ db, log }).catchUp();

/** Entries that differ in their ids, sealed unless told otherwise. */
async function write(count: number, { sealed = true } = {}): Promise<void> {
  const entries = Array.from({ length: count }, (_, nth) => ({
    action: 'updateLead',
    entity: 'Lead',
    entityId: newId(),
    before: { notes: `Grüße "${nth}"`, volume: 1.5 },
    after: { notes: null, tags: ['a\nb'] },
  }));
  await db.transaction((tx) => appendAudits({ ...ctx, tx }, entries));
  if (sealed) await seal();
}

describe('sealing', () => {
  beforeEach(() => db.reset());

  test('numbers the entries in the order of insertion and links each to the one before', async () => {
    await write(2);
    await write(3, { sealed: false });
    expect(await verifyChain(db)).toMatchObject({
      entries: 2,
      unsealed: 3,
      unsealedSince: NOW,
      broken: null,
    });
    await seal();
    const rows = await db.prisma.auditEntry.findMany({ orderBy: { seq: 'asc' } });
    expect(rows.map(({ position }) => Number(position))).toEqual([1, 2, 3, 4, 5]);
    const report = await verifyChain(db);
    expect(report).toEqual({
      entries: 5,
      blanked: 0,
      unsealed: 0,
      unsealedSince: null,
      head: { position: 5, hash: rows[4]?.hash },
      broken: null,
    });
  });

  test('is what docs/decisions/0005-audit-chain.md and 0023-forgotten-values.md say, so that others can recompute it', async () => {
    await write(1);
    const [entry] = await db.prisma.auditEntry.findMany();
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const leaf = (path: string, value: string) =>
      `${path} ${sha256(`${sha256(`${entry?.salt}\n${path}`)}\n${value}`)}`;
    const leaves = [
      leaf('["after", "notes"]', 'null'),
      leaf('["after", "tags", 0]', '"a\\nb"'),
      leaf('["before", "notes"]', '"Grüße \\"0\\""'),
      leaf('["before", "volume"]', '1.5'),
    ];
    const digest = sha256(`leaves\n${leaves.join('\n')}`);
    expect(entry?.digestVersion).toBe(2);
    expect(entry?.contentDigest).toBe(digest);
    const row = `[2,1,${entry?.seq},"${entry?.id}",1772355600123,null,"request-1","updateLead","Lead","${entry?.entityId}",null,"${digest}"]`;
    expect(entry?.hash).toBe(sha256(`${'0'.repeat(64)}\n${row}`));
  });

  test('by several replicas at once, while others write, makes one chain', async () => {
    const sealers = [1, 2, 3].map(() => createSealer({ db, log }));
    await Promise.all(
      sealers.map(async (sealer) => {
        for (let round = 0; round < 4; round++) {
          await write(5, { sealed: false });
          await sealer.catchUp();
        }
      }),
    );
    expect(await verifyChain(db)).toMatchObject({ entries: 60, unsealed: 0, broken: null });
  });

  test('of more entries than one transaction takes goes on to the last', async () => {
    await write(1_203);
    expect(await verifyChain(db)).toMatchObject({ entries: 1_203, unsealed: 0, broken: null });
  });
});

describe('somebody who owns the database is found out when they', () => {
  beforeAll(async () => {
    await db.reset();
    await write(6);
  });
  test.each<[string, (tx: Tx) => Promise<unknown>, number | null, RegExp]>([
    [
      'change who',
      (tx) => tx.$executeRaw`UPDATE audit_entry SET actor_id = id WHERE position = 3`,
      3,
      /does not have the hash it was sealed with/,
    ],
    [
      'change when',
      (tx) =>
        tx.$executeRaw`UPDATE audit_entry SET occurred_at = occurred_at + interval '1 ms' WHERE position = 3`,
      3,
      /does not have the hash/,
    ],
    [
      'change a value',
      (tx) => tx.$executeRaw`UPDATE audit_entry SET after = '{"notes": "x"}' WHERE position = 4`,
      4,
      /before or after of entry .* was changed/,
    ],
    [
      'change a value and its digest',
      (tx) => tx.$executeRaw`
        UPDATE audit_entry SET after = '{}', content_digest = encode(sha256(convert_to(
          salt || E'\n' || before::text || E'\n' || '{}', 'UTF8')), 'hex')
        WHERE position = 4`,
      4,
      /does not have the hash/,
    ],
    [
      'delete an entry',
      (tx) => tx.$executeRaw`DELETE FROM audit_entry WHERE position = 2`,
      2,
      /the entry is missing; the next one is 3/,
    ],
    [
      'delete the first entry',
      (tx) => tx.$executeRaw`DELETE FROM audit_entry WHERE position = 1`,
      1,
      /the entry is missing/,
    ],
    [
      'delete the last entries',
      (tx) => tx.$executeRaw`DELETE FROM audit_entry WHERE position > 4`,
      5,
      /the last 2 entries are missing: the head is at 6/,
    ],
    [
      'delete all of them',
      (tx) => tx.$executeRaw`DELETE FROM audit_entry`,
      1,
      /the last 6 entries are missing/,
    ],
    [
      'insert an entry between two',
      async (tx) => {
        await tx.$executeRaw`UPDATE audit_entry SET position = position + 100 WHERE position >= 3`;
        await tx.$executeRaw`
          INSERT INTO audit_entry (id, occurred_at, action, entity, entity_id, position, hash, content_digest)
          SELECT gen_random_uuid(), occurred_at, action, entity, entity_id, 3, hash, content_digest
          FROM audit_entry WHERE position = 2`;
        await tx.$executeRaw`UPDATE audit_entry SET position = position - 99 WHERE position >= 100`;
        await tx.$executeRaw`UPDATE audit_chain SET last_position = last_position + 1`;
      },
      3,
      /does not have the hash/,
    ],
    [
      'append an entry',
      (tx) => tx.$executeRaw`
        INSERT INTO audit_entry (id, occurred_at, action, entity, entity_id, position, hash, content_digest)
        SELECT gen_random_uuid(), occurred_at, action, entity, entity_id, 7, hash, content_digest
        FROM audit_entry WHERE position = 6`,
      7,
      /does not have the hash/,
    ],
    [
      'swap two entries',
      async (tx) => {
        await tx.$executeRaw`UPDATE audit_entry SET position = 100 WHERE position = 2`;
        await tx.$executeRaw`UPDATE audit_entry SET position = 2 WHERE position = 5`;
        await tx.$executeRaw`UPDATE audit_entry SET position = 5 WHERE position = 100`;
      },
      2,
      /does not have the hash/,
    ],
    [
      'move the head back',
      async (tx) => {
        await tx.$executeRaw`UPDATE audit_chain SET last_position = 5`;
      },
      5,
      /the head does not belong to the 6 entries/,
    ],
    [
      'blank an entry of a lead that was never pseudonymised',
      async (tx) => {
        await tx.$executeRaw`
          UPDATE audit_entry SET before = NULL, after = NULL, salt = NULL WHERE position = 3`;
      },
      3,
      /was blanked, but no pseudonymisation or erasure of its lead follows/,
    ],
    [
      'put content into a blanked entry',
      async (tx) => {
        await tx.$executeRaw`ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_blanked_check`;
        await tx.$executeRaw`UPDATE audit_entry SET salt = NULL WHERE position = 3`;
      },
      3,
      /before or after of entry .* was changed/,
    ],
    [
      'remove the head',
      (tx) => tx.$executeRaw`DELETE FROM audit_chain`,
      null,
      /the row .* is missing/,
    ],
  ])('%s', async (_name, crime, position, what) => {
    expect(await findings(db, crime)).toEqual({ position, what: expect.stringMatching(what) });
    expect(await verifyChain(db)).toMatchObject({ entries: 6, broken: null });
  });
});

describe('pseudonymisation', () => {
  beforeEach(() => db.reset());

  test('blanks what the entries said and forgets their salts, and the chain still holds', async () => {
    const rep = await asRep(db);
    const lead = await makeLead(rep, {
      contacts: [{ name: 'Erika Muster', phone: '0221 123456' }],
    });
    await seal();
    await db.prisma.lead.update({
      where: { id: lead.id },
      data: { status: 'LOST', endReason: 'LOST', endedAt: rep.now },
    });
    await db.transaction((tx) => pseudonymizeLeads({ ...ctx, tx }, keyRing, [lead.id]));
    // An entry that is blanked before it is sealed is as good as any.
    await seal();
    expect(await db.prisma.auditEntry.findMany({ where: { leadId: lead.id } })).toMatchObject([
      { action: 'registerLead', before: null, after: null, salt: null },
    ]);
    expect(await verifyChain(db)).toMatchObject({ entries: 2, blanked: 1, broken: null });
  });
});

describe('the database refuses, also to the application,', () => {
  beforeAll(async () => {
    await db.reset();
    await write(2);
  });

  const refusal = /append-only|sealed by the sealer alone|can only move on/;
  test.each([
    ['to change an entry', `UPDATE audit_entry SET action = 'claimLead'`],
    ['to change a value', `UPDATE audit_entry SET after = '{}'`],
    [
      'to blank an entry that is about no lead',
      'UPDATE audit_entry SET before = NULL, after = NULL, salt = NULL',
    ],
    ['to blank it half', 'UPDATE audit_entry SET before = NULL'],
    ['to forget the salt alone', 'UPDATE audit_entry SET salt = NULL'],
    ['to seal again', `UPDATE audit_entry SET hash = 'x', position = position + 10`],
    ['to unseal', 'UPDATE audit_entry SET hash = NULL, position = NULL'],
    ['to delete an entry', 'DELETE FROM audit_entry'],
    ['to empty the trail', 'TRUNCATE audit_entry'],
    [
      'to insert an entry that is sealed already',
      `INSERT INTO audit_entry (id, occurred_at, action, entity, entity_id, position, hash)
       VALUES (gen_random_uuid(), now(), 'x', 'x', gen_random_uuid(), 9, 'x')`,
    ],
    ['to move the head back', 'UPDATE audit_chain SET last_position = 0'],
    ['to change the head', `UPDATE audit_chain SET head_hash = 'x'`],
    ['to remove the head', 'DELETE FROM audit_chain'],
    ['to empty the head', 'TRUNCATE audit_chain'],
  ])('%s', async (_name, sql) => {
    await expect(db.query(sql)).rejects.toThrow(refusal);
    expect(await verifyChain(db)).toMatchObject({ entries: 2, unsealed: 0, broken: null });
  });

  test('to blank an entry twice, or in another way than as a whole', async () => {
    const lead = await makeLead(await asRep(db));
    const blank = (more = '') =>
      db.query(
        `UPDATE audit_entry SET before = NULL, after = NULL, salt = NULL ${more} WHERE lead_id = '${lead.id}'`,
      );
    await expect(blank(`, action = 'x'`)).rejects.toThrow(refusal);
    await blank();
    await expect(blank()).rejects.toThrow(refusal);
  });
});
