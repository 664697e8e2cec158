import { createHash } from 'node:crypto';
import { Prisma } from '../db/generated/prisma/client.js';

/** The hash before the first entry. */
export const GENESIS_HASH = '0'.repeat(64);

/** The first fault of the trail. */
export interface BrokenLink {
  /** Position of the fault; null if it has no single one. */
  readonly position: number | null;
  readonly what: string;
}

/** The sealed part of an entry. Its before and after are in it as a salted digest, so that they can be forgotten. */
export interface SealedFacts {
  readonly id: string;
  /** Order of insertion. */
  readonly seq: number;
  readonly occurredAtMs: number;
  readonly actorId: string | null;
  readonly requestId: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly leadId: string | null;
  readonly contentDigest: string;
}

/** The columns of `SealedFacts`, for the sealer and the verifier. */
export const SEALED_COLUMNS = Prisma.sql`
  id, seq::float8 AS seq, (extract(epoch FROM occurred_at) * 1000)::float8 AS "occurredAtMs", actor_id AS "actorId",
  request_id AS "requestId", action, entity, entity_id AS "entityId", lead_id AS "leadId",
  content_digest AS "contentDigest"`;

/** How entries are sealed now. */
export const HASH_VERSION = 2;

/**
 * The hash of an entry: SHA-256 of the hash before it, a line break, and the entry as a JSON array in the order
 * below. A reader of the rows can recompute it in any language. A change of the order or the fields is a new version:
 * entries are verified by the one that they were sealed with.
 */
export function chainHash(
  previous: string,
  position: number,
  entry: SealedFacts,
  version: number = HASH_VERSION,
): string {
  const row = [
    ...(version === 1 ? [position] : [version, position, entry.seq]),
    entry.id,
    entry.occurredAtMs,
    entry.actorId,
    entry.requestId,
    entry.action,
    entry.entity,
    entry.entityId,
    entry.leadId,
    entry.contentDigest,
  ];
  return createHash('sha256')
    .update(`${previous}\n${JSON.stringify(row)}`)
    .digest('hex');
}
