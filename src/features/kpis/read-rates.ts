import { z } from 'zod';
import type { KpiQuery } from './kpi-query.js';
import type { KpiSettings } from './kpi-settings.js';
import type { KpiScope } from './kpi-view.js';

/** So many of those there are: a share that is null when there are none. */
export interface Share {
  readonly met: number;
  readonly of: number;
}

export interface AgentActivity {
  readonly agentId: string;
  readonly name: string | null;
  /** In the last seven days. */
  readonly activities: number;
}

/** Figures of the last days, read from the rows of that time; docs/kpis.md defines each. */
export interface RateNumbers {
  readonly expiredLast7Days: number;
  readonly reactivatedLast30Days: number;
  readonly conversion: Share;
  readonly reminders: Share;
  /** Warnings issued longer ago than reminders may take, and not delivered. */
  readonly undeliveredWarnings: number;
  /** Leads under protection without progress since the assignment. */
  readonly unworkedLeads: number;
  readonly samples: Share;
  readonly feedback: Share;
  readonly eventResponse: Share;
  /** Of the leads that are on hold, for how long, in whole hours; null if none is. */
  readonly averageHoldHours: number | null;
  readonly longestHoldHours: number | null;
  /** The most active first, at most as many as MAX_AGENTS. */
  readonly activities: readonly AgentActivity[];
  /** Null for readers who may not see costs. */
  readonly registeredLast30Days: number | null;
}

const MAX_AGENTS = 100;

interface Conditions {
  readonly lead: string;
  readonly event: string;
  readonly reminder: string;
  readonly sample: string;
  readonly activity: string;
  readonly registered: string;
}

/** Rows of a lead follow its territory by row-level security. $2 is the territory or the agent. */
const CONDITIONS: Readonly<Record<KpiScope['kind'], Conditions>> = {
  MARKET: {
    lead: 'true',
    event: 'true',
    reminder: 'true',
    sample: 'true',
    activity: 'true',
    registered: `(SELECT count(*) FROM lead WHERE merged_into_id IS NULL AND ${last('registered_at', '30 days')})`,
  },
  TERRITORY: {
    lead: 'lead.territory = $2',
    event: 'territory = $2',
    reminder: 'true',
    sample: 'true',
    activity: 'true',
    registered: 'NULL::bigint',
  },
  AGENT: {
    lead: 'lead.owner_id = $2::uuid',
    event: 'owner_id = $2::uuid',
    reminder: 'recipient_id = $2::uuid',
    sample: 'requested_by_id = $2::uuid',
    activity: 'author_id = $2::uuid',
    registered: 'NULL::bigint',
  },
};

function last(column: string, period: string): string {
  return `${column} > $1::timestamptz - interval '${period}' AND ${column} <= $1::timestamptz`;
}

