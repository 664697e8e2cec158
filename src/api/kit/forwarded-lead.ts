import type { Reads } from './reads.js';

/** The lead that an old id leads on to, for lists of what hangs on it; the id itself for a lead that was not merged. */
export async function forwardedLead(reads: Pick<Reads, 'read'>, id: string): Promise<string> {
  const lead = await reads.read((tx) =>
    tx.lead.findFirst({
      where: { id, mergedIntoId: { not: null } },
      select: { mergedIntoId: true },
    }),
  );
  return lead?.mergedIntoId ?? id;
}

/** The ids under which events of a lead stand: its own, and for an old id also that of the lead that it leads on to. */
export async function leadIdsOf(reads: Pick<Reads, 'read'>, id: string): Promise<string[]> {
  return [...new Set([id, await forwardedLead(reads, id)])];
}
