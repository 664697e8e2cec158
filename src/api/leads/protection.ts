import { isOnHold, type ProtectionProjection, remainingMs, stateAt } from '../../domain/clock.js';
import type { Interval } from '../../domain/intervals.js';
import type { LeadStatus } from '../../domain/lead-status.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { builder } from '../kit/builder.js';
import type { GraphQLContext } from '../kit/context.js';
import { ProtectionStateType } from './codes.js';
import { pausedRemainingMs } from './paused-remaining.js';

/** The columns that the clock's answers are read from. */
export const PROTECTION_COLUMNS = {
  id: true,
  status: true,
  assignedAt: true,
  progressAnchor: true,
  warningDueAt: true,
  progressDeadline: true,
  warningIssuedAt: true,
  warnedAt: true,
  graceEndsAt: true,
  baseEndsAt: true,
  baseReminderDueAt: true,
  expiresAt: true,
  holdIntervals: true,
  policyVersion: true,
} as const satisfies Prisma.LeadSelect;

export type ProtectionRow = Prisma.LeadGetPayload<{ select: typeof PROTECTION_COLUMNS }>;

/** The stored projection as the clock takes it; null unless the lead is ACTIVE: nothing runs then. */
export function projectionOf(
  row: ProtectionRow,
): Omit<ProtectionProjection, 'pausedRemainingMs'> | null {
  if (row.status !== 'ACTIVE' || row.assignedAt === null) return null;
  return {
    progressAnchor: (row.progressAnchor ?? row.assignedAt).getTime(),
    warningDueAt: row.warningDueAt?.getTime() ?? null,
    progressDeadline: row.progressDeadline?.getTime() ?? null,
    warningIssuedAt: row.warningIssuedAt?.getTime() ?? null,
    warnedAt: row.warnedAt?.getTime() ?? null,
    graceEndsAt: row.graceEndsAt?.getTime() ?? null,
    baseEndsAt: row.baseEndsAt?.getTime() ?? null,
    baseReminderDueAt: row.baseReminderDueAt?.getTime() ?? null,
    expiresAt: row.expiresAt?.getTime() ?? null,
    holdIntervals: holdIntervalsOf(row),
    policyVersion: row.policyVersion,
  };
}

/** Written by the projection only, as pairs of epoch milliseconds. */
function holdIntervalsOf({ holdIntervals }: ProtectionRow): readonly Interval[] {
  return holdIntervals as unknown as readonly Interval[];
}

async function remaining(row: ProtectionRow, ctx: GraphQLContext): Promise<number | null> {
  const projection = projectionOf(row);
  if (projection === null) return null;
  const paused = projection.expiresAt === null && holdIntervalsOf(row).at(-1)?.[1] === null;
  const pausedMs = paused ? await pausedRemainingMs(ctx, row.id) : null;
  return remainingMs({ ...projection, pausedRemainingMs: pausedMs }, ctx.now.getTime());
}

export const ProtectionType = builder.objectRef<ProtectionRow>('Protection').implement({
  description:
    'The protection of a lead. A date is null while an open hold pauses it, or if it is not set yet.',
  fields: (t) => ({
    state: t.field({
      type: ProtectionStateType,
      description: 'State of the protection at the instant of the request.',
      resolve: (row, _args, { now }) =>
        stateAt(projectionOf(row), row.status as LeadStatus, now.getTime()),
    }),
    onHold: t.boolean({
      description: 'Whether a hold stops the clock at the instant of the request.',
      resolve: (row, _args, { now }) =>
        isOnHold(projectionOf(row)?.holdIntervals ?? [], now.getTime()),
    }),
    remaining: t.field({
      type: 'Duration',
      nullable: true,
      description: 'Running time left until protection ends, without holds; null if no end is set.',
      resolve: (row, _args, ctx) => remaining(row, ctx),
    }),
    assignedAt: instant(t, 'assignedAt', 'When the present owner, or the last one, got the lead.'),
    progressAnchor: instant(t, 'progressAnchor', 'When the present window began.'),
    warningDueAt: instant(t, 'warningDueAt', 'When the owner is warned that progress is due.'),
    progressDeadline: instant(t, 'progressDeadline', 'Deadline for progress.'),
    warningIssuedAt: instant(
      t,
      'warningIssuedAt',
      'When the warning of this window was issued; it has not been delivered while `warnedAt` is null.',
    ),
    warnedAt: instant(
      t,
      'warnedAt',
      'When the warning of this window took effect: at its issue, or at its delivery if that took too long. Null while it has not been delivered.',
    ),
    graceEndsAt: instant(t, 'graceEndsAt', 'When the grace days end; null before the warning.'),
    baseEndsAt: instant(t, 'baseEndsAt', 'When the base period ends, extensions included.'),
    expiresAt: instant(t, 'expiresAt', 'When protection ends.'),
    policyVersion: t.exposeInt('policyVersion', {
      description: 'Version of the policy that the dates were computed under.',
    }),
  }),
});

type InstantColumn =
  | 'assignedAt'
  | 'progressAnchor'
  | 'warningDueAt'
  | 'progressDeadline'
  | 'warningIssuedAt'
  | 'warnedAt'
  | 'graceEndsAt'
  | 'baseEndsAt'
  | 'expiresAt';

function instant(
  t: PothosSchemaTypes.ObjectFieldBuilder<(typeof builder)['$inferSchemaTypes'], ProtectionRow>,
  column: InstantColumn,
  description: string,
) {
  return t.field({
    type: 'DateTime',
    nullable: true,
    description,
    resolve: (row) => row[column],
  });
}
