import type { TxContext } from '../context.js';
import type { User } from '../db/generated/prisma/client.js';
import { ConflictError, ValidationError } from '../errors.js';
import { globalIdOf } from '../global-id.js';
import { findOwner, mayOwnLeads } from '../leads/find-owner.js';
import { lockAgent } from '../leads/lock-agent.js';
import { reassignLead } from '../leads/reassign-lead.js';
import { underProtectionSql } from '../leads/require-protected.js';

/** What becomes of a user's leads under protection. */
export interface HandOver {
  /** Who gets them; null: nobody. */
  readonly reassignLeadsTo: string | null;
  /** Whether some may stay with a user who can own none any more. */
  readonly keepLeads: boolean;
}

export interface HandedOver {
  readonly leadsReassigned: number;
  readonly leadsLeft: number;
}

/** How many leads pass on in one transaction. */
export const MOST_AT_ONCE = 200;

/**
 * Passes a user's leads under protection on, and refuses to leave any behind with somebody who can own
 * none: nobody would work on them until they expire. Whoever must be shut out at once, says `keepLeads`.
 * @param after what the user will be
 * @throws ConflictError that names how many leads there are
 */
export async function handOverLeads(
  ctx: TxContext,
  user: User,
  after: User,
  { reassignLeadsTo, keepLeads }: HandOver,
): Promise<HandedOver> {
  const leaves = mayOwnLeads(user) && !mayOwnLeads(after);
  if (!leaves && reassignLeadsTo === null) return { leadsReassigned: 0, leadsLeft: 0 };
  if (reassignLeadsTo === user.id) {
    const message = `${JSON.stringify(globalIdOf('User', user.id))} is whose the leads are, allowed is another agent`;
    throw new ValidationError([{ path: 'reassignLeadsTo', message }]);
  }
  // From here on nobody gives them another one, nor takes those that are to go.
  await lockAgent(ctx, user.id);
  const going =
    reassignLeadsTo === null
      ? []
      : await ctx.tx.$queryRaw<{ id: string }[]>`
          SELECT id FROM lead WHERE owner_id = ${user.id}::uuid AND ${underProtectionSql(ctx.now)}
          ORDER BY id LIMIT ${MOST_AT_ONCE}::int FOR UPDATE`;
  const moved = going.length;
  const [{ owned } = { owned: 0 }] = await ctx.tx.$queryRaw<{ owned: number }[]>`
    SELECT count(*)::int AS owned FROM lead
    WHERE owner_id = ${user.id}::uuid AND ${underProtectionSql(ctx.now)}`;
  // What an identity provider says, in the name of the system, cannot wait for an answer.
  const mayStay = keepLeads || !leaves || ctx.actor.role === 'SYSTEM';
  if (moved < owned && !mayStay)
    throw new ConflictError(refusal(owned, reassignLeadsTo), 'LEADS_LEFT');
  if (reassignLeadsTo !== null) {
    const to = await findOwner(ctx, reassignLeadsTo, 'reassignLeadsTo');
    for (const { id } of going) await reassignLead(ctx, { leadId: id, ownerId: to.id });
  }
  return { leadsReassigned: moved, leadsLeft: owned - moved };
}

function refusal(owned: number, reassignLeadsTo: string | null): string {
  const leads = owned === 1 ? '1 lead is' : `${owned} leads are`;
  const says = `${leads} under protection with this user; `;
  if (reassignLeadsTo === null) {
    return `${says}name in \`reassignLeadsTo\` who gets them, or say \`keepLeads\`: then they stay until they expire or are reassigned.`;
  }
  return `${says}${MOST_AT_ONCE} can be reassigned at once: say \`keepLeads\` as well, and repeat this for the rest.`;
}
