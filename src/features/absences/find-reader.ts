import type { User } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';

/** The present reader of an agent's mails: the agent, or a deputy. */
export interface Reader {
  readonly reader: User;
  /** Name of the absent agent; null if the reader is the agent. */
  readonly onBehalfOf: string | null;
}

/** The deputy of an agent who is away, as long as the deputy is active; else the agent. A deputy has no deputy. */
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
