import type { Tx } from '../db/open.js';
import { mayBeSameCompany, searchText } from '../domain/matching.js';
import { mayBeSamePlace, type Recognisable } from './find-protected.js';
import { underProtectionSql } from './require-protected.js';

/**
 * How similar name and city together are at least, if each is by itself. The searched text also has
 * the legal form, about which the rule does not care.
 */
const CANDIDATE_SIMILARITY = '0.4';

interface Candidate {
  readonly companyName: string;
  readonly city: string;
  readonly country: string;
  readonly postalCode: string | null;
}

/**
 * Whether a lead resembles one under protection so much that it may be the same company. Which one
 * that is nobody learns. What is certainly the same `findProtected` tells.
 */
export async function resemblesProtected(
  tx: Tx,
  lead: Pick<Recognisable, 'companyName' | 'city' | 'country' | 'postalCode'>,
  now: Date,
): Promise<boolean> {
  const text = searchText(lead);
  await tx.$queryRaw`
    SELECT set_config('pg_trgm.similarity_threshold', ${CANDIDATE_SIMILARITY}, true)`;
  const candidates = await tx.$queryRaw<Candidate[]>`
    SELECT company_name AS "companyName", city, country, postal_code AS "postalCode"
    FROM lead WHERE search_text % ${text} AND ${underProtectionSql(now)}`;
  return candidates.some(
    (other) => mayBeSameCompany(lead, other) && mayBeSamePlace(lead.postalCode, other.postalCode),
  );
}