const sqlFor = ({ lead, event, reminder, sample, activity, registered }: Conditions) => `
  WITH given AS MATERIALIZED (
    SELECT $2::text AS scope, make_interval(mins => $3::int) AS reminder_limit, $4::text AS event_type,
      make_interval(mins => $5::int) AS response_limit
  ), outcome AS MATERIALIZED (
    SELECT type, count(*) AS n, count(*) FILTER (WHERE occurred_at > $1::timestamptz - interval '30 days') AS n30,
      count(*) FILTER (WHERE occurred_at > $1::timestamptz - interval '7 days') AS n7
    FROM domain_event
    WHERE type IN ('LEAD_PROTECTION_EXPIRED', 'PROTECTION_REACTIVATED', 'LEAD_CONVERTED', 'LEAD_LOST', 'LEAD_RELEASED')
      AND ${last('occurred_at', '90 days')} AND ${event}
    GROUP BY type
  ), reminders AS (
    SELECT count(*) FILTER (WHERE delivered_at <= due + reminder_limit) AS met,
      count(*) FILTER (WHERE delivered_at IS NOT NULL OR due + reminder_limit <= $1::timestamptz) AS total
    FROM reminder CROSS JOIN given
    CROSS JOIN LATERAL (
      -- One that was put off before it came is due when its reader wanted it.
      SELECT CASE WHEN snoozed_until > due_at AND snoozed_until <= coalesce(delivered_at, 'infinity') THEN snoozed_until
        ELSE due_at END AS due
    ) AS wanted
    -- One that was settled before it was told needs no telling.
    WHERE ${last('due_at', '7 days')} AND (delivered_at IS NOT NULL OR acknowledged_at IS NULL) AND ${reminder}
  ), samples AS (
    SELECT count(*) FILTER (WHERE outcome = 'SUCCESS') AS met, count(*) AS total
    FROM sample JOIN sample_item ON sample_item.sample_id = sample.id
    WHERE ${last('feedback_at', '90 days')} AND outcome IS NOT NULL AND ${sample}
  ), feedback AS (
    SELECT count(*) FILTER (WHERE feedback_at IS NOT NULL) AS met, count(*) AS total
    FROM sample
    WHERE ${last('delivered_at', '90 days')} AND ${sample}
  ), response AS (
    SELECT count(*) FILTER (WHERE first_at <= registered_at + response_limit) AS met,
      count(*) FILTER (WHERE first_at IS NOT NULL OR registered_at + response_limit <= $1::timestamptz) AS total
    FROM lead
    CROSS JOIN given
    CROSS JOIN LATERAL (
      SELECT min(performed_at) AS first_at FROM activity
      WHERE activity.lead_id = lead.id AND voided_at IS NULL AND performed_at >= registered_at
        AND performed_at <= $1::timestamptz
    ) AS first
    WHERE merged_into_id IS NULL AND ${last('registered_at', '7 days')} AND business_type = event_type AND ${lead}
  ), holds AS (
    SELECT floor(avg(hours))::int AS average, floor(max(hours))::int AS longest
    FROM (
      SELECT extract(epoch FROM $1::timestamptz - lead_held_since(hold_intervals, $1::timestamptz)) / 3600 AS hours
      FROM lead
      WHERE status = 'ACTIVE' AND on_hold AND ${lead}
        AND lead_held_at(on_hold, hold_changes_at, hold_intervals, $1::timestamptz)
        AND coalesce(expires_at > $1::timestamptz, true)
    ) AS held
  ), activities AS (
    SELECT coalesce(json_agg(json_build_object('agentId', author_id, 'name', name, 'activities', n)
      ORDER BY n DESC, author_id), '[]') AS list
    FROM (
      SELECT author_id, count(*) AS n FROM activity
      WHERE ${last('performed_at', '7 days')} AND voided_at IS NULL AND ${activity}
      GROUP BY author_id ORDER BY n DESC, author_id LIMIT ${MAX_AGENTS}
    ) AS busiest
    LEFT JOIN user_account ON user_account.id = author_id
  )
  SELECT json_build_object(
    'expiredLast7Days', coalesce((SELECT n7 FROM outcome WHERE type = 'LEAD_PROTECTION_EXPIRED'), 0),
    'reactivatedLast30Days', coalesce((SELECT n30 FROM outcome WHERE type = 'PROTECTION_REACTIVATED'), 0),
    'conversion', json_build_object(
      'met', coalesce((SELECT n FROM outcome WHERE type = 'LEAD_CONVERTED'), 0),
      'of', (SELECT coalesce(sum(n), 0) FROM outcome WHERE type <> 'PROTECTION_REACTIVATED')),
    'reminders', (SELECT json_build_object('met', met, 'of', total) FROM reminders),
    'undeliveredWarnings', (SELECT count(*) FROM lead CROSS JOIN given
      WHERE status = 'ACTIVE' AND warning_issued_at <= $1::timestamptz - reminder_limit AND warned_at IS NULL AND ${lead}
        AND coalesce(expires_at > $1::timestamptz, true)),
    'unworkedLeads', (SELECT count(*) FROM lead WHERE status = 'ACTIVE' AND unworked AND ${lead}
        AND coalesce(expires_at > $1::timestamptz, true)),
    'samples', (SELECT json_build_object('met', met, 'of', total) FROM samples),
    'feedback', (SELECT json_build_object('met', met, 'of', total) FROM feedback),
    'eventResponse', (SELECT json_build_object('met', met, 'of', total) FROM response),
    'averageHoldHours', (SELECT average FROM holds),
    'longestHoldHours', (SELECT longest FROM holds),
    'activities', (SELECT list FROM activities),
    'registeredLast30Days', ${registered}
  )::text AS numbers`;

const STATEMENTS = {
  MARKET: sqlFor(CONDITIONS.MARKET),
  TERRITORY: sqlFor(CONDITIONS.TERRITORY),
  AGENT: sqlFor(CONDITIONS.AGENT),
} as const;

const share = z.object({ met: z.int(), of: z.int() });

const rateNumbers = z.object({
  expiredLast7Days: z.int(),
  reactivatedLast30Days: z.int(),
  conversion: share,
  reminders: share,
  undeliveredWarnings: z.int(),
  unworkedLeads: z.int(),
  samples: share,
  feedback: share,
  eventResponse: share,
  averageHoldHours: z.int().nullable(),
  longestHoldHours: z.int().nullable(),
  activities: z.array(
    z.object({ agentId: z.string(), name: z.string().nullable(), activities: z.int() }),
  ),
  registeredLast30Days: z.int().nullable(),
});

export async function readRates(
  query: KpiQuery,
  scope: KpiScope,
  settings: KpiSettings,
  now: Date,
): Promise<RateNumbers> {
  const [row] = await query<{ numbers: string }>(STATEMENTS[scope.kind], [
    now.toISOString(),
    scope.kind === 'AGENT' ? scope.agentId : scope.kind === 'TERRITORY' ? scope.territory : '',
    settings['kpi.reminderMinutes'],
    settings['kpi.eventBusinessType'],
    settings['kpi.eventResponseMinutes'],
  ]);
  return rateNumbers.parse(JSON.parse(row?.numbers ?? 'null'));
}
