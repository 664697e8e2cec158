import { ConflictError, ValidationError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import {
  type Candidate,
  type Conflict,
  type ConflictVerdict,
  decideConflict,
  type JudgedCandidate,
  judgeCandidates,
} from '../../domain/judge-conflict.js';
import { isReason } from '../../domain/text/is-reason.js';
import { lookUp } from '../../platform/db/look-up.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { type Found, findCandidates } from './find-candidates.js';
import { keyTexts, lockMatchKeys, type Question } from './match-keys.js';
import { countInDryRun, noteRefusal } from './record-checks.js';
import { type Met, metIn } from './record-conflicts.js';

/** The message of a conflict, which is all that an agent learns of it. */
export const REFUSALS = {
  PROTECTED: 'This company is under protection already.',
  EXISTING_CUSTOMER: 'This company is a customer already.',
  POSSIBLY_SAME:
    'nothing given; the company is possibly the same as one under protection, allowed is a reason why it is another one',
} as const satisfies Record<Exclude<ConflictVerdict, 'FREE'>, string>;

const FREE: Conflict = { verdict: 'FREE', with: null, why: [], former: [], resembled: [] };

const NOTHING_FOUND: Found = {
  candidates: [],
  surroundings: { commonName: false, sharedDomains: new Set() },
};

/** The candidates of each question. */
async function findAll(
  ctx: TxContext,
  questions: readonly Question[],
  keyRing: KeyRing | null,
): Promise<Found[]> {
  const nothingAsked = questions.every(
    ({ keys, comesBack }) => !comesBack && keyTexts(keys).length === 0,
  );
  if (nothingAsked) return questions.map(() => NOTHING_FOUND);
  const shared = questions.some(({ keys }) => keys.domains.length > 0)
    ? await readSetting(ctx.tx, 'matching.sharedDomains')
    : [];
  return lookUp(ctx.tx, () => findCandidates(ctx.tx, questions, keyRing, ctx.now, shared));
}

/** For each question all that may be the same company, and those of the caller's that the database does not have yet. */
export async function judgeAll(
  ctx: TxContext,
  questions: readonly Question[],
  keyRing: KeyRing | null,
): Promise<((alsoThese?: readonly Candidate[]) => JudgedCandidate[])[]> {
  const found = await findAll(ctx, questions, keyRing);
  return questions.map(({ company }, nth) => {
    const { candidates, surroundings } = found[nth] ?? NOTHING_FOUND;
    return (alsoThese = []) =>
      judgeCandidates(company, [...candidates, ...alsoThese], surroundings);
  });
}

/** The settings by which a conflict is decided. */
export async function conflictRules({ tx }: TxContext): Promise<{ refusesCustomers: boolean }> {
  return { refusesCustomers: await readSetting(tx, 'conflicts.refuseCustomers') };
}

/** The check of every verb that writes a name or a key of a lead, answered for each lead. */
export async function askGate(
  ctx: TxContext,
  questions: readonly Question[],
  keyRing: KeyRing | null,
): Promise<Conflict[]> {
  const judged = await judgeAll(ctx, questions, keyRing);
  const rules = await conflictRules(ctx);
  return judged.map((judge) => decideConflict(judge(), rules));
}

export interface Passed extends Pick<Conflict, 'former' | 'resembled'> {
  /** Reason why the lead is another company than the one it resembles; null if it resembles none. */
  readonly overrideReason: string | null;
  /** The conflict that the reason overrides; null if there is none. */
  readonly overridden: Met | null;
}

/**
 * Who meets a lead of their own, such as the one that they registered a minute ago, learns nothing by being told which.
 * @throws ConflictError if it is theirs
 */
async function refuseOwn({ tx, actor }: TxContext, leadId: string | undefined): Promise<void> {
  if (leadId === undefined || actor.id === null) return;
  const own = await tx.lead.count({ where: { id: leadId, ownerId: actor.id } });
  if (own === 0) return;
  const id = JSON.stringify(globalIdOf('Lead', leadId));
  throw new ConflictError(`${REFUSALS.PROTECTED} It is your own lead ${id}.`, 'COMPANY_PROTECTED');
}

/**
 * Lets a lead through that is no other agent's, and holds its keys until the transaction ends: first
 * registered, first served.
 * @throws ConflictError if the company is under protection or a customer, telling nothing about a lead of others
 * @throws ValidationError if it is possibly the same as one, and no reason is given why it is another
 */
export async function passGate(
  ctx: TxContext,
  question: Question,
  keyRing: KeyRing | null,
  overrideReason: string | null,
): Promise<Passed> {
  await lockMatchKeys(ctx.tx, [question.keys]);
  const [conflict] = await askGate(ctx, [question], keyRing);
  const { verdict, former, resembled } = conflict ?? FREE;
  const met = metIn(conflict ?? FREE);
  const check = {
    keys: question.keys,
    verdict,
    met,
    newLeadId: question.leadId,
    company: question.company,
  };
  const told = () => countInDryRun(ctx, ctx.verb ?? 'checkLeadConflict', [check], keyRing);
  switch (verdict) {
    case 'FREE':
      told();
      return { overrideReason: null, overridden: null, former, resembled };
    case 'PROTECTED':
      await refuseOwn(ctx, conflict?.with?.id);
      throw noteRefusal(new ConflictError(REFUSALS.PROTECTED, 'COMPANY_PROTECTED'), check);
    case 'EXISTING_CUSTOMER':
      throw noteRefusal(new ConflictError(REFUSALS.EXISTING_CUSTOMER, 'EXISTING_CUSTOMER'), check);
    case 'POSSIBLY_SAME':
      if (isReason(overrideReason)) {
        told();
        return { overrideReason, overridden: met, former, resembled };
      }
      throw noteRefusal(
        new ValidationError([{ path: 'overrideReason', message: REFUSALS.POSSIBLY_SAME }]),
        check,
      );
  }
}
