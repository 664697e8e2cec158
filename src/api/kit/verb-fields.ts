import type { ObjectRef } from '@pothos/core';
import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLContext } from './context.js';
import type { InputBuilder, PayloadBuilder, Types } from './verb-mutation.js';

/** The optional key of every mutation that creates something. */
export function idempotencyKey(t: InputBuilder) {
  return t.string({
    description:
      'Idempotency key: sending the same key again changes nothing and answers the same. Without one, the same request within ten seconds is treated as a second click.',
  });
}

/** The flag by which a manager confirms a change that ends protection. */
export function confirmEnd(t: InputBuilder) {
  return t.boolean({
    description:
      'Confirmation by a manager that the change may end protection at once. Without it such a change is refused with the date; `forecastProtection` shows all dates.',
  });
}

/** Whether the idempotency key was known, or the same request was repeated at once. */
export function replayedField(t: PayloadBuilder<{ id: string; replayed: boolean }>) {
  return t.exposeBoolean('replayed', {
    description:
      'Whether the idempotency key was known, or the same request came a moment before, so that nothing was created.',
  });
}

interface RowQuery {
  select: { id: true };
  where: { id: string };
}

/** A payload's field with the changed row, as it is now. */
export function rowField(
  type: ObjectRef<Types, { id: string }>,
  description: string,
  load: (ctx: GraphQLContext, query: RowQuery) => Promise<{ id: string }>,
) {
  return (t: PayloadBuilder<{ id: string }>) =>
    t.field({
      type,
      description,
      resolve: ({ id }, _args, ctx, info) => {
        const { select } = queryFromInfo({ context: ctx, info, select: { id: true } as const });
        return load(ctx, { select, where: { id } });
      },
    });
}
