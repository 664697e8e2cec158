import { generateKeyPairSync } from 'node:crypto';
import pino from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { writeReceiptDocument } from '../../../src/domain/receipts/document.js';
import { verifyDocument } from '../../../src/domain/receipts/verify-document.js';
import { pseudonymizeLeads } from '../../../src/features/privacy/pseudonymize-leads.js';
import { createReceiptIssuer } from '../../../src/features/receipts/issuer.js';
import { makeReceiptDocument } from '../../../src/features/receipts/make-document.js';
import { verifyReceiptLog } from '../../../src/features/receipts/verify-log.js';
import { createSequencer } from '../../../src/platform/events/sequencer.js';
import { createMemoryWakeUp } from '../../../src/platform/events/wake-up-memory.js';
import { parseKeyRing } from '../../../src/platform/keys/key-ring.js';
import {
  parseReceiptSigner,
  type ReceiptSigner,
} from '../../../src/platform/keys/receipt-signer.js';
import { checkReceipts } from '../../../src/run/doctor/check-receipts.js';
import { asRep, makeLead } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const log = pino({ level: 'silent' });
const newSigner = (): ReceiptSigner => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return parseReceiptSigner(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
};

async function sealAll(signer: ReceiptSigner): Promise<void> {
  await createSequencer({ db, wakeUp: createMemoryWakeUp(), log }).catchUp();
  const hub = { observe: () => () => {} };
  await createReceiptIssuer({
    db,
    signer,
    hub,
    log,
    timestampUrl: null,
    clock: () => new Date('2026-03-01T09:10:00Z'),
  }).seal();
}

/** Past all triggers, as the owner of the database can. */
const asOwner = (...statements: string[]) =>
  db.transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    for (const sql of statements) await tx.$executeRawUnsafe(sql);
  });

const broken = async () => (await verifyReceiptLog(db)).broken;

let leadIds: string[];
beforeEach(async () => {
  await db.reset();
  const rep = await asRep(db);
  leadIds = [];
  for (const _ of [1, 2, 3]) leadIds.push((await makeLead(rep)).id);
  await sealAll(newSigner());
});

test('a sound log is verified row by row', async () => {
  expect(await checkReceipts({ db, now: new Date() })).toEqual({
    state: 'OK',
    detail: '3 receipts and 1 checkpoints verified, none unsigned',
  });
});

test('an unsigned draft is reported when it waits too long', async () => {
  await makeLead(await asRep(db));
  expect(await checkReceipts({ db, now: new Date('2036-01-01T00:00:00Z') })).toMatchObject({
    state: 'WARNING',
    detail: expect.stringContaining('1 unsigned since'),
  });
});

