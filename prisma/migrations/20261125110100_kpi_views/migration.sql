-- What BI tools read, as whoever asks: docs/kpis.md says how to connect and what the columns mean. Before PostgreSQL 15
-- a view could only look past row-level security; there is none there.

DO $migration$
BEGIN
  IF current_setting('server_version_num')::int < 150000 THEN
    RAISE NOTICE 'PostgreSQL 15 or newer is needed for the views v_user_lead_protection and monitoring_user_lead.';
    RETURN;
  END IF;

  CREATE VIEW "v_user_lead_protection" WITH (security_invoker = true) AS
  SELECT
    owner_id AS user_id,
    owner.name AS user_name,
    lead.id AS lead_id,
    company_name, city, postal_code, country, business_type, lead.territory, stage, source,
    registered_at, assigned_at,
    lead_state_at(lead.status, assigned_at, expires_at, hold.held, progress_deadline, warned_at, now.at) AS state,
    hold.held AS on_hold,
    CASE WHEN hold.held THEN hold.since END AS on_hold_since,
    progress_anchor, warning_due_at, progress_deadline, warned_at, grace_ends_at, base_reminder_due_at, base_reminded_at,
    base_ends_at, expires_at, policy_version
  FROM lead
  CROSS JOIN LATERAL (SELECT date_trunc('milliseconds', now()) AS at) AS now
  CROSS JOIN LATERAL (
    SELECT lead_held_at(on_hold, hold_changes_at, hold_intervals, now.at) AS held,
      lead_held_since(hold_intervals, now.at) AS since
  ) AS hold
  LEFT JOIN user_account AS owner ON owner.id = owner_id
  WHERE lead.status = 'ACTIVE' AND owner_id IS NOT NULL;

  CREATE VIEW "monitoring_user_lead" WITH (security_invoker = true) AS
  SELECT
    account.id AS user_id, account.name AS user_name, account.role, account.territory, account.active,
    coalesce(owned.leads, 0) AS leads,
    coalesce(owned.protected, 0) AS protected,
    coalesce(owned.warned, 0) AS warned,
    coalesce(owned.grace, 0) AS grace,
    coalesce(owned.on_hold, 0) AS on_hold,
    coalesce(owned.expired, 0) AS expired,
    coalesce(owned.progress_due_7d, 0) AS progress_due_7d,
    coalesce(owned.base_due_7d, 0) AS base_due_7d,
    coalesce(done.expired_7d, 0) AS expired_7d,
    coalesce(done.reactivated_30d, 0) AS reactivated_30d,
    coalesce(done.converted_90d, 0) AS converted_90d,
    coalesce(done.lost_90d, 0) AS lost_90d,
    coalesce(worked.activities_7d, 0) AS activities_7d,
    worked.last_activity_7d
  FROM user_account AS account
  LEFT JOIN (
    SELECT user_id, count(*) AS leads,
      count(*) FILTER (WHERE state = 'PROTECTED') AS protected,
      count(*) FILTER (WHERE state = 'WARNED') AS warned,
      count(*) FILTER (WHERE state = 'GRACE') AS grace,
      count(*) FILTER (WHERE state = 'ON_HOLD') AS on_hold,
      count(*) FILTER (WHERE state = 'EXPIRED') AS expired,
      count(*) FILTER (WHERE progress_deadline > now() AND progress_deadline <= now() + interval '168 hours'
        AND progress_deadline < coalesce(expires_at, 'infinity')) AS progress_due_7d,
      count(*) FILTER (WHERE expires_at > now() AND expires_at <= now() + interval '168 hours'
        AND expires_at = base_ends_at) AS base_due_7d
    FROM v_user_lead_protection
    GROUP BY user_id
  ) AS owned ON owned.user_id = account.id
  LEFT JOIN (
    SELECT owner_id,
      count(*) FILTER (WHERE type = 'LEAD_PROTECTION_EXPIRED' AND occurred_at > now() - interval '7 days') AS expired_7d,
      count(*) FILTER (WHERE type = 'PROTECTION_REACTIVATED' AND occurred_at > now() - interval '30 days')
        AS reactivated_30d,
      count(*) FILTER (WHERE type = 'LEAD_CONVERTED') AS converted_90d,
      count(*) FILTER (WHERE type = 'LEAD_LOST') AS lost_90d
    FROM domain_event
    WHERE type IN ('LEAD_PROTECTION_EXPIRED', 'PROTECTION_REACTIVATED', 'LEAD_CONVERTED', 'LEAD_LOST')
      AND occurred_at > now() - interval '90 days' AND owner_id IS NOT NULL
    GROUP BY owner_id
  ) AS done ON done.owner_id = account.id
  LEFT JOIN (
    SELECT author_id, count(*) AS activities_7d, max(performed_at) AS last_activity_7d
    FROM activity
    WHERE voided_at IS NULL AND performed_at > now() - interval '7 days' AND performed_at <= now()
    GROUP BY author_id
  ) AS worked ON worked.author_id = account.id
  WHERE account.role IN ('REP', 'MANAGER') OR owned.leads > 0;

  GRANT SELECT ON "v_user_lead_protection", "monitoring_user_lead"
    TO leadwarden_rep, leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor,
      leadwarden_wallboard, leadwarden_service;
END
$migration$;
