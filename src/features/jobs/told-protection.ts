import { stateAt } from '../../domain/clock.js';
import { DAY_MS } from '../../domain/days.js';
import type { EventPayload } from '../../domain/events.js';
import type { OwnedLead } from './due-leads.js';

/** What events about the end of a protection tell of it, for programs that know nothing else of the lead. */
export function toldProtection(
  lead: OwnedLead,
  { endsAt, now }: { endsAt: Date | null; now: Date },
): EventPayload {
  const projection = {
    expiresAt: epochOf(lead.expiresAt),
    progressDeadline: epochOf(lead.progressDeadline),
    warnedAt: epochOf(lead.warnedAt),
    holdIntervals: lead.holdIntervals,
  };
  const left = endsAt === null ? null : endsAt.getTime() - now.getTime();
  return {
    ownerId: lead.ownerId,
    state: stateAt(projection, 'ACTIVE', now.getTime()),
    protectionExpiresAt: endsAt?.toISOString() ?? null,
    daysRemaining: left === null ? null : Math.max(0, Math.ceil(left / DAY_MS)),
    metadata: { policyVersion: lead.policyVersion },
  };
}

function epochOf(at: Date | null): number | null {
  return at?.getTime() ?? null;
}
