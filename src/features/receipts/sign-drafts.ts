import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { DEFAULT_POLICY } from '../../domain/policy.js';
import { toBase64Url, utf8 } from '../../domain/receipts/bytes.js';
import type { Json } from '../../domain/receipts/canonical-json.js';
import { leafHash } from '../../domain/receipts/merkle-tree.js';
import {
  COMMITTED,
  type Committed,
  policyHash,
  RECEIPT_TYPE,
  type ReceiptKind,
  receiptPayload,
} from '../../domain/receipts/receipt.js';
import { commitmentOf, signingInput, writeDisclosure } from '../../domain/receipts/sd-jwt.js';
import type { Tx } from '../../platform/db/open.js';
import type { ReceiptSigner } from '../../platform/keys/receipt-signer.js';
import { loadPolicyVersions } from '../../platform/settings/load-policy-versions.js';
import { appendLeaves } from './receipt-tree.js';

/** A draft whose event has its position. */
interface Draft {
  readonly id: string;
  readonly kind: ReceiptKind;
  readonly leadId: string | null;
  readonly ownerId: string | null;
  readonly actorId: string | null;
  readonly occurredAtMs: number;
  readonly identity: Partial<Record<Committed, string | null>> | null;
  readonly ownerName: string | null;
  readonly actorName: string | null;
  readonly policyVersion: number;
  readonly matchingRule: number;
  readonly position: number;
  readonly epoch: string;
  readonly eventVersion: number;
  readonly payload: Json;
}

/** 128 bits, as RFC 9901 recommends. */
const SALT_BYTES = 16;

/**
 * Signs drafts in the order of the log and appends them to the tree. The caller holds the lock of the log, so each gets
 * one leaf. A draft that does not say what its event does is passed over; `leadwarden doctor` reports it. Returns how
 * many were signed.
 */
export async function signDrafts(
  tx: Tx,
  { signer, now, limit }: { signer: ReceiptSigner; now: Date; limit: number },
): Promise<number> {
  const { origin, leaves } = await tx.receiptLog.findUniqueOrThrow({ where: { id: 1 } });
  const drafts = await readDrafts(tx, limit);
  if (drafts.length === 0) return 0;
  const policies = await loadPolicyVersions(tx, [
    ...new Set(drafts.map(({ policyVersion }) => policyVersion)),
  ]);
  const size = Number(leaves);
  const signed = drafts.map((draft, nth) => {
    const policy = policies.get(draft.policyVersion) ?? DEFAULT_POLICY;
    const { timeZone } = policy;
    const at = new Date(draft.occurredAtMs);
    const disclosures = disclose(draft);
    const payload = receiptPayload(
      {
        ...draft,
        origin,
        at,
        atLocal: localText(at, timeZone),
        policy: { version: policy.version, sha256: policyHash({ ...policy } as Json) },
        facts: draft.payload,
      },
      disclosures.map(commitmentOf),
    );
    const header = { alg: 'EdDSA', kid: signer.key.kid, typ: RECEIPT_TYPE } as const;
    const input = signingInput(header, payload);
    const jws = `${input}.${toBase64Url(signer.sign(utf8(input)))}`;
    return { id: draft.id, leaf_index: size + nth, jws, disclosures };
  });
  await tx.$executeRaw`
    UPDATE receipt SET leaf_index = signed.leaf_index, jws = signed.jws, disclosures = signed.disclosures, identity = NULL
    FROM jsonb_to_recordset(${JSON.stringify(signed)}::jsonb) AS signed (
      id uuid, leaf_index bigint, jws text, disclosures text[])
    WHERE receipt.id = signed.id`;
  await appendLeaves(
    tx,
    size,
    signed.map(({ jws }) => leafHash(utf8(jws))),
  );
  await rememberKey(tx, signer, now);
  await tx.receiptLog.update({ where: { id: 1 }, data: { leaves: size + signed.length } });
  return signed.length;
}

function readDrafts(tx: Tx, limit: number): Promise<Draft[]> {
  return tx.$queryRaw<Draft[]>`
    SELECT receipt.id, receipt.kind, receipt.lead_id AS "leadId", receipt.owner_id AS "ownerId",
      receipt.actor_id AS "actorId", (extract(epoch FROM receipt.occurred_at) * 1000)::float8 AS "occurredAtMs",
      receipt.identity, owner.name AS "ownerName", actor.name AS "actorName",
      receipt.policy_version AS "policyVersion", receipt.matching_rule AS "matchingRule",
      event.position::float8 AS position, event_log.epoch, event.version AS "eventVersion", event.payload
    FROM receipt
    JOIN domain_event AS event ON event.id = receipt.id AND event.type = receipt.kind
      AND event.occurred_at = receipt.occurred_at
      AND (event.lead_id, event.owner_id, event.actor_id, event.territory)
        IS NOT DISTINCT FROM (receipt.lead_id, receipt.owner_id, receipt.actor_id, receipt.territory)
    CROSS JOIN event_log
    LEFT JOIN user_account AS owner ON owner.id = receipt.owner_id
    LEFT JOIN user_account AS actor ON actor.id = receipt.actor_id
    WHERE receipt.leaf_index IS NULL AND event.position IS NOT NULL
    ORDER BY event.position LIMIT ${limit}::int`;
}

/** What there is of the committed values, each with a salt of its own. */
function disclose({ identity, ownerName, actorName }: Draft): string[] {
  const values: Partial<Record<Committed, string | null>> = { ...identity, ownerName, actorName };
  return COMMITTED.flatMap((name) => {
    const value = values[name] ?? null;
    if (value === null) return [];
    const salt = toBase64Url(new Uint8Array(randomBytes(SALT_BYTES)));
    return [writeDisclosure({ salt, name, value })];
  });
}

/** Such as 2026-03-01T10:00:00.000+01:00[Europe/Berlin]. */
function localText(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toString({ fractionalSecondDigits: 3 });
}

/** Keeps the key for ever: what it signed is verified by it. */
export async function rememberKey(tx: Tx, { key }: ReceiptSigner, now: Date): Promise<void> {
  const { kid, x } = key;
  await tx.receiptKey.createMany({ data: [{ kid, x, firstUsedAt: now }], skipDuplicates: true });
}
