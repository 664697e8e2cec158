import type { EventType } from '../events.js';
import { sha256Of, toBase64, utf8 } from './bytes.js';
import { canonicalJson, type Json } from './canonical-json.js';

/** The events that yield a receipt each. The database makes the drafts by the same list; a test compares the two. */
export const RECEIPT_KINDS = [
  'LEAD_REGISTERED',
  'REGISTRATION_REFUSED',
  'LEAD_CLAIMED',
  'LEAD_REASSIGNED',
  'LEAD_REOPENED',
  'LEAD_RELEASED',
  'LEAD_CONVERTED',
  'LEAD_LOST',
  'HOLD_STARTED',
  'HOLD_CONFIRMED',
  'HOLD_ENDED',
  'HOLD_VOIDED',
  'EXTENSION_DECIDED',
  'LEAD_PROGRESS_WARNING_ISSUED',
  'WARNING_DELIVERED',
  'WARNING_UNDELIVERABLE',
  'LEAD_PROTECTION_REMINDER',
  'LEAD_PROTECTION_EXPIRED',
] as const satisfies readonly EventType[];

export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

export function isReceiptKind(type: string): type is ReceiptKind {
  return RECEIPT_KINDS.some((kind) => kind === type);
}

/** The kinds with which protection begins for an agent: they say what "first" means. */
const BEGINNINGS: ReadonlySet<ReceiptKind> = new Set<ReceiptKind>([
  'LEAD_REGISTERED',
  'LEAD_CLAIMED',
  'LEAD_REOPENED',
]);

/** The type of the JWS: another format gets another name. */
export const RECEIPT_TYPE = 'leadwarden-receipt+sd-jwt';
export const RECEIPT_VERSION = 1;

/** The values that a receipt holds as commitments only, in this order. */
export const COMMITTED = [
  'companyName',
  'city',
  'postalCode',
  'country',
  'ownerName',
  'actorName',
] as const;

export type Committed = (typeof COMMITTED)[number];

/** The content of a receipt beside its commitments. */
export interface ReceiptFacts {
  /** The id of the event that it certifies. */
  readonly id: string;
  readonly kind: ReceiptKind;
  /** The name of the log. */
  readonly origin: string;
  readonly epoch: string;
  readonly position: number;
  readonly eventVersion: number;
  /** The instant by the database's clock, in UTC and on the clocks of the policy's zone. */
  readonly at: Date;
  readonly atLocal: string;
  readonly leadId: string | null;
  /** The agent whom it concerns: the owner of the lead at that moment, or who was refused. */
  readonly ownerId: string | null;
  /** Null for the system. */
  readonly actorId: string | null;
  readonly policy: { readonly version: number; readonly sha256: string };
  /** The version of the rules by which companies are recognised. */
  readonly matchingRule: number;
  /** Ids, codes and instants of the event. */
  readonly facts: Json;
}

/** The payload of the JWS. @param commitments in the order of their text, which tells nothing of their names */
export function receiptPayload(facts: ReceiptFacts, commitments: readonly string[]): Json {
  const { id, kind, origin, epoch, position, eventVersion, leadId, ownerId, actorId } = facts;
  return {
    version: RECEIPT_VERSION,
    iss: origin,
    id,
    kind,
    event: { epoch, position, version: eventVersion },
    at: facts.at.toISOString(),
    atLocal: facts.atLocal,
    clock: 'DATABASE',
    lead: leadId,
    owner: ownerId,
    actor: actorId,
    policy: { ...facts.policy },
    ...(BEGINNINGS.has(kind) ? { first: firstOf(facts) } : {}),
    facts: facts.facts,
    _sd: [...commitments].sort(),
    _sd_alg: 'sha-256',
  };
}

/**
 * What "first" means, no more and no less: when the event was written, no lead under protection matched under these
 * rules. `resembled`: one resembled it, and a reason was given why it is another company.
 */
function firstOf({ matchingRule, position, facts }: ReceiptFacts): Json {
  const resembled = memberOf(facts, 'resembles') === true;
  const statement = 'NO_PROTECTED_LEAD_MATCHED';
  return { statement, rule: matchingRule, position, resembled };
}

/** A member of a JSON object; undefined of everything else. */
export function memberOf(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, Json>>)[name] : undefined;
}

/** The hash by which a receipt names the policy that it was made under. */
export function policyHash(policy: Json): string {
  return toBase64(sha256Of(utf8(canonicalJson(policy))));
}