describe('the owner of the database is found out who changes', () => {
  test.each([
    ['whose it was', `UPDATE receipt SET owner_id = gen_random_uuid() WHERE leaf_index = 1`],
    ['who did it', `UPDATE receipt SET actor_id = NULL WHERE leaf_index = 1`],
    ['which lead it was', `UPDATE receipt SET lead_id = NULL WHERE leaf_index = 1`],
    [
      'when it was',
      `UPDATE receipt SET occurred_at = occurred_at - interval '1 day' WHERE leaf_index = 1`,
    ],
    ['what it was', `UPDATE receipt SET kind = 'LEAD_CLAIMED' WHERE leaf_index = 1`],
    [
      'the company that it names',
      `UPDATE receipt SET disclosures[1] = replace(encode(convert_to('["c2FsdHNhbHRzYWx0c2FsdA","companyName","Y"]', 'UTF8'), 'base64'), E'\\n', '')
       WHERE leaf_index = 1`,
    ],
    [
      'its event',
      `UPDATE domain_event SET payload = '{}' WHERE id = (SELECT id FROM receipt WHERE leaf_index = 1)`,
    ],
    [
      'the time of its event',
      `UPDATE domain_event SET occurred_at = occurred_at - interval '1 day' WHERE position = 2`,
    ],
    ['that it is there', `DELETE FROM receipt WHERE leaf_index = 1`],
    ['that the last one is there', `DELETE FROM receipt WHERE leaf_index = 2`],
    [
      'all of its signed text for that of another',
      `UPDATE receipt SET (jws, disclosures) = (SELECT jws, disclosures FROM receipt WHERE leaf_index = 2) WHERE leaf_index = 1`,
    ],
    [
      'a hash of the tree',
      `UPDATE receipt_tile SET hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)`,
    ],
    ['the size of the log', `UPDATE receipt_log SET leaves = 4`],
    ['a checkpoint', `UPDATE receipt_checkpoint SET note = replace(note, E'\\n3\\n', E'\\n2\\n')`],
    ['that there is a checkpoint', `DELETE FROM receipt_checkpoint`],
    ['the key', `UPDATE receipt_key SET x = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'`],
  ])('%s', async (_what, sql) => {
    expect(await broken()).toBeNull();
    await asOwner(sql);
    expect(await verifyReceiptLog(db).then(({ broken }) => broken, String)).not.toBeNull();
  });

  test('bytes of a signed receipt', async () => {
    const { jws } = await db.prisma.receipt.findFirstOrThrow({ where: { leafIndex: 0 } });
    const believed: number[] = [];
    // Verifying each of them takes minutes; every byte of a document is changed in receipts.test.ts.
    for (let at = 0; at < (jws?.length ?? 0); at += 17) {
      const code = (jws?.charCodeAt(at) ?? 0) ^ 1;
      const changed = `overlay(jws placing chr(${code}) from ${at + 1} for 1)`;
      await asOwner(`UPDATE receipt SET jws = ${changed} WHERE leaf_index = 0`);
      if ((await broken()) === null) believed.push(at);
      const back = `overlay(jws placing chr(${code ^ 1}) from ${at + 1} for 1)`;
      await asOwner(`UPDATE receipt SET jws = ${back} WHERE leaf_index = 0`);
    }
    expect(believed).toEqual([]);
    expect(await broken()).toBeNull();
  }, 600_000);

  test('that an event has a receipt', async () => {
    await makeLead(await asRep(db));
    await asOwner(`DELETE FROM receipt WHERE leaf_index IS NULL`);
    expect(await broken()).toMatch(/^the event \S+ \(LEAD_REGISTERED\) has no receipt$/);
  });
});

test('the program itself can neither change nor take back a receipt, a key or a checkpoint', async () => {
  for (const sql of [
    `UPDATE receipt SET jws = 'a.b.c'`,
    `UPDATE receipt SET disclosures = ARRAY['x']`,
    `UPDATE receipt SET owner_id = NULL`,
    `DELETE FROM receipt`,
    `UPDATE receipt_key SET x = 'x'`,
    `DELETE FROM receipt_key`,
    `UPDATE receipt_checkpoint SET note = 'x'`,
    `DELETE FROM receipt_checkpoint`,
    `TRUNCATE receipt`,
  ]) {
    await expect(db.query(sql), sql).rejects.toThrow(/never changed or taken back|kept for ever/);
  }
});

test('receipts are verified as before after pseudonymisation and a new key, and then name no company', async () => {
  const [leadId = ''] = leadIds;
  const documentOf = () =>
    db.transaction(async (tx) => {
      const receipt = await tx.receipt.findFirstOrThrow({ where: { leadId } });
      const document = await makeReceiptDocument(tx, receipt);
      if (!document) throw new Error('It is not signed.');
      return writeReceiptDocument(document);
    });
  const verify = async (text: string) => {
    const { verdict, disclosed } = await verifyDocument(text, {
      verifyTimestamp: () => Promise.reject(new Error('There is no stamp.')),
    });
    return { verdict, companyName: disclosed.companyName };
  };
  const kept = await documentOf();
  await asOwner(
    `UPDATE lead SET status = 'LOST', end_reason = 'LOST', ended_at = now() WHERE id = '${leadId}'`,
  );
  const rep = await asRep(db);
  const keyRing = parseKeyRing(`1:${Buffer.alloc(32, 7).toString('base64')}`);
  await db.transaction((tx) => pseudonymizeLeads({ ...rep, tx }, keyRing, [leadId]));
  await makeLead(rep);
  await sealAll(newSigner());
  expect(await broken()).toBeNull();
  expect(await db.prisma.receiptKey.count()).toBe(2);
  expect(await verify(kept)).toEqual({ verdict: 'SEALED', companyName: expect.any(String) });
  const forgotten = await documentOf();
  expect(await verify(forgotten)).toEqual({ verdict: 'SEALED', companyName: undefined });
  const [row] = await db.query<{ row: string }>(
    `SELECT receipt::text AS row FROM receipt WHERE lead_id = '${leadId}'`,
  );
  expect(row?.row).toContain('{}');
});
