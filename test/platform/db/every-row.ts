import { newId } from '../../../src/platform/db/ids.js';
import type { Tx } from '../../../src/platform/db/open.js';

/** Everybody by whom the rows below may be tried: whose they are, a stranger, and two who collaborate. */
export const PEOPLE = {
  owner: newId(),
  other: newId(),
  helper: newId(),
  viewer: newId(),
} as const;

const FEED = newId();
const AT = '2026-03-01T09:00:00Z';
const [LEAD, OWNERSHIP, SAMPLE, IMPORT] = [newId(), newId(), newId(), newId()];
const [WEBHOOK, DELIVERY, HAND_OVER] = [newId(), newId(), newId()];
const ofLead = { lead_id: LEAD };
const ofOwnership = { ...ofLead, ownership_id: OWNERSHIP };

/** One row in every table: an ACTIVE lead of `owner` in NORTH with all that belongs to it. */
export const ROWS: Readonly<Record<string, Record<string, unknown>>> = {
  user_account: {
    id: PEOPLE.owner,
    email: 'owner@example.com',
    name: 'O',
    role: 'REP',
    territory: 'NORTH',
  },
  api_token: {
    id: newId(),
    user_id: PEOPLE.owner,
    name: 'CRM',
    secret_hash: '0'.repeat(64),
    scopes: ['read'],
    created_at: AT,
    expires_at: '2026-03-02T09:00:00Z',
  },
  absence: {
    id: newId(),
    user_id: PEOPLE.owner,
    deputy_id: PEOPLE.helper,
    starts_at: AT,
    ends_at: '2026-03-02T09:00:00Z',
    created_at: AT,
  },
  lead: {
    id: LEAD,
    company_name: 'Adler',
    city: 'Ulm',
    stage: 'REGISTERED',
    status: 'ACTIVE',
    territory: 'NORTH',
    owner_id: PEOPLE.owner,
    registered_at: AT,
    search_text: 'adler ulm',
    match_key: 'adler ulm de',
  },
  lead_count: { territory: 'NORTH', standing: 'PROTECTED', mark: 'TOTAL', bucket: AT, n: 1 },
  lead_count_change: {
    id: 4_711,
    territory: 'NORTH',
    standing: 'PROTECTED',
    mark: 'TOTAL',
    bucket: AT,
    n: 1,
  },
  ownership: { id: OWNERSHIP, ...ofLead, owner_id: PEOPLE.owner, assigned_at: AT },
  lead_collaborator: {
    id: newId(),
    ...ofLead,
    owner_id: PEOPLE.owner,
    user_id: PEOPLE.helper,
    role: 'NEGOTIATE',
  },
  contact: { id: newId(), ...ofLead, name: 'Erika', email_key: 'e@adler.example' },
  activity: {
    id: newId(),
    ...ofOwnership,
    author_id: PEOPLE.owner,
    kind: 'MEETING',
    performed_at: AT,
  },
  hold: {
    id: newId(),
    ...ofOwnership,
    started_by_id: PEOPLE.owner,
    reason: 'SUPPLY_ISSUE',
    start_at: AT,
  },
  reminder: {
    id: newId(),
    ...ofOwnership,
    recipient_id: PEOPLE.owner,
    kind: 'FOLLOW_UP',
    window_start: AT,
    due_at: AT,
  },
  sample: { id: SAMPLE, ...ofLead, requested_by_id: PEOPLE.owner },
  sample_item: { id: newId(), sample_id: SAMPLE, sku: 'S', name: 'Öl', quantity: 1 },
  extension_request: {
    id: newId(),
    ...ofOwnership,
    requested_by_id: PEOPLE.owner,
    months: 1,
    reason: 'R',
  },
  hand_over: {
    id: HAND_OVER,
    requested_by_id: PEOPLE.other,
    to_id: PEOPLE.owner,
    total: 1,
    created_at: AT,
  },
  hand_over_lead: { hand_over_id: HAND_OVER, ...ofLead },
  import_job: {
    id: IMPORT,
    created_by_id: PEOPLE.owner,
    file_name: 'leads.csv',
    content_hash: 'hash',
  },
  import_row: { id: newId(), import_id: IMPORT, line: 2, outcome: 'REJECTED' },
  domain_event: {
    id: newId(),
    type: 'LEAD_REGISTERED',
    occurred_at: AT,
    actor_id: PEOPLE.owner,
    ...ofLead,
    owner_id: PEOPLE.owner,
    territory: 'NORTH',
  },
  domain_event_archive: {
    position: 1,
    id: newId(),
    type: 'LEAD_REGISTERED',
    version: 1,
    occurred_at: AT,
    payload: {},
    archived_at: AT,
  },
  event_log: { id: 1, epoch: 'e' },
  outbox_email: {
    id: newId(),
    template: 't',
    locale: 'de',
    recipient: 'owner@example.com',
    data: {},
    dedupe_key: 'k',
    message_id: 'm',
    ...ofLead,
  },
  webhook: {
    id: WEBHOOK,
    user_id: PEOPLE.owner,
    name: 'CRM',
    url: 'https://crm.example/hooks',
    types: [],
    status: 'ACTIVE',
    epoch: 'e',
    position: 0,
    next_attempt_at: AT,
    lease_token: 0,
    version: 1,
    created_at: AT,
  },
  webhook_secret: {
    id: newId(),
    webhook_id: WEBHOOK,
    sealed: 's',
    key_version: 1,
    created_at: AT,
  },
  webhook_delivery: {
    id: DELIVERY,
    webhook_id: WEBHOOK,
    message_id: 'm',
    type: 'ping',
    status: 'PENDING',
    aside: true,
    attempts: 0,
    next_attempt_at: AT,
    created_at: AT,
  },
  webhook_attempt: { id: newId(), delivery_id: DELIVERY, started_at: AT, duration_ms: 1 },
  conflict_check: {
    id: newId(),
    actor_id: PEOPLE.owner,
    territory: 'NORTH',
    verb: 'checkLeadConflict',
    verdict: 'FREE',
    keys: ['0'.repeat(64)],
    checked_at: AT,
  },
  conflict: {
    id: newId(),
    kind: 'OVERRIDDEN',
    verdict: 'POSSIBLY_SAME',
    verb: 'registerLead',
    asked_by_id: PEOPLE.owner,
    lead_id: LEAD,
    new_lead_id: LEAD,
    why: ['NAME'],
    status: 'OPEN',
    created_at: AT,
  },
  lead_merge: {
    id: newId(),
    ...ofLead,
    merged_lead_id: newId(),
    rule: 'ENDED',
    passed: {},
    merged_at: AT,
  },
  job_run: { id: newId(), job: 'j', slot: AT, trigger: 'MANUAL', as_of: AT, started_at: AT },
  audit_entry: {
    id: newId(),
    occurred_at: AT,
    actor_id: PEOPLE.owner,
    action: 'a',
    entity: 'Lead',
    entity_id: LEAD,
    ...ofLead,
  },
  audit_chain: { id: 1, last_position: 0, head_hash: 'h' },
  pseudonym_key_mark: { version: 1, mark: 'm' },
  setting: { key: 'k', value: 1 },
  scheduled_setting: {
    id: newId(),
    key: 'k',
    value: 1,
    valid_from: '2100-01-01T00:00:00Z',
    reason: 'R',
    created_by_id: PEOPLE.owner,
    created_at: AT,
  },
  policy_version: { version: 2, policy: {}, valid_from: AT },
  policy_default: { id: 1, policy: {}, clock_rules: 1, noted_at: AT },
  idempotency_key: {
    actor_id: PEOPLE.owner,
    verb: 'v',
    key: 'k',
    request_hash: 'h',
    result_id: LEAD,
  },
  // The event above has left another one.
  receipt: {
    id: newId(),
    kind: 'REGISTRATION_REFUSED',
    owner_id: PEOPLE.owner,
    actor_id: PEOPLE.owner,
    territory: 'NORTH',
    occurred_at: AT,
    policy_version: 1,
    matching_rule: 1,
  },
  receipt_follower: { user_id: PEOPLE.owner, since: AT },
  calendar_feed: {
    id: FEED,
    user_id: PEOPLE.owner,
    name: 'n',
    token_hash: '0'.repeat(64),
    customer_names: false,
    created_at: AT,
  },
  calendar_entry: {
    feed_id: FEED,
    uid: 'u',
    kind: 'FOLLOW_UP',
    at: AT,
    sequence: 0,
    changed_at: AT,
  },
  import_mapping: {
    id: newId(),
    user_id: PEOPLE.owner,
    header_hash: '0'.repeat(64),
    columns: '[]',
    updated_at: AT,
  },
  receipt_log: { id: 1, origin: 'o', leaves: 0, sealed: 0 },
  receipt_tile: { level: 0, index: 0, hashes: `\\x${'00'.repeat(32)}` },
  receipt_key: { kid: 'k', x: 'x', first_used_at: AT },
  receipt_checkpoint: { size: 1, note: 'n', kid: 'k', signed_at: AT },
};

