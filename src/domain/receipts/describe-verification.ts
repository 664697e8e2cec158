import type { Locale } from '../locales.js';
import { hexOf, utf8 } from './bytes.js';
import type { Json } from './canonical-json.js';
import { leafHash } from './merkle-tree.js';
import { COMMITTED } from './receipt.js';
import { fingerprintOf } from './receipt-keys.js';
import { notProvedBy, RECEIPT_TEXTS } from './texts.js';
import type { Check, Verification } from './verify-document.js';

/** A line of what a document says. */
export interface DescribedFact {
  readonly label: string;
  readonly value: string;
  /** Whether it is for machines, such as a hash. */
  readonly code: boolean;
}

/** A verification in words, for every way in which it is shown. */
export interface DescribedVerification {
  readonly title: string;
  readonly verdict: string;
  readonly facts: readonly DescribedFact[];
  readonly checks: readonly {
    readonly label: string;
    readonly state: Check['state'];
    readonly told: string;
    readonly why: string | null;
  }[];
  readonly notProvedTitle: string;
  readonly notProved: readonly string[];
}

export function describeVerification(
  verification: Verification,
  locale: Locale,
): DescribedVerification {
  const texts = RECEIPT_TEXTS[locale];
  const { receipt } = verification;
  const kind = receipt ? `: ${texts.kinds[receipt.facts.kind]}` : '';
  return {
    title: `${texts.title}${kind}`,
    verdict: texts.verdicts[verification.verdict],
    facts: verification.verdict === 'FAILED' ? [] : factsOf(verification, locale),
    checks: verification.checks.map(({ name, state, why }) => ({
      label: texts.checks[name],
      state,
      told: texts.states[state],
      why: why ?? null,
    })),
    notProvedTitle: texts.notProvedTitle,
    notProved: notProvedBy(verification, locale),
  };
}

/** Of a document that is not valid nothing is told: it might be anything. */
function factsOf(verification: Verification, locale: Locale): DescribedFact[] {
  const { committed, fields, firstMeans } = RECEIPT_TEXTS[locale];
  const { receipt, disclosed, checkpoint, stamp, keys } = verification;
  const plain = (label: string, value: string) => ({ label, value, code: false });
  const code = (label: string, value: string) => ({ label, value, code: true });
  const told: DescribedFact[] = COMMITTED.flatMap((name) => {
    const value = disclosed[name];
    return value == null ? [] : [plain(committed[name], value)];
  });
  if (receipt) {
    const { facts, first, jws } = receipt;
    told.push(
      plain(fields.atLocal, facts.atLocal),
      plain(`${fields.at}, ${fields.byDatabaseClock}`, facts.at.toISOString()),
    );
    if (first) {
      told.push(plain(fields.first, firstMeans(first.rule, facts.position, first.resembled)));
    }
    told.push(
      plain(fields.position, String(facts.position)),
      code(fields.policy, `${facts.policy.version}, ${facts.policy.sha256}`),
      plain(fields.facts, factText(facts.facts)),
      code(fields.id, facts.id),
      code(fields.leaf, hexOf(leafHash(utf8(jws.text)))),
    );
  }
  if (checkpoint) told.push(code(fields.checkpoint, `${checkpoint.origin}, ${checkpoint.size}`));
  if (stamp) told.push(plain(fields.stamp, `${stamp.at.toISOString()}, ${stamp.authority}`));
  return [...told, ...keys.map((key) => code(fields.key, fingerprintOf(key)))];
}

function factText(facts: Json): string {
  if (typeof facts !== 'object' || facts === null) return String(facts);
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');
}
