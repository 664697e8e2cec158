import type { Actor } from '../../domain/actor.js';
import { ForbiddenError } from '../../domain/errors.js';
import { seesPeople } from '../../platform/identity/sight.js';
import { builder } from '../kit/builder.js';
import { codeType, OrderDirection } from '../kit/codes.js';
import type { SortKey } from '../kit/keyset-page.js';

const LeadOrderField = codeType('LeadOrderField', 'Sort key of leads.', {
  REGISTERED_AT: 'When it was registered.',
  COMPANY_NAME:
    'Name of the company in German order: upper and lower case are one, Ä stands beside A.',
  CITY: 'City of the company, as COMPANY_NAME.',
  OWNER:
    'Name of the owner, as COMPANY_NAME. Ascending, leads without an owner come last. Not for wallboards, which see no people.',
  ESTIMATED_VOLUME:
    'Expected turnover per year as a number, whatever its currency. Ascending, leads without one come last.',
  LAST_ACTIVITY:
    'Latest activity of the present ownership. Ascending, leads without one come last.',
  EXPIRES_AT: 'When protection ends. Ascending, leads without such a date come last.',
  PROGRESS_DEADLINE: 'Deadline for progress. Ascending, leads without such a date come last.',
});

export const LeadOrder = builder.inputType('LeadOrder', {
  description: 'Order of a list of leads.',
  fields: (t) => ({
    field: t.field({ type: LeadOrderField, required: true, description: 'Sorted by what.' }),
    direction: t.field({
      type: OrderDirection,
      required: true,
      defaultValue: 'ASC',
      description: 'Direction of the order.',
    }),
  }),
});

const SORT_COLUMNS = {
  REGISTERED_AT: { column: 'registeredAt', kind: 'instant' },
  COMPANY_NAME: { column: 'companySort', kind: 'text' },
  CITY: { column: 'citySort', kind: 'text' },
  OWNER: { column: 'ownerSort', kind: 'text', nullable: true },
  ESTIMATED_VOLUME: { column: 'estimatedVolume', kind: 'decimal', nullable: true },
  LAST_ACTIVITY: { column: 'lastActivityAt', kind: 'instant', nullable: true },
  EXPIRES_AT: { column: 'expiresAt', kind: 'instant', nullable: true },
  PROGRESS_DEADLINE: { column: 'progressDeadline', kind: 'instant', nullable: true },
} as const satisfies Record<(typeof LeadOrderField)['$inferType'], Omit<SortKey, 'direction'>>;

const LATEST_FIRST: SortKey = { column: 'registeredAt', kind: 'instant', direction: 'desc' };

/** @throws ForbiddenError if the order would tell more than the actor sees */
export function sortKeyOf(
  order: (typeof LeadOrder)['$inferInput'] | null | undefined,
  actor: Actor,
): SortKey {
  if (!order) return LATEST_FIRST;
  if (order.field === 'OWNER' && !seesPeople(actor)) {
    throw new ForbiddenError(`The role ${actor.role} sees no people, and so no order by owner.`);
  }
  return { ...SORT_COLUMNS[order.field], direction: order.direction === 'ASC' ? 'asc' : 'desc' };
}
