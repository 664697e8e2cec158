import type { Actor } from '../../domain/actor.js';
import type { Tx } from '../../platform/db/open.js';
import { ownLeads } from '../leads/visibility.js';

export const ENTRY_KINDS = ['WARNING_DUE', 'PROGRESS_DUE', 'PROTECTION_ENDS', 'FOLLOW_UP'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A date in the calendar of an actor. */
export interface DueEntry {
  readonly uid: string;
  readonly kind: EntryKind;
  readonly at: Date;
  readonly leadId: string;
  readonly companyName: string;
  readonly city: string;
}

/** Leads, and follow-ups, of one calendar: those whose protection ends first, and those that come first. */
const MOST = 500;

/**
 * The deadlines and warnings of the leads that the actor answers for, and their follow-ups. Dates that a hold pauses are
 * none.
 */
export async function dueEntries(tx: Tx, actor: Actor): Promise<DueEntry[]> {
  const leads = await tx.lead.findMany({
    where: { status: 'ACTIVE', expiresAt: { not: null }, AND: [ownLeads(actor)] },
    orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: {
      id: true,
      companyName: true,
      city: true,
      warningDueAt: true,
      warningIssuedAt: true,
      progressDeadline: true,
      expiresAt: true,
    },
  });
  const followUps = await tx.reminder.findMany({
    where: {
      recipientId: actor.id ?? '',
      kind: 'FOLLOW_UP',
      acknowledgedAt: null,
      OR: [{ ownershipId: null }, { ownership: { endedAt: null } }],
    },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: {
      id: true,
      dueAt: true,
      snoozedUntil: true,
      lead: { select: { id: true, companyName: true, city: true } },
    },
  });
  const ofLeads = leads.flatMap((lead): DueEntry[] => {
    const { id: leadId, companyName, city } = lead;
    const entry = (kind: EntryKind, at: Date | null): DueEntry[] =>
      at === null ? [] : [{ uid: uidOf(kind, leadId), kind, at, leadId, companyName, city }];
    return [
      ...entry('WARNING_DUE', lead.warningIssuedAt === null ? lead.warningDueAt : null),
      ...entry('PROGRESS_DUE', lead.progressDeadline),
      ...entry('PROTECTION_ENDS', lead.expiresAt),
    ];
  });
  const ofReminders = followUps.map(({ id, dueAt, snoozedUntil, lead }): DueEntry => {
    const at = snoozedUntil !== null && snoozedUntil > dueAt ? snoozedUntil : dueAt;
    const { id: leadId, companyName, city } = lead;
    return { uid: uidOf('FOLLOW_UP', id), kind: 'FOLLOW_UP', at, leadId, companyName, city };
  });
  return [...ofLeads, ...ofReminders];
}

/** Of one thing and one kind there is one date, which may move. */
function uidOf(kind: EntryKind, id: string): string {
  return `${kind.toLowerCase().replaceAll('_', '-')}-${id}@leadwarden`;
}
