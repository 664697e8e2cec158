import { compareCompanies, type Reason } from './matching/compare-companies.js';
import { readLead } from './matching/read-lead.js';

/** The criteria by which a lead was found that may be the same company as another one. */
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
  /** Its name beside trade and legal form. */
  readonly nameKey: string;
  /** Whether only the tombstone of a contact matches. */
  readonly buried: boolean;
}

/** Knowledge of the installation beside the candidates. */
export interface Surroundings {
  /** Whether many of its leads, in many places, have the name in question. */
  readonly commonName: boolean;
  /** Domains by which it recognises no company, because many share them. */
  readonly sharedDomains: ReadonlySet<string>;
}

export type Judgement = 'SAME' | 'POSSIBLY_SAME' | 'DIFFERENT';

export interface Judged {
  readonly judgement: Judgement;
  readonly why: readonly Reason[];
  /** Whether name and place alone tell that it is the same. */
  readonly byName: boolean;
}

/** The relation of a candidate to the company in question. */
function judgeCandidate(
  company: ReadCompany,
  candidate: Candidate,
  { commonName, sharedDomains }: Surroundings,
): Judged {
  const { evidence } = candidate;
  const other = readCompany(candidate);
  const isCommon = () => commonName;
  const byName = compareCompanies(company, other, null, isCommon);
  const isSame = byName.verdict === 'SAME';
  const earlier = { by: 'EARLIER_REGISTRATION' } as const;
  if (evidence.includes('IMPORT')) return { judgement: 'SAME', why: [earlier], byName: isSame };
  if (evidence.includes('RE_REGISTRATION')) {
    // It was recognised by a contact perhaps, which alone refuses nothing.
    const judgement = byName.verdict === 'DIFFERENT' ? 'POSSIBLY_SAME' : 'SAME';
    return { judgement, why: [earlier], byName: isSame };
  }
  const contact = contactOf(candidate, sharedDomains);
  const { verdict, why } =
    contact === null ? byName : compareCompanies(company, other, contact, isCommon);
  return { judgement: verdict, why, byName: isSame };
}

type ReadCompany = ReturnType<typeof readCompany>;

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

/** A domain under which so many different names are found is no company's own. */
const NAMES_OF_SHARED_DOMAIN = 4;

/** Domains under which these candidates have many names: those of an operator, a chain, a portal. */
function learntShared(candidates: readonly Candidate[]): string[] {
  const names = new Map<string, Set<string>>();
  for (const { domains, nameKey } of candidates) {
    for (const domain of domains) names.set(domain, (names.get(domain) ?? new Set()).add(nameKey));
  }
  return [...names].flatMap(([domain, under]) =>
    under.size >= NAMES_OF_SHARED_DOMAIN ? domain : [],
  );
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
  /** The criteria by which that lead was recognised. */
  readonly why: readonly Reason[];
  /** The same company as it was before, the latest first: it has ended, and keeps no other agent away. */
  readonly former: readonly Former[];
  /** Ids of leads that have ended and are possibly the same company: the agent who gave one up waits for this one as well. */
  readonly resembled: readonly string[];
}

/** A candidate with its relation to the company in question. */
export interface JudgedCandidate extends Judged {
  readonly candidate: Candidate;
}

/** The relation of each candidate to the company. */
export function judgeCandidates(
  company: Company,
  candidates: readonly Candidate[],
  { commonName, sharedDomains }: Surroundings,
): JudgedCandidate[] {
  const shared = new Set([...sharedDomains, ...learntShared(candidates)]);
  const read = readCompany(company);
  return candidates.map((candidate) => ({
    candidate,
    ...judgeCandidate(read, candidate, { commonName, sharedDomains: shared }),
  }));
}

/**
 * The verdict on a company among its candidates: one that is the same decides before one that possibly is, and a lead
 * under protection before a customer. Where customers are not refused, they decide nothing.
 */
export function decideConflict(
  judged: readonly JudgedCandidate[],
  { refusesCustomers = true }: { refusesCustomers?: boolean } = {},
): Conflict {
  const former = judged
    .filter(({ judgement, candidate, why }) => isOver(candidate) && isFormer(judgement, why))
    .map(({ candidate, byName }) => ({ ...candidate, byName }))
    // Ids grow with time.
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  const resembled = judged.flatMap(({ judgement, candidate }) =>
    judgement === 'POSSIBLY_SAME' && isOver(candidate) ? [candidate.id] : [],
  );
  for (const [judgement, status, verdict] of PRECEDENCE) {
    if (status === 'CONVERTED' && !refusesCustomers) continue;
    const found = judged.find(
      (one) => one.judgement === judgement && one.candidate.status === status,
    );
    if (found) return { verdict, with: found.candidate, why: found.why, former, resembled };
  }
  return { verdict: 'FREE', with: null, why: [], former, resembled };
}

const PRECEDENCE = [
  ['SAME', 'ACTIVE', 'PROTECTED'],
  ['SAME', 'CONVERTED', 'EXISTING_CUSTOMER'],
  ['POSSIBLY_SAME', 'ACTIVE', 'POSSIBLY_SAME'],
  ['POSSIBLY_SAME', 'CONVERTED', 'POSSIBLY_SAME'],
] as const satisfies readonly (readonly [Judgement, string, ConflictVerdict])[];

/** For leads that have ended, a common address or number is enough: they keep no other agent away. */
function isFormer(judgement: Judgement, why: readonly Reason[]): boolean {
  return judgement === 'SAME' || why.some(({ by }) => by === 'EMAIL' || by === 'PHONE');
}

/** Whether a lead of this status keeps no agent away any more. */
export function isOver({ status }: Candidate): boolean {
  return status !== 'ACTIVE' && status !== 'CONVERTED';
}
