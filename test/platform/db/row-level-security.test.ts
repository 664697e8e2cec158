import { beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '../../../src/platform/db/open.js';
import { testDatabase } from '../../support/test-file.js';
import { ALLOWED, insertEveryRow, PEOPLE, ROWS } from './every-row.js';

const db = await testDatabase();
beforeAll(() => db.transaction(insertEveryRow));

/** Database role, actor and territory of everybody who tries. */
const WHO = {
  nobody: ['leadwarden_none', PEOPLE.owner, 'NORTH'],
  'agent without id': ['leadwarden_rep', '', 'NORTH'],
  'manager without territory': ['leadwarden_manager', PEOPLE.other, ''],
  'other agent': ['leadwarden_rep', PEOPLE.other, ''],
  'other territory': ['leadwarden_manager', PEOPLE.other, 'SOUTH'],
  owner: ['leadwarden_rep', PEOPLE.owner, ''],
  negotiator: ['leadwarden_rep', PEOPLE.helper, ''],
  onlooker: ['leadwarden_rep', PEOPLE.viewer, ''],
  'own territory': ['leadwarden_manager', PEOPLE.other, 'NORTH'],
  market: ['leadwarden_market_manager', PEOPLE.other, ''],
  admin: ['leadwarden_admin', PEOPLE.other, ''],
  auditor: ['leadwarden_auditor', PEOPLE.other, ''],
  wallboard: ['leadwarden_wallboard', PEOPLE.owner, ''],
  service: ['leadwarden_service', PEOPLE.other, ''],
  'reading service': ['leadwarden_service', PEOPLE.owner, ''],
  jobs: ['leadwarden_jobs', '', ''],
  lookup: ['leadwarden_lookup', PEOPLE.other, ''],
  pool: ['leadwarden_pool', PEOPLE.other, ''],
} as const;
type Who = keyof typeof WHO;

type Allowed = Partial<Record<Who, string>>;

const HELPERS = { negotiator: 'SIU', onlooker: 'S' };
const ONLOOKERS = { negotiator: 'S', onlooker: 'S' };
const WRITERS = { owner: 'SIU', 'own territory': 'SIU', market: 'SIU', admin: 'SIU' };
const READERS = { auditor: 'S', wallboard: 'S' };
const EVERYBODY = {
  'manager without territory': 'S',
  'other agent': 'S',
  'other territory': 'S',
  owner: 'S',
  ...ONLOOKERS,
  'own territory': 'S',
  market: 'S',
  admin: 'S',
  ...READERS,
  service: 'S',
};

const { wallboard: _, ...ALL_BUT_WALLBOARDS } = EVERYBODY;

/** What the program may with whose eyes the endpoint sees, where it is another thing than what other programs may. */
const READING_SERVICE: Record<string, string | undefined> = {
  hand_over: undefined,
  hand_over_lead: undefined,
  webhook: 'S',
  webhook_secret: 'S',
  webhook_delivery: 'S',
  webhook_attempt: 'S',
  // What it asked, did and told itself.
  conflict_check: 'SI',
  conflict: 'SIU',
  domain_event: 'SI',
  audit_entry: 'SI',
  idempotency_key: 'SI',
  receipt: 'SI',
};

/**
 * Who may select, insert, update and delete the row of `every-row.ts`. Whoever is not named may do
 * nothing at all.
 */
const EXPECTED_OF_MOST: Record<string, Allowed> = {
  user_account: {
    'manager without territory': 'S',
    'other agent': 'S',
    'other territory': 'S',
    owner: 'S',
    ...ONLOOKERS,
    'own territory': 'S',
    market: 'S',
    admin: 'SIU',
    auditor: 'S',
    wallboard: 'S',
    service: 'S',
    jobs: 'SIU',
  },
  // The system writes when it was used, which is another column than the one tried.
  api_token: { admin: 'SIU', auditor: 'S', jobs: 'S' },
  absence: {
    'manager without territory': 'S',
    'other agent': 'S',
    'other territory': 'S',
    owner: 'SIU',
    ...ONLOOKERS,
    'own territory': 'SIU',
    market: 'SIU',
    admin: 'SIU',
    auditor: 'S',
    service: 'S',
    jobs: 'S',
  },
  lead: {
    ...WRITERS,
    negotiator: 'SU',
    onlooker: 'S',
    ...READERS,
    service: 'SIU',
    jobs: 'SIU',
    lookup: 'S',
  },
  // Triggers write what changed in the name of whoever changes a lead.
  lead_count: {
    'own territory': 'S',
    market: 'S',
    admin: 'S',
    ...READERS,
    service: 'S',
    jobs: 'SIUD',
  },
  lead_count_change: {
    'manager without territory': 'I',
    'other agent': 'I',
    'other territory': 'I',
    owner: 'I',
    negotiator: 'I',
    onlooker: 'I',
    'own territory': 'SI',
    market: 'SI',
    admin: 'SI',
    ...READERS,
    service: 'SI',
    jobs: 'SID',
  },
  lead_collaborator: {
    owner: 'SIUD',
    // They may leave.
    negotiator: 'SD',
    onlooker: 'SD',
    'own territory': 'SIUD',
    market: 'SIUD',
    admin: 'SIUD',
    ...READERS,
    service: 'S',
    jobs: 'SIUD',
  },
  ownership: { ...WRITERS, ...ONLOOKERS, ...READERS, service: 'SI', jobs: 'SIU', lookup: 'S' },
  contact: {
    owner: 'SIUD',
    negotiator: 'SIUD',
    onlooker: 'S',
    'own territory': 'SIUD',
    market: 'SIUD',
    admin: 'SIUD',
    auditor: 'S',
    service: 'SI',
    jobs: 'SIU',
    lookup: 'S',
  },
  activity: { ...WRITERS, ...HELPERS, ...READERS, service: 'SI', jobs: 'SIU' },
  hold: { ...WRITERS, ...HELPERS, ...READERS, service: 'SU', jobs: 'SIU' },
  reminder: { ...WRITERS, ...HELPERS, ...READERS, service: 'SI', jobs: 'SIU' },
  sample: { ...WRITERS, ...HELPERS, ...READERS, service: 'SU', jobs: 'SU' },
  sample_item: { ...WRITERS, ...HELPERS, ...READERS, service: 'S', jobs: 'SU' },
  extension_request: { ...WRITERS, ...ONLOOKERS, ...READERS, service: 'S', jobs: 'SU' },
  // By the one who asked for it.
  hand_over: {
    'manager without territory': 'SI',
    'other territory': 'SI',
    'own territory': 'SI',
    market: 'SI',
    admin: 'SI',
    auditor: 'S',
    service: 'S',
    jobs: 'SIUD',
  },
  hand_over_lead: {
    'manager without territory': 'S',
    'other territory': 'S',
    'own territory': 'SI',
    market: 'SI',
    admin: 'SI',
    auditor: 'S',
    service: 'S',
    jobs: 'SIU',
  },
  import_job: {
    owner: 'SIU',
    market: 'SIU',
    admin: 'SIU',
    auditor: 'S',
    service: 'S',
    jobs: 'SUD',
  },
  import_row: { owner: 'S', market: 'S', admin: 'S', auditor: 'S', service: 'S', jobs: 'SIU' },
  // What the owner did is told in nobody else's name.
  domain_event: {
    owner: 'SI',
    ...ONLOOKERS,
    'own territory': 'S',
    market: 'S',
    admin: 'S',
    auditor: 'S',
    wallboard: 'S',
    service: 'S',
    jobs: 'SIUD',
  },
  domain_event_archive: { admin: 'S', auditor: 'S', jobs: 'SID' },
  event_log: { ...EVERYBODY, jobs: 'SU' },
  outbox_email: {
    owner: 'I',
    negotiator: 'I',
    onlooker: 'I',
    'own territory': 'I',
    market: 'I',
    admin: 'SIU',
    auditor: 'S',
    service: 'I',
    jobs: 'SIUD',
  },
  webhook: { admin: 'SIUD', auditor: 'S', jobs: 'SU' },
  webhook_secret: { admin: 'SIUD', auditor: 'S', jobs: 'S' },
  webhook_delivery: { admin: 'SIU', auditor: 'S', jobs: 'SIUD' },
  webhook_attempt: { admin: 'S', auditor: 'S', jobs: 'SI' },
  // What the owner asked for and met in the territory; managers decide.
  conflict: {
    owner: 'SI',
    'own territory': 'SU',
    market: 'SU',
    admin: 'SU',
    auditor: 'S',
    service: 'SU',
    jobs: 'SIUD',
  },
  // What the owner asked, in the territory.
  conflict_check: {
    owner: 'SI',
    'own territory': 'S',
    market: 'S',
    admin: 'S',
    auditor: 'S',
    jobs: 'SID',
  },
  lead_merge: {
    'own territory': 'SIU',
    market: 'SIU',
    admin: 'SIU',
    auditor: 'S',
    service: 'S',
    jobs: 'S',
  },
  job_run: {
    'manager without territory': 'S',
    'other territory': 'S',
    'own territory': 'S',
    market: 'S',
    admin: 'S',
    auditor: 'S',
    wallboard: 'S',
    service: 'S',
    jobs: 'SIUD',
  },
  // Of a lead that they see: without before and after.
  audit_entry: {
    owner: 'SI',
    ...ONLOOKERS,
    'own territory': 'S',
    market: 'S',
    admin: 'S',
    ...READERS,
    service: 'S',
    jobs: 'SIU',
  },
  audit_chain: { admin: 'S', auditor: 'S', jobs: 'SU' },
  pseudonym_key_mark: { jobs: 'SI' },
  setting: { ...EVERYBODY, admin: 'SIU', jobs: 'SIU' },
  scheduled_setting: { admin: 'SIU', auditor: 'S', jobs: 'SU' },
  policy_version: { ...EVERYBODY, admin: 'SI', jobs: 'SI' },
  policy_default: { jobs: 'SIU' },
  idempotency_key: { owner: 'SI', jobs: 'SID' },
  // What the owner did, in the territory.
  receipt: {
    owner: 'SI',
    'own territory': 'S',
    market: 'S',
    admin: 'S',
    auditor: 'S',
    service: 'S',
    jobs: 'SIU',
  },
  receipt_follower: { owner: 'SID', jobs: 'S' },
  import_mapping: { owner: 'SIUD' },
  calendar_feed: { owner: 'SIU', admin: 'SIU', jobs: 'S' },
  calendar_entry: { jobs: 'SIUD' },
  receipt_log: { ...ALL_BUT_WALLBOARDS, jobs: 'SU' },
  receipt_tile: { ...ALL_BUT_WALLBOARDS, jobs: 'SIU' },
  receipt_key: { ...ALL_BUT_WALLBOARDS, jobs: 'SI' },
  receipt_checkpoint: { ...ALL_BUT_WALLBOARDS, jobs: 'SIU' },
};

const EXPECTED: Record<string, Allowed> = Object.fromEntries(
  Object.entries(EXPECTED_OF_MOST).map(([table, allowed]) => {
    const reading = table in READING_SERVICE ? READING_SERVICE[table] : allowed.service;
    return [table, reading === undefined ? allowed : { ...allowed, 'reading service': reading }];
  }),
);

async function allowedOn(tx: Tx, table: string, who = Object.keys(WHO) as Who[]): Promise<Allowed> {
  await tx.$executeRawUnsafe(ALLOWED);
  const tried = who.map((name) => {
    const [role, actor, territory] = WHO[name];
    return `('${name}', pg_temp.allowed('${table}', '${role}', '${actor}', '${territory}'))`;
  });
  const rows = await tx.$queryRawUnsafe<{ who: Who; allowed: string }[]>(
    `SELECT * FROM (VALUES ${tried.join(', ')}) AS tried (who, allowed) WHERE allowed <> ''`,
  );
  return Object.fromEntries(rows.map(({ who: name, allowed }) => [name, allowed]));
}

/** Of what is expected, the part about some. */
function expectedOf(table: string, who: readonly Who[]): Allowed {
  const all = Object.entries(EXPECTED[table] ?? {});
  return Object.fromEntries(all.filter(([name]) => who.includes(name as Who)));
}

/** What `change` makes of who may do what; nothing of it stays. */
async function changedBy(tx: Tx, change: string, table: string, who: Who[]): Promise<Allowed> {
  await tx.$executeRaw`SAVEPOINT before`;
  await tx.$executeRawUnsafe(change);
  const allowed = await allowedOn(tx, table, who);
  await tx.$executeRaw`ROLLBACK TO SAVEPOINT before`;
  return allowed;
}

describe('the catalogue', () => {
  test('has row-level security on every table, forced, and policies for Leadwarden roles alone', async () => {
    const tables = await db.query<{ name: string; whole: boolean }>(
      `SELECT relname::text AS name, relrowsecurity AND relforcerowsecurity
         AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid) AS whole
       FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
         AND relname <> '_prisma_migrations'`,
    );
    expect(tables.filter(({ whole }) => !whole)).toEqual([]);
    expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(EXPECTED).sort());
    const strangers = await db.query(
      `SELECT tablename::text, policyname::text, roles::text FROM pg_policies
       WHERE NOT roles::text[] <@ $1::text[]`,
      [Object.values(WHO).map(([role]) => role)],
    );
    expect(strangers).toEqual([]);
  });

  test.each([
    ['API token', 'api_token', 'secret_hash'],
    ['calendar', 'calendar_feed', 'token_hash'],
    ['webhook', 'webhook_secret', 'sealed'],
  ])('shows nobody but the system what is stored of the secret of a %s', async (_, table, column) => {
    const readers = await db.query<{ role: string }>(
      `SELECT rolname::text AS role FROM pg_roles WHERE rolname LIKE 'leadwarden_%' AND rolname NOT LIKE 'leadwarden_test_%'
         AND has_column_privilege(rolname, $1, $2, 'SELECT') ORDER BY 1`,
      [table, column],
    );
    expect(readers.map(({ role }) => role)).toEqual(['leadwarden_jobs', 'leadwarden_none']);
  });

  test('has roles that cannot log in, bypass nothing and own nothing', async () => {
    expect(
      await db.query(
        `SELECT rolname::text FROM pg_roles WHERE rolname LIKE 'leadwarden_%' AND rolname NOT LIKE 'leadwarden_test_%' AND (rolsuper OR rolbypassrls
           OR rolcanlogin OR rolinherit OR rolcreaterole OR rolcreatedb
           OR EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid)
           OR EXISTS (SELECT FROM pg_proc WHERE proowner = pg_roles.oid)
           OR EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid)
           OR has_schema_privilege(pg_roles.oid, 'public', 'CREATE'))`,
      ),
    ).toEqual([]);
  });

  test('has no view and no function that looks past the policies', async () => {
    const past = await db.query(
      `SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND
         (relkind = 'm' OR (relkind = 'v' AND NOT coalesce(reloptions @> '{security_invoker=true}', false)))
       UNION ALL
       SELECT proname::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef`,
    );
    expect(past).toEqual([]);
  });

  test('shows nobody how far the schema is, and lets nobody write without an identity', async () => {
    const granted = await db.query(
      `SELECT grantee::text, table_name::text, privilege_type::text FROM information_schema.role_table_grants
       WHERE grantee LIKE 'leadwarden_%' AND grantee NOT LIKE 'leadwarden_test_%' AND (table_name = '_prisma_migrations'
         OR grantee = 'leadwarden_none' AND privilege_type <> 'SELECT' OR privilege_type IN ('TRUNCATE', 'TRIGGER'))`,
    );
    expect(granted).toEqual([]);
  });
});

