import { canonicalJson, type Json } from './canonical-json.js';
import {
  COMMITTED,
  type Committed,
  isReceiptKind,
  memberOf,
  RECEIPT_TYPE,
  RECEIPT_VERSION,
  type ReceiptFacts,
  receiptPayload,
} from './receipt.js';
import { commitmentOf, type Jws, readDisclosure, readJws } from './sd-jwt.js';

/** A receipt as it is read from its JWS. */
export interface ReadReceipt {
  readonly jws: Jws;
  readonly facts: Omit<ReceiptFacts, 'matchingRule'>;
  /** What it says of "first"; null for kinds with which no protection begins. */
  readonly first: { readonly rule: number; readonly resembled: boolean } | null;
  readonly commitments: readonly string[];
}

/**
 * Reads a receipt. Nothing in it is passed over: a payload that this version would have written in another way is none.
 * @throws SyntaxError if it is none
 */
export function readReceipt(text: string): ReadReceipt {
  const jws = readJws(text, RECEIPT_TYPE);
  const { payload } = jws;
  if (memberOf(payload, 'version') !== RECEIPT_VERSION) {
    throw new SyntaxError(
      `The receipt has version ${canonicalJson(memberOf(payload, 'version') ?? null)}, this program reads version ${RECEIPT_VERSION}.`,
    );
  }
  const event = memberOf(payload, 'event');
  const policy = memberOf(payload, 'policy');
  const first = memberOf(payload, 'first');
  const kind = textIn(payload, 'kind');
  if (!isReceiptKind(kind)) throw new SyntaxError(`There is no receipt of the kind ${kind}.`);
  const facts = {
    id: textIn(payload, 'id'),
    kind,
    origin: textIn(payload, 'iss'),
    epoch: textIn(event, 'epoch'),
    position: numberIn(event, 'position'),
    eventVersion: numberIn(event, 'version'),
    at: new Date(textIn(payload, 'at')),
    atLocal: textIn(payload, 'atLocal'),
    leadId: textOrNull(payload, 'lead'),
    ownerId: textOrNull(payload, 'owner'),
    actorId: textOrNull(payload, 'actor'),
    policy: { version: numberIn(policy, 'version'), sha256: textIn(policy, 'sha256') },
    facts: memberOf(payload, 'facts') ?? null,
  };
  const rule = first === undefined ? null : numberIn(first, 'rule');
  const commitments = textsIn(payload, '_sd');
  requireSame(payload, receiptPayload({ ...facts, matchingRule: rule ?? 0 }, commitments));
  const told =
    rule === null ? null : { rule, resembled: memberOf(facts.facts, 'resembles') === true };
  return { jws, facts, first: told, commitments };
}

function requireSame(payload: Json, written: Json): void {
  if (canonicalJson(payload) === canonicalJson(written)) return;
  throw new SyntaxError('The payload of the receipt holds something that version 1 does not.');
}

export type Disclosed = Partial<Record<Committed, string | null>>;

/**
 * The values that disclosures reveal; each must be committed to.
 * @throws SyntaxError if one is no disclosure of the receipt
 */
export function discloseReceipt(
  { commitments }: Pick<ReadReceipt, 'commitments'>,
  disclosures: readonly string[],
): Disclosed {
  const values: Disclosed = {};
  for (const text of disclosures) {
    const { name, value } = readDisclosure(text);
    const known = COMMITTED.find((committed) => committed === name);
    if (!known || Object.hasOwn(values, known) || (value !== null && typeof value !== 'string')) {
      throw new SyntaxError(
        `A receipt discloses no ${JSON.stringify(name.slice(0, 60))} like this.`,
      );
    }
    if (!commitments.includes(commitmentOf(text))) {
      throw new SyntaxError(`The receipt has no commitment to this ${known}.`);
    }
    values[known] = value;
  }
  return values;
}

function textIn(value: Json | undefined, name: string): string {
  const member = memberOf(value, name);
  if (typeof member === 'string') return member;
  throw new SyntaxError(`The receipt has no text ${name}.`);
}

function textOrNull(value: Json, name: string): string | null {
  return memberOf(value, name) === null ? null : textIn(value, name);
}

function numberIn(value: Json | undefined, name: string): number {
  const member = memberOf(value, name);
  if (Number.isSafeInteger(member)) return member as number;
  throw new SyntaxError(`The receipt has no whole number ${name}.`);
}

function textsIn(value: Json, name: string): string[] {
  const member = memberOf(value, name);
  if (Array.isArray(member)) {
    const texts = (member as readonly Json[]).filter((one) => typeof one === 'string');
    if (texts.length === member.length) return texts;
  }
  throw new SyntaxError(`The receipt has no texts ${name}.`);
}
