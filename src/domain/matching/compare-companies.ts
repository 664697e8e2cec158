import { compareCities, compareCodes } from './compare-cities.js';
import { compareNames, type IsCommon, type NameLikeness } from './compare-names.js';
import type { PhoneKey } from './contact-keys.js';
import type { City } from './read-city.js';
import type { CompanyName } from './read-name.js';

/** A lead as it is compared. */
export interface Comparable {
  readonly name: CompanyName;
  readonly city: City;
  readonly emails: readonly string[];
  readonly phones: readonly PhoneKey[];
  /** Domains of the website and of e-mail addresses that belong to a company alone. */
  readonly domains: readonly string[];
}

/** The criteria by which two leads were recognised as one; for managers only. */
export type Reason =
  | { readonly by: 'NAME'; readonly words: readonly string[] }
  | { readonly by: 'CITY' | 'POSTAL_CODE' | 'EARLIER_REGISTRATION' }
  | { readonly by: 'EMAIL' | 'PHONE' | 'SWITCHBOARD' | 'DOMAIN' };

export interface Comparison {
  /** `SAME` refuses a registration, `POSSIBLY_SAME` asks for a reason, `DIFFERENT` lets it pass. */
  readonly verdict: 'SAME' | 'POSSIBLY_SAME' | 'DIFFERENT';
  readonly why: readonly Reason[];
}

/**
 * Whether two leads are one company. Names and cities decide; a contact that both have makes certain what they leave open,
 * and is a hint where they contradict it. Two known postal codes that differ leave a hint.
 * @param contact the contact that both have, or null
 */
export function compareCompanies(
  a: Pick<Comparable, 'name' | 'city'>,
  b: Pick<Comparable, 'name' | 'city'>,
  contact: Reason | null,
  isCommon: IsCommon,
): Comparison {
  const city = compareCities(a.city, b.city);
  const codes = compareCodes(a.city, b.city);
  const name = compareNames(a.name, b.name, isCommon);
  const alike = name.is !== 'OTHER' && city !== 'OTHER';
  const why: Reason[] = [
    ...(name.is === 'OTHER' ? [] : [{ by: 'NAME' as const, words: name.words }]),
    ...(city === 'OTHER' ? [] : [{ by: 'CITY' as const }]),
    ...(codes === 'SAME' ? [{ by: 'POSTAL_CODE' as const }] : []),
    ...(contact ? [contact] : []),
  ];
  if (contact) {
    const certain = alike && contact.by !== 'SWITCHBOARD' && codes !== 'OTHER';
    return { verdict: certain ? 'SAME' : 'POSSIBLY_SAME', why };
  }
  const different: Comparison = { verdict: 'DIFFERENT', why: [] };
  if (!alike) return different;
  if (isCertain(name, city === 'SAME', codes)) return { verdict: 'SAME', why };
  // With another postal code a certain match becomes a hint, and a hint is dropped.
  if (codes === 'OTHER' && !isCertain(name, city === 'SAME', 'UNKNOWN')) return different;
  // A common name in a city that may be another one is no hint.
  if (city === 'POSSIBLE' && name.common && name.is === 'ALIKE') return different;
  return { verdict: 'POSSIBLY_SAME', why };
}

function isCertain(name: NameLikeness, sameCity: boolean, codes: 'SAME' | 'OTHER' | 'UNKNOWN') {
  if (name.is !== 'SAME' || !sameCity || codes === 'OTHER') return false;
  // Of a common name the trade must be the same, or the postal code.
  return !name.common || name.sameTrade || codes === 'SAME';
}
