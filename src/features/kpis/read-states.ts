import type { ProtectionState } from '../../domain/clock.js';
import type { KpiQuery } from './kpi-query.js';
import type { KpiScope } from './kpi-view.js';

/** Hours ahead that count as due soon. A multiple of the hour of a bucket: see lead_marks in the migrations. */
const SOON_HOURS = 168;

export type StateCounts = Readonly<Record<ProtectionState, number>>;

/** The states of the leads at one instant; cheap enough to read several times a second. */
export interface StateNumbers {
  readonly states: StateCounts;
  /** Leads whose progress deadline comes within seven days, protection lasting until then. */
  readonly progressDue: number;
  /** Leads whose protection ends with the base period within seven days. */
  readonly baseDue: number;
  /**
   * Since when the oldest mail that is to be sent waits, as epoch milliseconds; null if none waits, or the reader may
   * not see mails.
   */
  readonly mailWaitsSince: number | null;
  /** When one of the numbers changes by itself, if that is within hours; epoch milliseconds. */
  readonly nextChangeAt: number | null;
}

interface CountRow {
  standing: string;
  total: number;
  begun: number;
  ended: number;
  endedInGrace: number;
  progressDue: number;
  baseDue: number;
}

interface OtherRow {
  mailWaitsSince: string | null;
  nextChangeAt: string | null;
}

const NO_LEADS: StateCounts = {
  CONVERTED: 0,
  LOST: 0,
  UNOWNED: 0,
  EXPIRED: 0,
  ON_HOLD: 0,
  GRACE: 0,
  WARNED: 0,
  PROTECTED: 0,
};

const BUCKET = `date_bin('1 hour', $1::timestamptz, '2000-01-01T00:00:00Z'::timestamptz)`;
const SOON = `interval '${SOON_HOURS} hours'`;
const marksOf = (onHold: string) =>
  `lead_marks(lead.status, lead.assigned_at, ${onHold}, lead.warned_at, lead.progress_deadline, lead.base_ends_at,
    lead.expires_at)`;
const MAIL = `(SELECT floor(extract(epoch FROM min(next_attempt_at)) * 1000)::text FROM outbox_email
  WHERE status = 'PENDING' AND next_attempt_at <= $1::timestamptz)`;

/** The leads of which a date lies in the hour of now or in that of seven days from now: there the very date counts. */
const atTheEdges = (date: string, marks: string, ofScope: string) =>
  // Two ranges one after the other: put together, no index would be found.
  [BUCKET, `${BUCKET} + ${SOON}`]
    .map(
      (begins) => `
  SELECT marks.standing, marks.mark, marks.at, 1, true
  FROM lead CROSS JOIN LATERAL ${marksOf('lead.on_hold')} AS marks
  WHERE lead.status = 'ACTIVE' AND ${ofScope} AND marks.mark ${marks}
    AND lead.${date} >= ${begins} AND lead.${date} < ${begins} + interval '1 hour'`,
    )
    .join(' UNION ALL ');

/**
 * From the counters: the folded counts, the changes since, and the parts that counters cannot give exactly, read from
 * the leads themselves. One statement, so that all of it is of one instant. $2 is the territory, empty for the
 * market.
 */
const countedSql = (ofScope: string) => `
  WITH points AS (
    SELECT standing, mark, bucket AS at, n, false AS exact FROM lead_count
    WHERE territory = $2
      AND mark IN ('TOTAL', 'GRACE_BEGINS', 'BASE_ENDS', 'GRACE_ENDS', 'BASE_ENDS_IN_GRACE', 'GRACE_ENDS_IN_GRACE')
      AND bucket < ${BUCKET} + ${SOON} AND bucket <> ${BUCKET}
    UNION ALL
    SELECT standing, mark, bucket, n, false FROM lead_count_change
    WHERE ($2 = '' OR territory = $2) AND bucket < ${BUCKET} + ${SOON} AND bucket <> ${BUCKET}
    UNION ALL ${atTheEdges('progress_deadline', `= 'GRACE_BEGINS'`, ofScope)}
    UNION ALL ${atTheEdges('expires_at', `NOT IN ('TOTAL', 'GRACE_BEGINS')`, ofScope)}
    UNION ALL
    -- Holds that have begun or ended by themselves, and were not projected yet.
    SELECT marks.standing, marks.mark, marks.at, marks.sign, false
    FROM lead
    CROSS JOIN LATERAL (
      SELECT lead_held_at(lead.on_hold, lead.hold_changes_at, lead.hold_intervals, $1::timestamptz) AS held
    ) AS truth
    CROSS JOIN LATERAL (
      SELECT 1 AS sign, * FROM ${marksOf('truth.held')}
      UNION ALL
      SELECT -1, * FROM ${marksOf('lead.on_hold')}
    ) AS marks
    WHERE lead.status = 'ACTIVE' AND lead.hold_changes_at <= $1::timestamptz AND ${ofScope}
      AND truth.held <> lead.on_hold
  ), sums AS MATERIALIZED (
    SELECT standing,
      coalesce(sum(n) FILTER (WHERE mark = 'TOTAL'), 0)::int AS total,
      coalesce(sum(n) FILTER (WHERE mark = 'GRACE_BEGINS' AND past), 0)::int AS begun,
      coalesce(sum(n) FILTER (WHERE mark IN ('BASE_ENDS', 'GRACE_ENDS') AND past), 0)::int AS ended,
      coalesce(sum(n) FILTER (WHERE mark IN ('BASE_ENDS_IN_GRACE', 'GRACE_ENDS_IN_GRACE') AND past), 0)::int
        AS "endedInGrace",
      coalesce(sum(n) FILTER (WHERE mark = 'GRACE_BEGINS' AND soon), 0)::int AS "progressDue",
      coalesce(sum(n) FILTER (WHERE mark IN ('BASE_ENDS', 'BASE_ENDS_IN_GRACE') AND soon), 0)::int AS "baseDue",
      least(min(at) FILTER (WHERE exact AND soon AND at < ${BUCKET} + interval '1 hour'),
        min(at) FILTER (WHERE exact AND NOT soon AND NOT past) - ${SOON}) AS next_at
    FROM points
    CROSS JOIN LATERAL (
      SELECT at <= $1::timestamptz AS past, at > $1::timestamptz AND at <= $1::timestamptz + ${SOON} AS soon
    ) AS lies
    GROUP BY standing
  )
  SELECT standing, total, begun, ended, "endedInGrace", "progressDue", "baseDue",
    NULL::text AS "mailWaitsSince", NULL::text AS "nextChangeAt"
  FROM sums
  UNION ALL
  SELECT NULL, 0, 0, 0, 0, 0, 0, ${MAIL}, (
    SELECT ceil(extract(epoch FROM least(
      (SELECT min(next_at) FROM sums),
      (SELECT min(hold_changes_at) FROM lead WHERE status = 'ACTIVE' AND ${ofScope}
        AND hold_changes_at > $1::timestamptz AND hold_changes_at <= $1::timestamptz + interval '1 minute')
    )) * 1000)::text)`;

