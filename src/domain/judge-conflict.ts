import { mayBeSameCompany } from './matching.js';

/** By what a lead was found that may be the same company as another one. */
export type Evidence =
  | 'EMAIL'
  | 'PHONE'
  | 'WEBSITE'
  /** The same name and city in normal form. */
  | 'COMPANY'
  /** The name and city under which it was once imported. */
  | 'IMPORT'
  /** One of them was registered as the other one anew. */
  | 'RE_REGISTRATION'
  /** Name and city together look alike. */
  | 'RESEMBLANCE';

export interface Company {
  readonly companyName: string;
  readonly city: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly postalCode: string | null;
}

/** A lead that may be the same company as the one in question. */
export interface Candidate extends Company {
  readonly id: string;
  readonly status: string;
  readonly evidence: readonly Evidence[];
  /** Whether only what pseudonymisation left of a contact tells. */
  readonly buried: boolean;
}

export type Judgement = 'SAME' | 'POSSIBLY_SAME' | 'OTHER';

/** Whether two companies of the same name and city may be one: two known postal codes tell them apart. */
export function mayBeSamePlace(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

/** What a candidate is to the company in question. */
export function judgeCandidate(company: Company, candidate: Candidate): Judgement {
  const { evidence } = candidate;
  if (evidence.some((one) => one !== 'COMPANY' && one !== 'RESEMBLANCE')) return 'SAME';
  if (!mayBeSamePlace(company.postalCode, candidate.postalCode)) return 'OTHER';
  if (evidence.includes('COMPANY')) return 'SAME';
  return mayBeSameCompany(company, candidate) ? 'POSSIBLY_SAME' : 'OTHER';
}

export type ConflictVerdict = 'FREE' | 'PROTECTED' | 'EXISTING_CUSTOMER' | 'POSSIBLY_SAME';

export interface Conflict {
  readonly verdict: ConflictVerdict;
  /** The lead that the verdict is about; null if it is FREE. */
  readonly with: Candidate | null;
  /** The same company as it was before, the latest first: it has ended, and keeps no other agent away. */
  readonly former: readonly Candidate[];
}

/**
 * What becomes of a company among its candidates: one that is the same decides before one that
 * possibly is, and a lead under protection before a customer.
 */
export function decideConflict(company: Company, candidates: readonly Candidate[]): Conflict {
  const judged = candidates.map((candidate) => ({
    candidate,
    judgement: judgeCandidate(company, candidate),
  }));
  const find = (wanted: Judgement, status: string) =>
    judged.find(({ judgement, candidate }) => judgement === wanted && candidate.status === status)
      ?.candidate ?? null;
  const former = judged
    .filter(({ judgement, candidate }) => judgement === 'SAME' && isOver(candidate.status))
    .map(({ candidate }) => candidate)
    // Ids grow with time.
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  const isProtected = find('SAME', 'ACTIVE');
  if (isProtected) return { verdict: 'PROTECTED', with: isProtected, former };
  const customer = find('SAME', 'CONVERTED');
  if (customer) return { verdict: 'EXISTING_CUSTOMER', with: customer, former };
  const possibly = find('POSSIBLY_SAME', 'ACTIVE') ?? find('POSSIBLY_SAME', 'CONVERTED');
  return { verdict: possibly ? 'POSSIBLY_SAME' : 'FREE', with: possibly, former };
}

/** Whether a lead of this status keeps no agent away any more. */
function isOver(status: string): boolean {
  return status !== 'ACTIVE' && status !== 'CONVERTED';
}
