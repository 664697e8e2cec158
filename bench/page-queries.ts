/** A page of 50 leads with owner, protection, holds and reminders. */
export const PAGE_QUERY = `{
  leads(first: 50, orderBy: { field: REGISTERED_AT, direction: DESC }) {
    edges {
      cursor
      node {
        id companyName city postalCode country businessType status stage registeredAt
        owner { name email }
        protection { progressDeadline warningDueAt graceEndsAt baseEndsAt expiresAt policyVersion }
        holds(first: 5) { edges { node { reason startAt endAt } } }
        reminders(first: 5) { edges { node { kind dueAt sentAt } } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const instant = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const cursor = `rtrim(translate(encode(convert_to('["registeredAt desc","' || ${instant('l.registered_at')} || '","' || l.id || '"]', 'UTF8'), 'base64'), E'+/\\n', '-_'), '=')`;

/** The same answer as text, in one statement. */
export const PAGE_SQL = `
  SELECT json_build_object('data', json_build_object('leads', json_build_object(
    'edges', json_agg(json_build_object('cursor', ${cursor}, 'node', json_build_object(
      'id', encode(convert_to('Lead:' || l.id, 'UTF8'), 'base64'), 'companyName', l.company_name, 'city', l.city,
      'postalCode', l.postal_code, 'country', l.country, 'businessType', l.business_type, 'status', l.status,
      'stage', l.stage, 'registeredAt', ${instant('l.registered_at')},
      'owner', json_build_object('name', o.name, 'email', o.email),
      'protection', json_build_object('progressDeadline', ${instant('l.progress_deadline')},
        'warningDueAt', ${instant('l.warning_due_at')}, 'graceEndsAt', ${instant('l.grace_ends_at')},
        'baseEndsAt', ${instant('l.base_ends_at')}, 'expiresAt', ${instant('l.expires_at')},
        'policyVersion', l.policy_version),
      'holds', json_build_object('edges', coalesce(h.list, '[]'::json)),
      'reminders', json_build_object('edges', coalesce(r.list, '[]'::json))
    )) ORDER BY l.registered_at DESC, l.id DESC),
    'pageInfo', json_build_object('hasNextPage', true, 'endCursor', (array_agg(${cursor} ORDER BY l.registered_at, l.id))[1]))))::text AS body
  FROM (SELECT * FROM lead ORDER BY registered_at DESC, id DESC LIMIT 50) l
  LEFT JOIN user_account o ON o.id = l.owner_id
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('node', json_build_object('reason', x.reason, 'startAt', ${instant('x.start_at')},
      'endAt', ${instant('x.end_at')})) ORDER BY x.start_at DESC, x.id DESC) AS list
    FROM (SELECT * FROM hold WHERE lead_id = l.id ORDER BY start_at DESC, id DESC LIMIT 5) x) h ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('node', json_build_object('kind', x.kind, 'dueAt', ${instant('x.due_at')},
      'sentAt', ${instant('x.sent_at')})) ORDER BY x.due_at DESC, x.id DESC) AS list
    FROM (SELECT * FROM reminder WHERE lead_id = l.id ORDER BY due_at DESC, id DESC LIMIT 5) x) r ON true`;