describe('who may do what with the row of', () => {
  test.each(Object.keys(EXPECTED))('%s', async (table) => {
    expect(Object.keys(ROWS)).toContain(table);
    expect(await db.transaction((tx) => allowedOn(tx, table))).toEqual(EXPECTED[table]);
  });
});

test('a collaborator cannot make the lead their own, nor give it back', async () => {
  await db.transaction(async (tx) => {
    for (const change of [
      `owner_id = '${PEOPLE.helper}'`,
      "owner_id = NULL, status = 'RELEASED'",
    ]) {
      await tx.$executeRaw`SAVEPOINT before`;
      await tx.$executeRawUnsafe(
        `SELECT set_config('role', 'leadwarden_rep', true), set_config('app.actor', '${PEOPLE.helper}', true)`,
      );
      await expect(tx.$executeRawUnsafe(`UPDATE lead SET ${change}`)).rejects.toThrow(
        /may not give away or take lead/,
      );
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT before`;
    }
  });
});

test('whoever names themselves the owner of a foreign lead opens it to nobody', async () => {
  const change = `UPDATE lead_collaborator SET owner_id = '${PEOPLE.other}'`;
  const who: Who[] = ['negotiator', 'onlooker'];
  for (const table of ['lead', 'contact', 'activity', 'domain_event']) {
    expect(await db.transaction((tx) => changedBy(tx, change, table, who))).toEqual({});
  }
});

interface Probe {
  /** How the row has to be first. */
  given?: string;
  /** Who tries. */
  as:
    | 'leadwarden_rep'
    | 'leadwarden_manager'
    | 'leadwarden_wallboard'
    | 'leadwarden_jobs'
    | 'leadwarden_pool';
  /** What must not get past the policy: it returns no row, or fails. */
  sql: string;
  /** The other way round: the policy is what lets it past. */
  opens?: true;
}

/** An event of the lead, by its first owner, in somebody's stream. */
function tellAs(ownerId: string): string {
  return `WITH told AS (INSERT INTO domain_event
      (id, type, occurred_at, actor_id, lead_id, owner_id, payload)
    VALUES (gen_random_uuid(), 'LEAD_UPDATED', now(), '${PEOPLE.owner}', '${ROWS.lead?.id}', '${ownerId}', '{}'))
    SELECT 1 AS id`;
}

/** For policies that the row tried does not show, as it is. */
const PROBES: Record<string, Probe> = {
  'no_other_owner on ownership': {
    as: 'leadwarden_rep',
    sql: `UPDATE ownership SET owner_id = '${PEOPLE.other}' RETURNING id`,
  },
  'no_webhooks on domain_event': {
    given: `UPDATE domain_event SET type = 'WEBHOOK_CHANGED'`,
    as: 'leadwarden_wallboard',
    sql: 'SELECT id FROM domain_event',
  },
  'no_foreign_refusal on domain_event': {
    given: `WITH refused AS (UPDATE domain_event SET type = 'REGISTRATION_REFUSED', lead_id = NULL)
      SELECT set_config('app.territory', 'SOUTH', true)`,
    as: 'leadwarden_manager',
    sql: 'SELECT id FROM domain_event',
  },
  'no_foreign_lead on domain_event': {
    given: `UPDATE lead SET owner_id = '${PEOPLE.helper}'`,
    as: 'leadwarden_rep',
    sql: tellAs(PEOPLE.owner),
  },
  'no_foreign_stream on domain_event': { as: 'leadwarden_rep', sql: tellAs(PEOPLE.other) },
  'no_foreign_lead on audit_entry': {
    given: `UPDATE lead SET owner_id = '${PEOPLE.helper}'`,
    as: 'leadwarden_rep',
    sql: `WITH written AS (INSERT INTO audit_entry
        (id, occurred_at, actor_id, action, entity, entity_id, lead_id)
      VALUES (gen_random_uuid(), now(), '${PEOPLE.owner}', 'a', 'Lead', gen_random_uuid(), '${ROWS.lead?.id}'))
      SELECT 1 AS id`,
  },
  'pool on lead': {
    given: `UPDATE lead SET owner_id = NULL, status = 'RELEASED', end_reason = 'RELEASED', ended_at = now()`,
    as: 'leadwarden_pool',
    sql: 'SELECT id FROM lead',
    opens: true,
  },
  'only_old on domain_event': {
    given: 'UPDATE domain_event SET occurred_at = clock_timestamp()',
    as: 'leadwarden_jobs',
    sql: 'DELETE FROM domain_event RETURNING id',
  },
};

/** Whether the database refuses it, and would not without the policy. */
async function probeNotices(tx: Tx, policy: string): Promise<boolean> {
  const probe = PROBES[policy];
  if (!probe) return false;
  const [name, table] = policy.split(' on ');
  const outcomes: string[] = [];
  for (const before of ['SELECT 1', `DROP POLICY "${name}" ON ${table}`]) {
    await tx.$executeRaw`SAVEPOINT before`;
    await tx.$executeRawUnsafe(before);
    await tx.$executeRawUnsafe(probe.given ?? 'SELECT 1');
    await tx.$executeRawUnsafe(
      `SELECT set_config('role', '${probe.as}', true), set_config('app.actor', '${PEOPLE.owner}', true)`,
    );
    outcomes.push(
      await tx.$queryRawUnsafe<unknown[]>(probe.sql).then(
        (rows) => (rows.length > 0 ? 'past' : 'refused'),
        // Nobody is called so: the foreign key is asked only of what the policies let past.
        ({ message }: Error) => (/row-level security/.test(message) ? 'refused' : 'past'),
      ),
    );
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT before`;
  }
  return outcomes.join() === (probe.opens ? 'past,refused' : 'refused,past');
}

describe('these tests notice', () => {
  test('when any policy is missing, also one that only restricts', async () => {
    const policies = await db.query<{ table: string; name: string; roles: string[] }>(
      `SELECT tablename::text AS "table", policyname::text AS name, roles::text[] AS roles
       FROM pg_policies`,
    );
    expect(policies.length).toBeGreaterThan(60);
    const unnoticed = await db.transaction(
      async (tx) => {
        const names: string[] = [];
        for (const { table, name, roles } of policies) {
          const who = (Object.keys(WHO) as Who[]).filter((one) => roles.includes(WHO[one][0]));
          const changed = await changedBy(tx, `DROP POLICY "${name}" ON ${table}`, table, who);
          const expected = JSON.stringify(Object.entries(expectedOf(table, who)).sort());
          const unchanged = JSON.stringify(Object.entries(changed).sort()) === expected;
          const policy = `${name} on ${table}`;
          if (unchanged && !(await probeNotices(tx, policy))) names.push(policy);
        }
        return names;
      },
      { timeoutMs: 300_000 },
    );
    expect(unnoticed).toEqual([]);
  }, 300_000);

  test('when row-level security is off', async () => {
    const unnoticed = await db.transaction(async (tx) => {
      const names: string[] = [];
      for (const table of Object.keys(EXPECTED)) {
        const off = `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`;
        const { nobody } = await changedBy(tx, off, table, ['nobody']);
        if (nobody !== 'S') names.push(table);
      }
      return names;
    });
    expect(unnoticed).toEqual([]);
  });
});
