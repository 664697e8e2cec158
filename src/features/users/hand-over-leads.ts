import { ConflictError, ValidationError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import type { User } from '../../platform/db/generated/prisma/client.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { startHandOver } from '../hand-overs/start-hand-over.js';
import { findOwner, mayOwnLeads } from '../leads/find-owner.js';
import { lockAgent } from '../leads/lock-agent.js';
import { underProtectionSql } from '../leads/require-protected.js';

/** The handling of a user's leads under protection. */
export interface HandOverWish {
  /** The agent who gets them; null: none. */
  readonly reassignLeadsTo: string | null;
  /** Whether some may stay with a user who can own none any more. */
  readonly keepLeads: boolean;
}

export interface HandedOver {
  /** How many pass on. */
  readonly leadsReassigned: number;
  /** How many stay with the user. */
  readonly leadsLeft: number;
  /** The hand-over that does it in the background; null if there is nothing to pass on. */
  readonly handOverId: string | null;
}

const NOTHING: HandedOver = { leadsReassigned: 0, leadsLeft: 0, handOverId: null };

/**
 * Passes a user's leads under protection on, however many, and refuses to leave any behind with a user who can own
 * none: no agent would work on them until they expire. For a user who must be deactivated at once there is
 * `keepLeads`.
 * @param after the user after the change
 * @throws ConflictError that names how many leads there are
 */
export async function handOverLeads(
  ctx: TxContext,
  user: User,
  after: User,
  { reassignLeadsTo, keepLeads }: HandOverWish,
): Promise<HandedOver> {
  const leaves = mayOwnLeads(user) && !mayOwnLeads(after);
  if (!leaves && reassignLeadsTo === null) return NOTHING;
  if (reassignLeadsTo === user.id) {
    const message = `${JSON.stringify(globalIdOf('User', user.id))} is whose the leads are, allowed is another agent`;
    throw new ValidationError([{ path: 'reassignLeadsTo', message }]);
  }
  // From here on they get no other one.
  await lockAgent(ctx, user.id);
  const leadIds = await protectedLeads(ctx, user.id);
  if (reassignLeadsTo !== null) {
    const { id: toId } = await findOwner(ctx, reassignLeadsTo, 'reassignLeadsTo');
    if (leadIds.length === 0) return NOTHING;
    const { handOverId } = await startHandOver(ctx, { toId, reason: null, leadIds });
    return { leadsReassigned: leadIds.length, leadsLeft: 0, handOverId };
  }
  // A change by an identity provider, in the name of the system, cannot wait for an answer.
  if (leadIds.length > 0 && !keepLeads && ctx.actor.role !== 'SYSTEM') {
    throw new ConflictError(refusal(leadIds.length), 'LEADS_LEFT');
  }
  return { ...NOTHING, leadsLeft: leadIds.length };
}

async function protectedLeads({ tx, now }: TxContext, ownerId: string): Promise<string[]> {
  const leads = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM lead WHERE owner_id = ${ownerId}::uuid AND ${underProtectionSql(now)} ORDER BY id`;
  return leads.map(({ id }) => id);
}

function refusal(owned: number): string {
  const leads = owned === 1 ? '1 lead is' : `${owned} leads are`;
  return `${leads} under protection with this user; name in \`reassignLeadsTo\` who gets them, or say \`keepLeads\`: then they stay until they expire or are reassigned.`;
}
