import type { Actor } from '../../domain/actor.js';
import { seesPeople } from '../../platform/identity/sight.js';

/** The condition that a column names the user; an actor who sees no people finds nothing by them. */
export function byUser<Column extends string>(
  actor: Actor,
  column: Column,
  user: { readonly id: string } | null | undefined,
) {
  if (!user) return {};
  const named = { [column]: user.id } as Record<Column, string>;
  return seesPeople(actor) ? named : { id: { in: [] as string[] } };
}
