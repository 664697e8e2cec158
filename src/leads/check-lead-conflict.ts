import { z } from 'zod';
import { requireMay } from '../auth/may.js';
import { judgeAll } from '../conflicts/gate.js';
import { refuseOverCheckLimit } from '../conflicts/limit-checks.js';
import { type Question, questionOf } from '../conflicts/match-keys.js';
import { recordChecks } from '../conflicts/record-checks.js';
import { inTransaction, type TxContext, type VerbContext } from '../context.js';
import { type ConflictVerdict, decideConflict, type Judgement } from '../domain/judge-conflict.js';
import type { Reason } from '../domain/matching/compare-leads.js';
import { optionalText, parseInput } from '../parse-input.js';
import type { KeyRing } from '../privacy/key-ring.js';
import { knownLeads } from './lead-access.js';
import {
  cityInput,
  companyNameInput,
  contactProblems,
  countryInput,
  websiteProblems,
} from './lead-input.js';

export const checkLeadConflictInput = z.object({
  companyName: companyNameInput,
  city: cityInput,
  country: countryInput.nullish().transform((country) => country ?? 'DE'),
  postalCode: optionalText(20),
  email: optionalText(254),
  phone: optionalText(40),
  website: optionalText(255),
});

export type CheckLeadConflictInput = z.input<typeof checkLeadConflictInput>;

/**
 * Whether a lead could be registered. The verdict is all that is told: not whose the other lead is,
 * nor by what it was recognised. It binds no one: the registration decides, under its locks. Each check
 * is recorded and counts towards what the settings allow for a day.
 * @throws ConflictError if the actor has made as many as allowed
 */
export async function checkLeadConflict(
  ctx: VerbContext,
  input: CheckLeadConflictInput,
  keyRing: KeyRing | null = null,
): Promise<ConflictVerdict> {
  requireMay(ctx, 'checkLeadConflict');
  const question = questionAbout(ctx, input);
  return inTransaction(ctx, async (tx) => (await ask(tx, question, keyRing)).verdict);
}

/** A lead that is or may be the company that was asked about. */
export interface ConflictMatch {
  readonly leadId: string;
  readonly judgement: Exclude<Judgement, 'DIFFERENT'>;
  readonly why: readonly Reason[];
}

export interface ConflictExplanation {
  readonly verdict: ConflictVerdict;
  readonly matches: readonly ConflictMatch[];
  /** How many more there are that the actor does not see. */
  readonly hidden: number;
}

/** Most leads that an explanation names. */
const MOST_MATCHES = 50;

/**
 * The same question, answered with the leads that the company was compared with and why, as far as the
 * actor sees them: those that decide first. It counts as a check.
 * @throws ConflictError if the actor has made as many as allowed
 */
export async function explainConflict(
  ctx: VerbContext,
  input: CheckLeadConflictInput,
  keyRing: KeyRing | null = null,
): Promise<ConflictExplanation> {
  requireMay(ctx, 'explainConflict');
  const question = questionAbout(ctx, input);
  return inTransaction(ctx, async (tx) => {
    const { verdict, judged } = await ask(tx, question, keyRing);
    const matches = judged.flatMap(({ candidate, judgement, why }): ConflictMatch[] =>
      judgement === 'DIFFERENT' ? [] : [{ leadId: candidate.id, judgement, why }],
    );
    const visible = await tx.tx.lead.findMany({
      where: { id: { in: matches.map(({ leadId }) => leadId) }, AND: [knownLeads(tx.actor)] },
      select: { id: true, status: true },
    });
    const rank = new Map(visible.map(({ id, status }) => [id, KEEPS_AWAY.has(status) ? 0 : 1]));
    const seen = matches
      .filter(({ leadId }) => rank.has(leadId))
      .sort(
        (a, b) =>
          Number(a.judgement !== 'SAME') - Number(b.judgement !== 'SAME') ||
          (rank.get(a.leadId) ?? 0) - (rank.get(b.leadId) ?? 0),
      );
    return {
      verdict,
      matches: seen.slice(0, MOST_MATCHES),
      hidden: matches.length - seen.length,
    };
  });
}

const KEEPS_AWAY: ReadonlySet<string> = new Set(['ACTIVE', 'CONVERTED']);

/** @throws ValidationError with all that is wrong */
function questionAbout(ctx: VerbContext, input: CheckLeadConflictInput): Question {
  const { email, phone, ...lead } = parseInput(ctx, checkLeadConflictInput, input, {
    rules: (given) => [
      ...contactProblems(
        [{ name: '?', email: given.email ?? null, phone: given.phone ?? null, role: null }],
        given.country ?? null,
        '',
      ),
      ...websiteProblems(given.website ?? null),
    ],
  });
  const contacts =
    email === null && phone === null ? [] : [{ name: null, email, phone, role: null }];
  return questionOf({ ...lead, contacts });
}

async function ask(ctx: TxContext, question: Question, keyRing: KeyRing | null) {
  await refuseOverCheckLimit(ctx);
  const [judge] = await judgeAll(ctx, [question], keyRing);
  const judged = judge?.() ?? [];
  const { verdict } = decideConflict(judged);
  await recordChecks(ctx, 'checkLeadConflict', [{ keys: question.keys, verdict }], keyRing);
  return { verdict, judged };
}
