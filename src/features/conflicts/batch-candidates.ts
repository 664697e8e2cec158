import type { Candidate, Company, Evidence } from '../../domain/judge-conflict.js';
import { isSameSwitchboard } from '../../domain/matching/contact-keys.js';
import type { MatchKeys } from './match-keys.js';

interface Written {
  readonly company: Company & { readonly id: string };
  readonly keys: MatchKeys;
}

/** Finds candidates among the leads of one batch, as `findCandidates` does among stored leads. */
export function createBatchCandidates() {
  const written: Written[] = [];
  return {
    find(keys: MatchKeys): Candidate[] {
      return written.flatMap((other) => {
        const evidence = evidenceOf(keys, other.keys);
        if (evidence.length === 0) return [];
        const domains = keys.domains.filter((domain) => other.keys.domains.includes(domain));
        const nameKey = other.keys.name?.key ?? '';
        return [{ ...other.company, status: 'ACTIVE', evidence, domains, nameKey, buried: false }];
      });
    },
    add(id: string, { companyName, city, country, postalCode }: Company, keys: MatchKeys): void {
      written.push({ company: { id, companyName, city, country, postalCode }, keys });
    },
  };
}

function evidenceOf(keys: MatchKeys, others: MatchKeys): Evidence[] {
  const evidence: Evidence[] = [];
  if (keys.emails.some((email) => others.emails.includes(email))) evidence.push('EMAIL');
  if (keys.domains.some((domain) => others.domains.includes(domain))) evidence.push('DOMAIN');
  const phones = keys.phones.flatMap((one) => others.phones.map((other) => [one, other] as const));
  if (phones.some(([one, other]) => one.number === other.number)) evidence.push('PHONE');
  if (phones.some(([one, other]) => isSameSwitchboard(one, other))) evidence.push('SWITCHBOARD');
  const candidates = new Set(others.name?.candidates);
  if (keys.name?.candidates.some((key) => candidates.has(key))) evidence.push('NAME');
  return evidence;
}
