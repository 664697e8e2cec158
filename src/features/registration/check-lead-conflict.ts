import { z } from 'zod';
import {
  type ConflictVerdict,
  decideConflict,
  isOver,
  type JudgedCandidate,
  type Judgement,
} from '../../domain/judge-conflict.js';
import type { Reason } from '../../domain/matching/compare-companies.js';
import { lookInPool } from '../../platform/db/look-up.js';
import { requireMay } from '../../platform/identity/may.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { optionalLine, parseInput } from '../../platform/verbs/parse-input.js';
import { conflictRules, judgeAll } from '../conflicts/gate.js';
import { refuseOverCheckLimit } from '../conflicts/limit-checks.js';
import { type Question, questionOf } from '../conflicts/match-keys.js';
import { recordChecks } from '../conflicts/record-checks.js';
import { knownLeads } from '../leads/lead-access.js';
import {
  cityInput,
  companyNameInput,
  contactProblems,
  countryInput,
  placeOf,
  postalCodeProblems,
  websiteProblems,
} from '../leads/lead-input.js';

export const checkLeadConflictInput = z.object({
  companyName: companyNameInput,
  city: cityInput,
  country: countryInput.nullish(),
  postalCode: optionalLine(20),
  email: optionalLine(254),
  phone: optionalLine(40),
  website: optionalLine(255),
});

export type CheckLeadConflictInput = z.input<typeof checkLeadConflictInput>;

/**
 * Whether a lead could be registered. Only the verdict is returned: neither the owner of the other lead nor the
 * criteria of the match. The answer reserves nothing: the registration decides, under its locks. Each check is
 * recorded and counts towards what the settings allow for a day.
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

/** A lead that is or may be the checked company. */
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
  return inTransaction(ctx, async (ctx) => {
    const { verdict, judged } = await ask(ctx, question, keyRing);
    const rank = ({ judgement, candidate }: JudgedCandidate) =>
      Number(judgement !== 'SAME') * 2 + Number(isOver(candidate));
    const matches = judged
      .toSorted((a, b) => rank(a) - rank(b))
      .flatMap(({ candidate, judgement, why }): ConflictMatch[] =>
        judgement === 'DIFFERENT' ? [] : [{ leadId: candidate.id, judgement, why }],
      );
    const find = () =>
      ctx.tx.lead.findMany({
        where: { id: { in: matches.map(({ leadId }) => leadId) }, AND: [knownLeads(ctx.actor)] },
        select: { id: true },
      });
    const visible = [...(await find()), ...(await lookInPool(ctx.tx, find))];
    const ids = new Set(visible.map(({ id }) => id));
    const seen = matches.filter(({ leadId }) => ids.has(leadId));
    return {
      verdict,
      matches: seen.slice(0, MOST_MATCHES),
      hidden: matches.length - seen.length,
    };
  });
}

/** @throws ValidationError with all faults */
function questionAbout(ctx: VerbContext, input: CheckLeadConflictInput): Question {
  const parsed = parseInput(ctx, checkLeadConflictInput, input, {
    rules: (given) => {
      const { postalCode, country } = placeOf(given.postalCode ?? null, given.country);
      const { email = null, phone = null } = given;
      return [
        ...('country' in given ? postalCodeProblems(postalCode, country) : []),
        ...contactProblems(
          [{ name: '?', email, phone, role: null }],
          'country' in given ? country : null,
          '',
        ),
        ...websiteProblems(given.website ?? null),
      ];
    },
  });
  const { email, phone, ...lead } = parsed;
  const contacts =
    email === null && phone === null ? [] : [{ name: null, email, phone, role: null }];
  return questionOf({ ...lead, ...placeOf(lead.postalCode, lead.country), contacts });
}

async function ask(ctx: TxContext, question: Question, keyRing: KeyRing | null) {
  await refuseOverCheckLimit(ctx);
  const [judge] = await judgeAll(ctx, [question], keyRing);
  const judged = judge?.() ?? [];
  const { verdict } = decideConflict(judged, await conflictRules(ctx));
  await recordChecks(ctx, 'checkLeadConflict', [{ keys: question.keys, verdict }], keyRing);
  return { verdict, judged };
}
