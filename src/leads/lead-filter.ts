import type { Prisma } from '../db/generated/prisma/client.js';
import { foldSearch, normalizeEmail } from '../domain/matching.js';

/** Which leads somebody wants; what is left out does not restrict. */
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
}

/** How somebody looks at leads. */
export interface LeadView {
  readonly seesContacts: boolean;
  readonly now: Date;
  /** Among the leads that nobody protects any more. */
  readonly inPool?: boolean;
}

/**
 * The filter as a condition. Something with an @ is searched as an e-mail address. A lead that is over
 * keeps the dates that it ended with; who asks for dates that run does not mean those.
 */
export function whereLeads(
  filter: LeadFilter,
  { seesContacts, now, inPool = false }: LeadView,
): Prisma.LeadWhereInput {
  const { search, status, stage, businessType, warned, progressDueBefore } = filter;
  const conditions: Prisma.LeadWhereInput[] = [];
  if (search?.trim()) conditions.push(whereFound(search, seesContacts));
  if (status) conditions.push({ status: oneOf(status) });
  if (stage) conditions.push({ stage: oneOf(stage) });
  if (businessType) conditions.push({ businessType: oneOf(businessType) });
  for (const column of ['ownerId', 'city', 'country', 'source', 'territory'] as const) {
    const value = filter[column];
    if (value != null) conditions.push({ [column]: value });
  }
  if (filter.tag != null) conditions.push({ tags: { has: filter.tag } });
  conditions.push(
    ...within('registeredAt', filter.registeredFrom, filter.registeredBefore),
    ...within('expiresAt', filter.expiresFrom, filter.expiresBefore),
    ...within('progressDeadline', null, progressDueBefore),
  );
  if (warned != null || progressDueBefore != null) conditions.push(...underProtection(now));
  const asksForEnd = filter.expiresFrom != null || filter.expiresBefore != null;
  if (asksForEnd && status == null && !inPool) conditions.push({ status: 'ACTIVE' });
  if (warned != null) conditions.push({ warnedAt: warned ? { not: null } : null });
  return { AND: conditions };
}

function whereFound(search: string, seesContacts: boolean): Prisma.LeadWhereInput {
  if (search.includes('@')) {
    const emailKey = normalizeEmail(search);
    if (emailKey === null || !seesContacts) return { id: { in: [] } };
    return { contacts: { some: { emailKey } } };
  }
  const words = foldSearch(search).split(' ').filter(Boolean);
  return { AND: words.map((word) => ({ searchText: { contains: word } })) };
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
