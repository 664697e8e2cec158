import type { ProtectionState } from '../../domain/clock.js';
import { ValidationError } from '../../domain/errors.js';
import { normalizeEmail } from '../../domain/matching/normal-forms.js';
import { searchWords } from '../../domain/text/search.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { quote } from '../../platform/input/quote.js';
import { NO_TURNS, type TurnedHolds, whereHeld, whereState } from './lead-state.js';

const NOTHING: Prisma.LeadWhereInput = { id: { in: [] } };

/** Each word is looked up by itself. */
export const MAX_SEARCH_WORDS = 10;

/** Criteria for leads; a criterion that is left out does not restrict. */
export interface LeadFilter {
  search?: string | null | undefined;
  status?: readonly string[] | null | undefined;
  stage?: readonly string[] | null | undefined;
  state?: readonly ProtectionState[] | null | undefined;
  onHold?: boolean | null | undefined;
  ownerId?: string | null | undefined;
  ownerIds?: readonly string[] | null | undefined;
  city?: string | null | undefined;
  country?: string | null | undefined;
  businessType?: readonly string[] | null | undefined;
  source?: string | null | undefined;
  territory?: string | null | undefined;
  tag?: string | null | undefined;
  tags?: TagFilter | null | undefined;
  postalCodePrefix?: string | null | undefined;
  lastActivityBefore?: Date | null | undefined;
  hasOpenExtension?: boolean | null | undefined;
  registeredFrom?: Date | null | undefined;
  registeredBefore?: Date | null | undefined;
  expiresFrom?: Date | null | undefined;
  expiresBefore?: Date | null | undefined;
  progressDueBefore?: Date | null | undefined;
  warned?: boolean | null | undefined;
  unworked?: boolean | null | undefined;
}

export interface TagFilter {
  readonly any?: readonly string[] | null | undefined;
  readonly all?: readonly string[] | null | undefined;
}

/** The kind of access to the leads. */
export interface LeadView {
  /** Whether addresses, tags and sources may be searched: a match discloses that the lead has it. */
  readonly seesPersonalData: boolean;
  readonly now: Date;
  /** Among the leads that are no longer under protection. */
  readonly inPool?: boolean;
  /** The holds that have turned and were not projected yet: needed for criteria that `asksForHolds`. */
  readonly turned?: TurnedHolds;
}

/**
 * The filter as a condition. A search with an @ is for an e-mail address. A lead that has ended keeps its last dates;
 * criteria for running dates do not match those.
 */
export function whereLeads(filter: LeadFilter, view: LeadView): Prisma.LeadWhereInput {
  const { search, tag, tags, source, ...more } = filter;
  const { state, onHold, hasOpenExtension, lastActivityBefore, ...rest } = more;
  const { postalCodePrefix, ...columns } = rest;
  const conditions = [
    ...whereColumns(columns, view),
    ...whereOfProtection({ state, onHold }, view),
    ...whereHistory({ hasOpenExtension, lastActivityBefore }, view),
  ];
  if (search?.trim()) conditions.push(whereFound(search, view.seesPersonalData));
  if (postalCodePrefix != null) conditions.push(wherePostalCode(postalCodePrefix));
  const ofPeople = [
    ...(tag == null ? [] : [{ tags: { has: tag } }]),
    ...(tags?.any == null ? [] : [{ tags: { hasSome: [...tags.any] } }]),
    ...(tags?.all == null ? [] : [{ tags: { hasEvery: [...tags.all] } }]),
    ...(source == null ? [] : [{ source }]),
  ];
  if (ofPeople.length > 0) conditions.push(...(view.seesPersonalData ? ofPeople : [NOTHING]));
  return { AND: conditions };
}

type ColumnFilter = Omit<
  LeadFilter,
  | 'search'
  | 'tag'
  | 'tags'
  | 'source'
  | 'state'
  | 'onHold'
  | 'hasOpenExtension'
  | 'lastActivityBefore'
  | 'postalCodePrefix'
>;

function whereColumns(
  { status, stage, businessType, warned, unworked, progressDueBefore, ...more }: ColumnFilter,
  { now, inPool = false }: LeadView,
): Prisma.LeadWhereInput[] {
  const { registeredFrom, registeredBefore, expiresFrom, expiresBefore, ownerIds, ...exact } = more;
  const conditions: Prisma.LeadWhereInput[] = [];
  if (status) conditions.push({ status: oneOf(status) });
  if (stage) conditions.push({ stage: oneOf(stage) });
  if (businessType) conditions.push({ businessType: oneOf(businessType) });
  if (ownerIds) conditions.push({ ownerId: oneOf(ownerIds) });
  conditions.push(
    ...equal(exact),
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
  return conditions;
}

/** In the pool nothing runs: those leads are UNOWNED and not on hold. */
function whereOfProtection(
  { state, onHold }: Pick<LeadFilter, 'state' | 'onHold'>,
  { now, inPool = false, turned = NO_TURNS }: LeadView,
): Prisma.LeadWhereInput[] {
  if (inPool) {
    const none = onHold === true || (state != null && !state.includes('UNOWNED'));
    return none ? [NOTHING] : [];
  }
  return [
    ...(state == null ? [] : [whereState(state, now, turned)]),
    ...(onHold == null ? [] : [whereHeld(onHold, turned)]),
  ];
}

/** What happened under a former owner is not told of a lead in the pool, not even whether something did. */
function whereHistory(
  {
    hasOpenExtension,
    lastActivityBefore,
  }: Pick<LeadFilter, 'hasOpenExtension' | 'lastActivityBefore'>,
  { inPool = false }: LeadView,
): Prisma.LeadWhereInput[] {
  if (inPool) return lastActivityBefore != null || hasOpenExtension === true ? [NOTHING] : [];
  const open = { status: 'OPEN' };
  return [
    ...(lastActivityBefore == null
      ? []
      : [{ OR: [{ lastActivityAt: null }, { lastActivityAt: { lt: lastActivityBefore } }] }]),
    ...(hasOpenExtension == null
      ? []
      : [{ extensionRequests: hasOpenExtension ? { some: open } : { none: open } }]),
  ];
}

/** Letters and digits alone: what a pattern means by other characters is no matter then. */
const POSTAL_CODE_PREFIX = /^[\dA-Z][\dA-Z -]{0,11}$/;

function wherePostalCode(prefix: string): Prisma.LeadWhereInput {
  const start = prefix.trim().toUpperCase();
  if (POSTAL_CODE_PREFIX.test(start)) return { postalCode: { startsWith: start } };
  const message = `${quote(prefix)} given, allowed is the beginning of a postal code, such as 80`;
  throw new ValidationError([{ path: 'filter.postalCodePrefix', message }]);
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
