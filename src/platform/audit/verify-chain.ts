import { AS_SYSTEM } from '../../domain/actor.js';
import type { Database, Tx } from '../db/open.js';
import type { KeyRing } from '../keys/key-ring.js';
import {
  type BrokenLink,
  chainHash,
  GENESIS_HASH,
  SEALED_COLUMNS,
  type SealedFacts,
} from './chain.js';
import { type Checkpoint, type CheckpointSeal, sealProblem } from './checkpoint.js';
import { firstUncovered } from './find-uncovered.js';
import { DIGEST_OF_LEAVES } from './leaves.js';

export interface ChainReport {
  /** Entries that were verified: all of the chain, or those before its first broken link. */
  readonly entries: number;
  /** Of these, how many have lost values, or all of their content, to a pseudonymisation or an erasure. */
  readonly blanked: number;
  readonly unsealed: number;
  /** When the oldest unsealed entry was written. */
  readonly unsealedSince: Date | null;
  readonly head: { readonly position: number; readonly hash: string } | null;
  readonly broken: BrokenLink | null;
}

interface LinkRow extends SealedFacts {
  readonly position: number;
  readonly hash: string;
  readonly hashVersion: number;
  readonly blanked: boolean;
  /** Whether what is left of its content still has its digest. */
  readonly intact: boolean;
}

const PAGE_SIZE = 2_000;
const TIMEOUT_MS = 60 * 60_000;

/** Knowledge about the trail from outside of it. */
export interface Anchors {
  /** Checkpoints that were kept elsewhere. */
  readonly kept?: readonly Checkpoint[];
  /** By which seals of checkpoints are verified; without it they are not. */
  readonly keyRing?: KeyRing | null;
}

/**
 * Recomputes the hash chain of the audit trail from its first entry. Reads one snapshot, so that it may run while the
 * trail grows. The content's digest is written out here, because a function in the database could be made to lie.
 * Checkpoints that the outbox still has of its mails are verified as well.
 */
export function verifyChain(db: Database, anchors: Anchors = {}): Promise<ChainReport> {
  return db.transaction((tx) => verifyChainIn(tx, anchors), {
    ...AS_SYSTEM,
    isolationLevel: 'RepeatableRead',
    timeoutMs: TIMEOUT_MS,
  });
}

/** `verifyChain` in a transaction, which should see one snapshot. */
export async function verifyChainIn(
  tx: Tx,
  { kept = [], keyRing = null }: Anchors = {},
): Promise<ChainReport> {
  const backlog = await unsealedBacklog(tx);
  const head = await readHead(tx);
  const links = await verifyLinks(tx);
  const broken =
    links.broken ??
    headProblem(links, head) ??
    (await firstUncovered(tx)) ??
    (await firstBroken(tx, [...(await mailedCheckpoints(tx)), ...kept], keyRing));
  return { ...backlog, head, entries: links.entries, blanked: links.blanked, broken };
}

async function readHead(tx: Tx): Promise<ChainReport['head']> {
  const row = await tx.auditChain.findUnique({ where: { id: 1 } });
  return row && { position: Number(row.lastPosition), hash: row.headHash };
}

async function unsealedBacklog(tx: Tx): Promise<Pick<ChainReport, 'unsealed' | 'unsealedSince'>> {
  const { _count, _min } = await tx.auditEntry.aggregate({
    where: { position: null },
    _count: true,
    _min: { occurredAt: true },
  });
  return { unsealed: _count, unsealedSince: _min.occurredAt };
}

interface Links {
  entries: number;
  blanked: number;
  hash: string;
  broken: BrokenLink | null;
}

async function verifyLinks(tx: Tx): Promise<Links> {
  let entries = 0;
  let blanked = 0;
  let hash = GENESIS_HASH;
  for (;;) {
    const page = await readLinks(tx, entries);
    for (const link of page) {
      const what = linkProblem(link, entries + 1, hash);
      if (what) return { entries, blanked, hash, broken: { position: entries + 1, what } };
      entries += 1;
      blanked += link.blanked ? 1 : 0;
      hash = link.hash;
    }
    if (page.length < PAGE_SIZE) return { entries, blanked, hash, broken: null };
  }
}

