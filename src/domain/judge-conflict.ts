import { compareCompanies, type Reason } from './matching/compare-leads.js';
import { readLead } from './matching/read-lead.js';

/** By what a lead was found that may be the same company as another one. */
export type Evidence =
  | 'EMAIL'
  | 'PHONE'
  /** Extensions of one switchboard. */
  | 'SWITCHBOARD'
  /** The same domain in e-mail addresses or as the website. */
  | 'DOMAIN'
  /** Words of the name in the same place. */
  | 'NAME'
  /** The name and city under which it was once imported. */
  | 'IMPORT'
  /** One of them was registered as the other one anew. */
  | 'RE_REGISTRATION';

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
  /** The domains by which it was found. */
  readonly domains: readonly string[];
  /** Whether only what pseudonymisation left of a contact tells. */
  readonly buried: boolean;
}

/** What the installation knows beside the candidates. */
export interface Surroundings {
  /** Whether many of its leads, in many places, have the name in question. */
  readonly commonName: boolean;
  /** Domains under which many companies are found. */
  readonly sharedDomains: ReadonlySet<string>;
}

export type Judgement = 'SAME' | 'POSSIBLY_SAME' | 'DIFFERENT';

export interface Judged {
  readonly judgement: Judgement;
  readonly why: readonly Reason[];
  /** Whether name and place alone tell that it is the same. */
  readonly byName: boolean;
}

/** What a candidate is to the company in question. */
export function judgeCandidate(
  company: Company,
  candidate: Candidate,
  { commonName, sharedDomains }: Surroundings,
): Judged {
  const { evidence } = candidate;
  const [a, b] = [company, candidate].map(readCompany);
  if (!a || !b) throw new Error('Two companies are compared.');
  const contact = contactOf(candidate, sharedDomains);
  const byName = compareCompanies(a, b, null, () => commonName).verdict === 'SAME';
  if (evidence.includes('IMPORT') || evidence.includes('RE_REGISTRATION')) {
    return { judgement: 'SAME', why: [{ by: 'EARLIER_REGISTRATION' }], byName };
  }
  const { verdict, why } = compareCompanies(a, b, contact, () => commonName);
  return { judgement: verdict, why, byName };
}

function readCompany({ companyName, city, country, postalCode }: Company) {
  return readLead({ companyName, city, country, postalCode, website: null, contacts: [] });
}

function contactOf({ evidence, domains }: Candidate, shared: ReadonlySet<string>): Reason | null {
  if (evidence.includes('EMAIL')) return { by: 'EMAIL' };
  if (evidence.includes('PHONE')) return { by: 'PHONE' };
  if (evidence.includes('DOMAIN') && domains.some((domain) => !shared.has(domain))) {
    return { by: 'DOMAIN' };
  }
  return evidence.includes('SWITCHBOARD') ? { by: 'SWITCHBOARD' } : null;
}

export type ConflictVerdict = 'FREE' | 'PROTECTED' | 'EXISTING_CUSTOMER' | 'POSSIBLY_SAME';

/** The same company as it was before. */
export interface Former extends Candidate {
  /** Whether name and place alone tell that it is the same. */
  readonly byName: boolean;
}

export interface Conflict {
  readonly verdict: ConflictVerdict;
  /** The lead that the verdict is about; null if it is FREE. */
  readonly with: Candidate | null;
  /** By what it was recognised; empty if it is FREE. For managers only. */
  readonly why: readonly Reason[];
  /** The same company as it was before, the latest first: it has ended, and keeps no other agent away. */
  readonly former: readonly Former[];
}

/**
 * What becomes of a company among its candidates: one that is the same decides before one that
 * possibly is, and a lead under protection before a customer.
 */
export function decideConflict(
  company: Company,
  candidates: readonly Candidate[],
  surroundings: Surroundings,
): Conflict {
  const judged = candidates.map((candidate) => ({
    candidate,
    ...judgeCandidate(company, candidate, surroundings),
  }));
  const former = judged
    .filter(({ judgement, candidate, why }) => isOver(candidate) && isFormer(judgement, why))
    .map(({ candidate, byName }) => ({ ...candidate, byName }))
    // Ids grow with time.
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  for (const [judgement, status, verdict] of PRECEDENCE) {
    const found = judged.find(
      (one) => one.judgement === judgement && one.candidate.status === status,
    );
    if (found) return { verdict, with: found.candidate, why: found.why, former };
  }
  return { verdict: 'FREE', with: null, why: [], former };
}

const PRECEDENCE = [
  ['SAME', 'ACTIVE', 'PROTECTED'],
  ['SAME', 'CONVERTED', 'EXISTING_CUSTOMER'],
  ['POSSIBLY_SAME', 'ACTIVE', 'POSSIBLY_SAME'],
  ['POSSIBLY_SAME', 'CONVERTED', 'POSSIBLY_SAME'],
] as const satisfies readonly (readonly [Judgement, string, ConflictVerdict])[];

/** Of what has ended an address or a number that comes again is enough: it keeps no other agent away. */
function isFormer(judgement: Judgement, why: readonly Reason[]): boolean {
  return judgement === 'SAME' || why.some(({ by }) => by === 'EMAIL' || by === 'PHONE');
}

/** Whether a lead of this status keeps no agent away any more. */
function isOver({ status }: Candidate): boolean {
  return status !== 'ACTIVE' && status !== 'CONVERTED';
}
