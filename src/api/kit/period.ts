import { daysLater } from '../../domain/days.js';
import { ValidationError } from '../../domain/errors.js';
import type { GraphQLContext } from './context.js';

/** The arguments of a list over a period. */
interface PeriodArgs {
  readonly from?: Date | null | undefined;
  readonly before?: Date | null | undefined;
}

/**
 * The period of the arguments: up to now if no end is given, and so many days before its end if no start is.
 * @throws ValidationError if it would end before it begins
 */
export function periodOf(
  { from, before }: PeriodArgs,
  { now }: Pick<GraphQLContext, 'now'>,
  defaultDays: number,
): { from: Date; before: Date } {
  const end = before ?? new Date(now.getTime() + 1);
  const start = from ?? daysLater(end, -defaultDays);
  if (start < end) return { from: start, before: end };
  const message = `${start.toISOString()} given, allowed is an instant before ${end.toISOString()}`;
  throw new ValidationError([{ path: 'from', message }]);
}