function readLinks(tx: Tx, after: number): Promise<LinkRow[]> {
  return tx.$queryRaw<LinkRow[]>`
    SELECT ${SEALED_COLUMNS}, position::float8 AS position, hash, hash_version AS "hashVersion",
      salt IS NULL OR leaves IS NOT NULL AS blanked,
      coalesce(CASE
        WHEN salt IS NULL THEN before IS NULL AND after IS NULL AND leaves IS NULL
        WHEN digest_version = 2 THEN content_digest = ${DIGEST_OF_LEAVES}
        ELSE leaves IS NULL AND content_digest = encode(sha256(convert_to(
          salt || E'\n' || coalesce(before::text, '') || E'\n' || coalesce(after::text, ''), 'UTF8')), 'hex')
      END, false) AS intact
    FROM audit_entry AS entry WHERE position > ${after}::bigint ORDER BY entry.position LIMIT ${PAGE_SIZE}::int`;
}

function linkProblem(link: LinkRow, position: number, previous: string): string | null {
  if (link.position !== position) return `the entry is missing; the next one is ${link.position}`;
  if (chainHash(previous, position, link, link.hashVersion) !== link.hash) {
    return `entry ${link.id} does not have the hash it was sealed with`;
  }
  return link.intact ? null : `before or after of entry ${link.id} was changed`;
}

function headProblem({ entries, hash }: Links, head: ChainReport['head']): BrokenLink | null {
  if (head === null) return { position: null, what: 'the row that holds the head is missing' };
  if (head.position === entries && head.hash === hash) return null;
  if (head.position > entries) {
    const what = `the last ${head.position - entries} entries are missing: the head is at ${head.position}`;
    return { position: entries + 1, what };
  }
  return { position: head.position, what: `the head does not belong to the ${entries} entries` };
}

async function mailedCheckpoints(tx: Tx): Promise<Checkpoint[]> {
  const mailed = await tx.$queryRaw<(Omit<Checkpoint, 'seal'> & Partial<CheckpointSeal>)[]>`
    SELECT DISTINCT (data ->> 'position')::float8 AS position, data ->> 'hash' AS hash,
      (data ->> 'keyVersion')::int AS "keyVersion", data ->> 'mac' AS mac
    FROM outbox_email WHERE template = 'audit-checkpoint' AND data ? 'position' ORDER BY 1`;
  return mailed.map(({ position, hash, keyVersion, mac }) => ({
    position,
    hash,
    seal: keyVersion != null && mac != null ? { keyVersion, mac } : null,
  }));
}

/**
 * A trail that was cut off, or hashed anew from some entry on, is consistent in itself; checkpoints kept elsewhere
 * reveal it.
 */
async function firstBroken(
  tx: Tx,
  checkpoints: readonly Checkpoint[],
  keyRing: KeyRing | null,
): Promise<BrokenLink | null> {
  for (const checkpoint of keyRing ? checkpoints : []) {
    const what = keyRing && sealProblem(keyRing, checkpoint);
    if (what) return { position: checkpoint.position, what };
  }
  const positions = checkpoints.map(({ position }) => position);
  const entries = await tx.$queryRaw<Pick<Checkpoint, 'position' | 'hash'>[]>`
    SELECT position::float8 AS position, hash FROM audit_entry
    WHERE position = ANY(${positions}::bigint[])`;
  const hashes = new Map(entries.map(({ position, hash }) => [position, hash]));
  const broken = checkpoints.find(({ position, hash }) => hashes.get(position) !== hash);
  if (!broken) return null;
  const what = hashes.has(broken.position)
    ? `the entry does not have the hash ${broken.hash} of the checkpoint that was mailed`
    : `the entry is missing, of which a checkpoint was mailed`;
  return { position: broken.position, what };
}
