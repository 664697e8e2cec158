import { ValidationError } from '../../domain/errors.js';
import { normalizeEmail } from '../../domain/matching/normal-forms.js';
import { searchWords } from '../../domain/text/search.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';

const NOTHING: Prisma.LeadWhereInput = { id: { in: [] } };

/** Each word is looked up by itself. */
export const MAX_SEARCH_WORDS = 10;

/** Criteria for leads; a criterion that is left out does not restrict. */
export interface LeadFilter {
  search?: string | null | undefined;
  status?: readonly string[] | null | undefined;
  stage?: readonly string[] | null | undefined;
  ownerId?: string | null | undefined;
  city?: string | null | undefined;
  country?: string | null | undefined;
  businessType?: readonly string[] | null | undefined;
  source?: string | null | undefined;
  territory?: string | null | undefined;
  tag?: string | null | undefined;
  registeredFrom?: Date | null | undefined;
  registeredBefore?: Date | null | undefined;
  expiresFrom?: Date | null | undefined;
  expiresBefore?: Date | null | undefined;
  progressDueBefore?: Date | null | undefined;
  warned?: boolean | null | undefined;
  unworked?: boolean | null | undefined;
}

/** The kind of access to the leads. */
export interface LeadView {
  /** Whether addresses, tags and sources may be searched: a match discloses that the lead has it. */
  readonly seesPersonalData: boolean;
  readonly now: Date;
  /** Among the leads that are no longer under protection. */
  readonly inPool?: boolean;
}

/**
 * The filter as a condition. A search with an @ is for an e-mail address. A lead that has ended keeps its last dates;
 * criteria for running dates do not match those.
 */
export function whereLeads(
  filter: LeadFilter,
  { seesPersonalData, now, inPool = false }: LeadView,
): Prisma.LeadWhereInput {
  const { search, status, stage, businessType, warned, unworked, progressDueBefore, ...more } =
    filter;
  const { registeredFrom, registeredBefore, expiresFrom, expiresBefore, ...rest } = more;
  const { tag, source, ...exact } = rest;
  const conditions: Prisma.LeadWhereInput[] = [];
  if (search?.trim()) conditions.push(whereFound(search, seesPersonalData));
  if (status) conditions.push({ status: oneOf(status) });
  if (stage) conditions.push({ stage: oneOf(stage) });
  if (businessType) conditions.push({ businessType: oneOf(businessType) });
  conditions.push(...equal(exact));
  if (tag != null) conditions.push(seesPersonalData ? { tags: { has: tag } } : NOTHING);
  if (source != null) conditions.push(seesPersonalData ? { source } : NOTHING);
  conditions.push(
    ...within('registeredAt', registeredFrom, registeredBefore),
    ...within('expiresAt', expiresFrom, expiresBefore),
    ...within('progressDeadline', null, progressDueBefore),
  );
  if ([warned, unworked, progressDueBefore].some((value) => value != null)) {
    conditions.push(...underProtection(now));
  }
  const asksForEnd = expiresFrom != null || expiresBefore != null;
  if (asksForEnd && status == null && !inPool) conditions.push({ status: 'ACTIVE' });
  if (warned != null) conditions.push({ warnedAt: warned ? { not: null } : null });
  if (unworked != null) conditions.push({ unworked });
  return { AND: conditions };
}

/** Criteria that are columns: the other ones are taken out before. */
function equal(
  criteria: Pick<LeadFilter, 'ownerId' | 'city' | 'country' | 'territory'>,
): Prisma.LeadWhereInput[] {
  const given = Object.entries(criteria).filter(([, value]) => value != null);
  return given.map(([column, value]) => ({ [column]: value }));
}

function whereFound(search: string, seesPersonalData: boolean): Prisma.LeadWhereInput {
  if (search.includes('@')) {
    const emailKey = normalizeEmail(search);
    if (emailKey === null || !seesPersonalData) return { id: { in: [] } };
    return { contacts: { some: { emailKey } } };
  }
  const words = searchWords(search);
  if (words.length > MAX_SEARCH_WORDS) {
    const message = `has ${words.length} words, allowed are up to ${MAX_SEARCH_WORDS}`;
    throw new ValidationError([{ path: 'filter.search', message }]);
  }
  return {
    AND: words.map((texts) => ({ OR: texts.map((text) => ({ searchText: { contains: text } })) })),
  };
}

function underProtection(now: Date): Prisma.LeadWhereInput[] {
  return [{ status: 'ACTIVE' }, { OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }];
}

/** One value as an equation lets an index keep its order behind it. */
function oneOf(values: readonly string[]): string | { in: string[] } {
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? only : { in: [...values] };
}

function within(
  column: 'registeredAt' | 'expiresAt' | 'progressDeadline',
  from: Date | null | undefined,
  before: Date | null | undefined,
): Prisma.LeadWhereInput[] {
  if (from == null && before == null) return [];
  return [{ [column]: { ...(from ? { gte: from } : {}), ...(before ? { lt: before } : {}) } }];
}
