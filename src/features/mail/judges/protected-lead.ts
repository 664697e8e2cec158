import type { User } from '../../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../../platform/db/open.js';
import { findReader, type Reader } from '../../absences/find-reader.js';
import { discard, type Judgement } from '../judgement.js';
import { heldUntil, type PresentLead, presentLead } from './present-lead.js';

/**
 * A lead that its owner, or the deputy of one who is away, is to be warned about, if it is still theirs under the
 * same ownership and its clock runs; else the verdict on the warning.
 */
export async function protectedLead(
  tx: Tx,
  leadId: string | null,
  ownershipId: string,
  now: Date,
): Promise<({ lead: PresentLead; owner: User } & Reader) | Judgement> {
  const lead = await presentLead(tx, leadId);
  if (!lead) return discard('PSEUDONYMIZED');
  if (lead.status !== 'ACTIVE') return discard('LEAD_ENDED');
  const [ownership] = lead.ownerships;
  if (ownership?.id !== ownershipId) return discard('LEAD_MOVED_ON');
  if (!ownership.owner.active) return discard('RECIPIENT_INACTIVE');
  const until = heldUntil(lead, now);
  if (until !== null) return { kind: 'wait', until };
  return { lead, owner: ownership.owner, ...(await findReader(tx, ownership.owner, now)) };
}
