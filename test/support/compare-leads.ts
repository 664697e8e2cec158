import {
  type Comparable,
  type Comparison,
  compareCompanies,
  type Reason,
} from '../../src/domain/matching/compare-companies.js';
import { isSameSwitchboard } from '../../src/domain/matching/contact-keys.js';

/** Whether two leads are one company, by all that is known of them; the gate has what they share from its indexes. */
export function compareLeads(a: Comparable, b: Comparable): Comparison {
  return compareCompanies(a, b, sharedContact(a, b), () => false);
}

function sharedContact(a: Comparable, b: Comparable): Reason | null {
  if (a.emails.some((address) => b.emails.includes(address))) return { by: 'EMAIL' };
  const phones = a.phones.flatMap((one) => b.phones.map((other) => [one, other] as const));
  if (phones.some(([one, other]) => one.number === other.number)) return { by: 'PHONE' };
  if (a.domains.some((domain) => b.domains.includes(domain))) return { by: 'DOMAIN' };
  return phones.some(([one, other]) => isSameSwitchboard(one, other))
    ? { by: 'SWITCHBOARD' }
    : null;
}