export async function insertEveryRow(tx: Tx): Promise<void> {
  await tx.$executeRaw`DELETE FROM event_log`;
  await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
  await tx.$executeRaw`DELETE FROM audit_chain`;
  await tx.$executeRaw`DELETE FROM receipt_log`;
  await tx.$executeRaw`SET LOCAL session_replication_role = origin`;
  for (const id of [PEOPLE.other, PEOPLE.helper, PEOPLE.viewer]) {
    await tx.user.create({ data: { id, email: `${id}@example.com`, name: 'H', role: 'REP' } });
  }
  for (const [table, row] of Object.entries(ROWS)) {
    const columns = Object.keys(row).join(', ');
    // It names a second lead, which there is not.
    const role = table === 'lead_merge' ? 'replica' : 'origin';
    await tx.$executeRawUnsafe(`SET LOCAL session_replication_role = ${role}`);
    await tx.$executeRawUnsafe(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`,
      JSON.stringify(row),
    );
  }
  // Who only reads sees what who negotiates writes.
  const viewer = { leadId: LEAD, ownerId: PEOPLE.owner, userId: PEOPLE.viewer, role: 'VIEW' };
  await tx.leadCollaborator.create({ data: { id: newId(), ...viewer } });
}

/** The column that is written where only some may be. */
const WRITABLE: Record<string, string> = {
  api_token: 'revoked_at',
  calendar_feed: 'revoked_at',
  webhook_secret: 'expires_at',
  domain_event: 'position',
  absence: 'cancelled_at',
  hand_over: 'reassigned',
  scheduled_setting: 'failure',
  conflict: 'note',
  lead_merge: 'undone_at',
  hand_over_lead: 'outcome',
  audit_entry: 'before',
  receipt: 'identity',
  receipt_log: 'leaves',
  receipt_checkpoint: 'token',
};

/**
 * Tries on the one row of a table to select, insert, update and delete, as a database role with the
 * given settings. A letter stands for what the database allowed, whatever else stood against it.
 */
export const ALLOWED = `
  CREATE OR REPLACE FUNCTION pg_temp.allowed(name text, who text, actor text, territory text) RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE
    operation text;
    seen bigint;
    result text := '';
    copied jsonb;
    -- What is generated is not written.
    columns text := (SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
      WHERE attrelid = name::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '');
    changed text := (SELECT attname FROM pg_attribute WHERE attrelid = name::regclass AND attnum = 1);
  BEGIN
    EXECUTE format('SELECT to_jsonb(t) FROM %I t LIMIT 1', name) INTO copied;
    changed := coalesce((('${JSON.stringify(WRITABLE)}')::jsonb) ->> name, changed);
    FOREACH operation IN ARRAY ARRAY['S', 'I', 'U', 'D'] LOOP
      BEGIN
        PERFORM set_config('app.actor', actor, true), set_config('app.territory', territory, true),
          set_config('role', who, true);
        CASE operation
          WHEN 'S' THEN EXECUTE format('SELECT count(*) FROM %I', name) INTO seen;
          WHEN 'I' THEN
            EXECUTE format('INSERT INTO %1$I (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$I, $1)', name, columns)
              USING copied;
            seen := 1;
          WHEN 'U' THEN
            EXECUTE format('UPDATE %1$I SET %2$I = %2$I', name, changed);
            GET DIAGNOSTICS seen = ROW_COUNT;
          WHEN 'D' THEN
            EXECUTE format('DELETE FROM %I', name);
            GET DIAGNOSTICS seen = ROW_COUNT;
        END CASE;
        RAISE EXCEPTION USING ERRCODE = 'LW001';
      EXCEPTION
        WHEN SQLSTATE 'LW001' THEN IF seen > 0 THEN result := result || operation; END IF;
        WHEN insufficient_privilege THEN NULL;
        WHEN OTHERS THEN result := result || operation;
      END;
    END LOOP;
    RETURN result;
  END
  $$`;
