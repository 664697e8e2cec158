import type { ProtectionState } from '../../domain/clock.js';
import { type LeadStatus, POOL_STATUSES } from '../../domain/lead-status.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { LeadFilter } from './lead-filter.js';

/** Leads whose hold began or ended by itself and that were not projected since, by their ids. */
export interface TurnedHolds {
  /** On hold by now, although stored as running. */
  readonly on: readonly string[];
  /** Running by now, although stored as on hold. */
  readonly off: readonly string[];
}

export const NO_TURNS: TurnedHolds = { on: [], off: [] };

/** States that a lead on hold is not in, and the one that it is in. */
const BY_HOLD: ReadonlySet<ProtectionState> = new Set(['ON_HOLD', 'GRACE', 'WARNED', 'PROTECTED']);

/** Whether a filter cannot be judged without the holds that have turned. */
export function asksForHolds({ state, onHold }: LeadFilter): boolean {
  return onHold != null || (state ?? []).some((one) => BY_HOLD.has(one));
}

/** They are few: whatever turns is projected within seconds. */
export async function loadTurnedHolds(
  query: (sql: string, params: readonly unknown[]) => Promise<{ id: string; held: boolean }[]>,
  now: Date,
): Promise<TurnedHolds> {
  const turned = await query(
    `SELECT lead.id::text AS id, truth.held
     FROM lead
     CROSS JOIN LATERAL (
       SELECT lead_held_at(on_hold, hold_changes_at, hold_intervals, $1::timestamptz) AS held
     ) AS truth
     WHERE lead.status = 'ACTIVE' AND lead.hold_changes_at <= $1::timestamptz
       AND truth.held <> lead.on_hold`,
    [now.toISOString()],
  );
  return {
    on: turned.flatMap(({ id, held }) => (held ? [id] : [])),
    off: turned.flatMap(({ id, held }) => (held ? [] : [id])),
  };
}

/** The leads in any of the states at an instant, as `stateAt` in src/domain/clock.ts tells them; a test compares the two. */
export function whereState(
  states: readonly ProtectionState[],
  now: Date,
  turned: TurnedHolds,
): Prisma.LeadWhereInput {
  const [only, ...others] = states.map((state) => STATES[state](now, turned));
  if (only === undefined) return { id: { in: [] } };
  return others.length === 0 ? only : { OR: [only, ...others] };
}

/** The leads whose clock stands still at the instant of `turned`, or all others. */
export function whereHeld(held: boolean, turned: TurnedHolds): Prisma.LeadWhereInput {
  const running: Prisma.LeadWhereInput = { AND: [owned, clockStands(turned)] };
  if (held) return running;
  return { OR: [{ status: { in: [...ENDED] } }, { assignedAt: null }, clockRuns(turned)] };
}

const ENDED = [...POOL_STATUSES, 'CONVERTED', 'LOST'] as const satisfies readonly LeadStatus[];

const owned = { status: 'ACTIVE', assignedAt: { not: null } } satisfies Prisma.LeadWhereInput;

const STATES: Readonly<
  Record<ProtectionState, (now: Date, turned: TurnedHolds) => Prisma.LeadWhereInput>
> = {
  CONVERTED: () => ({ status: 'CONVERTED' satisfies LeadStatus }),
  LOST: () => ({ status: 'LOST' satisfies LeadStatus }),
  UNOWNED: () => ({
    OR: [{ status: { in: [...POOL_STATUSES] } }, { status: 'ACTIVE', assignedAt: null }],
  }),
  EXPIRED: (now) => ({ AND: [owned, { expiresAt: { lte: now } }] }),
  ON_HOLD: (now, turned) => ({ AND: [owned, notOver(now), clockStands(turned)] }),
  GRACE: (now, turned) => ({
    AND: [owned, notOver(now), clockRuns(turned), { progressDeadline: { lte: now } }],
  }),
  WARNED: (now, turned) => ({
    AND: [
      owned,
      notOver(now),
      clockRuns(turned),
      notYet('progressDeadline', now),
      { warnedAt: { lte: now } },
    ],
  }),
  PROTECTED: (now, turned) => ({
    AND: [
      owned,
      notOver(now),
      clockRuns(turned),
      notYet('progressDeadline', now),
      notYet('warnedAt', now),
    ],
  }),
};

function notOver(now: Date): Prisma.LeadWhereInput {
  return notYet('expiresAt', now);
}

function notYet(
  column: 'expiresAt' | 'progressDeadline' | 'warnedAt',
  now: Date,
): Prisma.LeadWhereInput {
  return { OR: [{ [column]: null }, { [column]: { gt: now } }] };
}

function clockStands({ on, off }: TurnedHolds): Prisma.LeadWhereInput {
  const stored: Prisma.LeadWhereInput = { onHold: true, ...excluding(off) };
  return on.length === 0 ? stored : { OR: [stored, { id: { in: [...on] } }] };
}

function clockRuns({ on, off }: TurnedHolds): Prisma.LeadWhereInput {
  const stored: Prisma.LeadWhereInput = { onHold: false, ...excluding(on) };
  return off.length === 0 ? stored : { OR: [stored, { id: { in: [...off] } }] };
}

function excluding(ids: readonly string[]): Prisma.LeadWhereInput {
  return ids.length === 0 ? {} : { id: { notIn: [...ids] } };
}
