import { afterAll, expect, test } from 'vitest';
import { parseKeyRing } from '../../src/privacy/key-ring.js';
import { pseudonymizeLeads } from '../../src/privacy/pseudonymize-leads.js';
import { openTestDatabase } from '../support/database.js';
import { leadWithEverything, makeOwner, system } from './lead-with-everything.js';

const db = await openTestDatabase();
afterAll(() => db[Symbol.asyncDispose]());

/** Texts that stay, and why. Every other text column is taken to hold personal data of a lead. */
const STAYS: Record<string, Record<string, string>> = {
  user_account: { 'email name role territory locale': 'the accounts of agents' },
  lead: {
    'company_name city postal_code country business_type source territory': 'for statistics',
    'stage status end_reason currency': 'codes',
    'import_key match_key search_text': 'made of company and city',
    hold_intervals: 'numbers',
  },
  ownership: { end_reason: 'a code' },
  contact: { 'email_tombstone phone_tombstone': 'written by the pseudonymisation' },
  activity: { kind: 'a code' },
  hold: { reason: 'a code' },
  reminder: { 'kind channel': 'codes' },
  sample: { status: 'a code' },
  sample_item: { 'sku name': 'products', outcome: 'a code' },
  extension_request: { status: 'a code' },
  import_job: {
    'file_name content_hash options encoding warnings error': 'about the file, deleted with it',
    status: 'a code',
  },
  import_row: { outcome: 'a code' },
  domain_event: { 'type territory': 'codes', payload: 'free text is refused when it is written' },
  event_log: { epoch: 'of the log' },
  outbox_email: { 'template locale status': 'codes', 'dedupe_key message_id': 'made of ids' },
  job_run: { 'job trigger status error': 'of the system' },
  audit_entry: { 'request_id action entity': 'who did what' },
  setting: { 'key scope scope_key value': 'of the system' },
  policy_version: { policy: 'of the system' },
  idempotency_key: { verb: 'a code' },
};

const STAYING = new Set(
  Object.entries(STAYS).flatMap(([table, columns]) =>
    Object.keys(columns).flatMap((names) => names.split(' ').map((name) => `${table}.${name}`)),
  ),
);

/** Values for columns that take no plain text. */
const PLANTED: Record<string, (canary: string) => string> = {
  'lead.tags': (canary) => `ARRAY['${canary}']`,
  'import_row.problems': (canary) =>
    `'[{"code": "X", "value": "${canary}", "message": "${canary}", "more": ["${canary}"]}]'`,
};

const CANARY = 'canary';

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
}

const textColumns = () =>
  db.query<Column>(`
    SELECT table_name AS "table", column_name AS "column", data_type AS "type",
      is_nullable = 'YES' AS nullable
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'
      AND data_type NOT IN ('uuid', 'integer', 'bigint', 'numeric', 'boolean', 'bytea',
        'timestamp with time zone')
    ORDER BY table_name, ordinal_position`);

/** Every row of every table, as text. */
async function dump(): Promise<string[]> {
  const tables = await db.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db.query<{ text: string }>(`SELECT '${name} ' || t::text AS text FROM "${name}" t`),
    ),
  );
  return rows.flat().map(({ text }) => text);
}

test('no canary planted in any text of a lead is found in a full dump after its pseudonymisation', async () => {
  const leadId = await leadWithEverything(db, await makeOwner(db), 'plain');
  const personal = (await textColumns()).filter(
    ({ table, column }) => !STAYING.has(`${table}.${column}`),
  );
  // Found by the address of the contact alone, which a canary would replace; has a test of its own.
  await db.prisma.outboxEmail.deleteMany({ where: { leadId: null } });
  for (const { table, column, type } of personal) {
    const canary = `${CANARY}-${table}-${column}`;
    const value =
      PLANTED[`${table}.${column}`]?.(canary) ??
      (type === 'jsonb' ? `'{"${canary}": ["${canary}"]}'` : `'${canary}'`);
    const planted = await db.prisma.$executeRawUnsafe(
      `UPDATE "${table}" SET "${column}" = ${value}`,
    );
    expect(planted, `${table} has a row to plant ${column} in`).toBeGreaterThan(0);
  }
  const found = async () => {
    const text = (await dump()).join('\n');
    return [...new Set(text.match(/canary-\w+-\w+/g))].sort();
  };
  expect(await found()).toEqual(personal.map((at) => `${CANARY}-${at.table}-${at.column}`).sort());

  const keyRing = parseKeyRing(`1:${Buffer.alloc(32, 7).toString('base64')}`);
  await db.transaction((tx) => pseudonymizeLeads({ ...system(db), tx }, keyRing, [leadId]));

  expect(await found()).toEqual([]);
  expect((await dump()).join('\n')).not.toContain(CANARY);
});

test('every column that is said to stay exists', async () => {
  const columns = new Set((await textColumns()).map(({ table, column }) => `${table}.${column}`));
  expect([...STAYING].filter((name) => !columns.has(name))).toEqual([]);
});
