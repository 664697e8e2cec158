import type { ObjectRef } from '@pothos/core';
import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLContext } from './context.js';
import type { InputBuilder, PayloadBuilder, Types } from './verb-mutation.js';

/** The optional key of every mutation that creates something. */
export function idempotencyKey(t: InputBuilder) {
  return t.string({
    description:
      'Sending the same key again changes nothing and answers the same. Without one, the same request within ten seconds is taken for a second click.',
  });
}

/** What takes a manager who means it. */
export function confirmEnd(t: InputBuilder) {
  return t.boolean({
    description:
      'Confirms, for managers, that protection may end by it at once. Without it such a change is refused, and says the date; `forecastProtection` shows all of them.',
  });
}

/** Whether an idempotency key was known, or a button was pressed twice. */
export function replayedField(t: PayloadBuilder<{ id: string; replayed: boolean }>) {
  return t.exposeBoolean('replayed', {
    description:
      'Whether the key was known, or the same request came a moment before, so that nothing new happened.',
  });
}

interface RowQuery {
  select: { id: true };
  where: { id: string };
}

/** A payload's field with the row that the verb changed, as it is now. */
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