const COUNTED = {
  MARKET: countedSql('true'),
  TERRITORY: countedSql('lead.territory = $2'),
} as const;

/** An agent's leads are few: each is asked. $2 is the agent. */
const AGENTS_SQL = `
  SELECT state AS standing, count(*)::int AS total,
    count(*) FILTER (WHERE progress_deadline > $1::timestamptz AND progress_deadline <= $1::timestamptz + ${SOON}
      AND progress_deadline < coalesce(expires_at, 'infinity') AND status = 'ACTIVE')::int AS "progressDue",
    count(*) FILTER (WHERE expires_at > $1::timestamptz AND expires_at <= $1::timestamptz + ${SOON}
      AND expires_at = base_ends_at AND status = 'ACTIVE')::int AS "baseDue",
    ceil(extract(epoch FROM least(
      min(progress_deadline) FILTER (WHERE progress_deadline > $1::timestamptz),
      min(expires_at) FILTER (WHERE expires_at > $1::timestamptz),
      min(hold_changes_at) FILTER (WHERE hold_changes_at > $1::timestamptz),
      min(progress_deadline) FILTER (WHERE progress_deadline > $1::timestamptz + ${SOON}) - ${SOON},
      min(expires_at) FILTER (WHERE expires_at > $1::timestamptz + ${SOON}) - ${SOON}
    )) * 1000)::text AS "nextChangeAt"
  FROM (
    SELECT *, lead_state_at(status, assigned_at, expires_at,
      lead_held_at(on_hold, hold_changes_at, hold_intervals, $1::timestamptz), progress_deadline, warned_at,
      $1::timestamptz) AS state
    FROM lead WHERE owner_id = $2::uuid AND merged_into_id IS NULL
  ) AS owned
  GROUP BY state`;

export async function readStates(
  query: KpiQuery,
  scope: KpiScope,
  now: Date,
): Promise<StateNumbers> {
  if (scope.kind === 'AGENT') return readOwn(query, scope.agentId, now);
  const territory = scope.kind === 'TERRITORY' ? scope.territory : '';
  const rows = await query<CountRow & OtherRow>(COUNTED[scope.kind], [
    now.toISOString(),
    territory,
  ]);
  return {
    states: statesOf(rows.filter(({ standing }) => standing !== null)),
    progressDue: sum(rows, ({ progressDue }) => progressDue),
    baseDue: sum(rows, ({ baseDue }) => baseDue),
    mailWaitsSince: earliest(rows, ({ mailWaitsSince }) => mailWaitsSince),
    nextChangeAt: earliest(rows, ({ nextChangeAt }) => nextChangeAt),
  };
}

/** The present state of each of these leads by its dates. */
function statesOf(rows: readonly CountRow[]): StateCounts {
  const states = { ...NO_LEADS };
  for (const { standing, total, begun, ended, endedInGrace } of rows) {
    states.EXPIRED += ended + endedInGrace;
    // On hold there is no grace, and it does not end protection before its time.
    const inGrace = standing === 'ON_HOLD' ? 0 : begun - endedInGrace;
    states.GRACE += inGrace;
    states[standing as ProtectionState] += total - ended - endedInGrace - inGrace;
  }
  return states;
}

async function readOwn(query: KpiQuery, agentId: string, now: Date): Promise<StateNumbers> {
  const rows = await query<Omit<CountRow, 'begun'> & OtherRow>(AGENTS_SQL, [
    now.toISOString(),
    agentId,
  ]);
  const states = { ...NO_LEADS };
  for (const { standing, total } of rows) states[standing as ProtectionState] = total;
  return {
    states,
    progressDue: sum(rows, ({ progressDue }) => progressDue),
    baseDue: sum(rows, ({ baseDue }) => baseDue),
    mailWaitsSince: null,
    nextChangeAt: earliest(rows, ({ nextChangeAt }) => nextChangeAt),
  };
}

function sum<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}

function earliest<Row>(rows: readonly Row[], of: (row: Row) => string | null): number | null {
  const known = rows.flatMap((row) => of(row) ?? []).map(Number);
  return known.length === 0 ? null : Math.min(...known);
}
