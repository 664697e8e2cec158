import type { TxContext } from '../context.js';

/** With the ownership of a locked lead end the collaborations on it: the next owner chooses anew. */
export async function endCollaborations(ctx: TxContext, leadId: string): Promise<void> {
  await ctx.tx.leadCollaborator.deleteMany({ where: { leadId } });
}
