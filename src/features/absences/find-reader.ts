import type { User } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';

/** Who reads what is for an agent now, and for whom if that is another one. */
export interface Reader {
  readonly reader: User;
  /** Name of the agent who is away; null if they read it themselves. */
  readonly onBehalfOf: string | null;
}

/** The deputy of an agent who is away, as long as the deputy is active; else the agent. Deputies of deputies there are none. */
export async function findReader(tx: Tx, agent: User, now: Date): Promise<Reader> {
  const absence = await tx.absence.findFirst({
    where: {
      userId: agent.id,
      cancelledAt: null,
      startsAt: { lte: now },
      endsAt: { gt: now },
      deputy: { active: true },
    },
    include: { deputy: true },
  });
  return absence
    ? { reader: absence.deputy, onBehalfOf: agent.name }
    : { reader: agent, onBehalfOf: null };
}
