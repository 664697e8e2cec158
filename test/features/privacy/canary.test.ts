import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { pseudonymizeLeads } from '../../../src/features/privacy/pseudonymize-leads.js';
import { columnsOf, TEXT_TABLES } from '../../../src/features/privacy/text-columns.js';
import { parseKeyRing } from '../../../src/platform/keys/key-ring.js';
import { TEST_DATABASE_URL } from '../../support/database.js';
import { testDatabase } from '../../support/test-file.js';
import { leadWithEverything, makeOwner, system } from './lead-with-everything.js';

const db = await testDatabase();

const CLASSIFIED = new Map(
  Object.entries(TEXT_TABLES).flatMap(([table, of]) =>
    columnsOf(of).map(([column, treatment]) => [`${table}.${column}`, treatment]),
  ),
);

/** Values for columns that take no plain text. */
const PLANTED: Record<string, (canary: string) => string> = {
  'lead.tags': (canary) => `ARRAY['${canary}']`,
  'receipt.disclosures': (canary) => `ARRAY['${canary}']`,
  'import_row.problems': (canary) =>
    `'[{"code": "X", "value": "${canary}", "message": "${canary}", "more": ["${canary}"]}]'`,
};

/** Columns that have no place for a canary, and why. */
const BARREN: Record<string, string> = {
  'contact.email_tombstone': 'made here',
  'contact.phone_tombstone': 'made here',
  'audit_entry.salt': 'random, and not to be changed',
  'audit_entry.leaves': 'salts and digests, made here',
  'conflict_check.keys': 'keyed hashes, which an erasure takes out',
  'import_job.content': 'gone once the file was worked off',
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
      AND data_type NOT IN ('uuid', 'integer', 'bigint', 'numeric', 'boolean',
        'timestamp with time zone')
    ORDER BY table_name, ordinal_position`);

/** The audit trail cannot be changed otherwise. */
const pastTriggers = (sql: string) =>
  db.transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    return tx.$executeRawUnsafe(sql);
  });

/** What `pg_dump` writes; null on the embedded database, or where it is not installed. */
async function pgDump(): Promise<string | null> {
  if (!TEST_DATABASE_URL) return null;
  const url = new URL(TEST_DATABASE_URL);
  const [row] = await db.query<{ name: string }>('SELECT current_database() AS name');
  url.pathname = `/${row?.name}`;
  const options = { maxBuffer: 64 * 1024 * 1024 };
  return promisify(execFile)('pg_dump', [url.href], options).then(
    ({ stdout }) => stdout,
    (error: { code?: unknown }) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );
}

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
  const personal = (await textColumns()).filter(({ table, column }) => {
    const treatment = CLASSIFIED.get(`${table}.${column}`);
    const goesByTime = treatment && !('kept' in treatment || 'outlives' in treatment);
    return goesByTime && !(`${table}.${column}` in BARREN);
  });
  // Found by the address of the contact alone, which a canary would replace; has a test of its own.
  await db.prisma.outboxEmail.deleteMany({ where: { leadId: null } });
  for (const { table, column, type } of personal) {
    const canary = `${CANARY}-${table}-${column}`;
    const value =
      PLANTED[`${table}.${column}`]?.(canary) ??
      (type === 'jsonb' ? `'{"${canary}": ["${canary}"]}'` : `'${canary}'`);
    const planted = await pastTriggers(`UPDATE "${table}" SET "${column}" = ${value}`);
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
  const dumped = await pgDump();
  if (dumped === null) return;
  expect(dumped).toContain('Hotel Adler');
  expect(dumped).not.toContain(CANARY);
});

test('every column that can hold text is classified, and every one that is classified exists', async () => {
  const columns = (await textColumns()).map(({ table, column }) => `${table}.${column}`);
  expect([...CLASSIFIED.keys()].sort()).toEqual(columns.sort());
});

test('whatever personal data comes after its pseudonymisation makes the lead due again', async () => {
  const leadId = await leadWithEverything(db, await makeOwner(db), 'plain');
  const mark = () => db.query(`UPDATE lead SET pseudonymized_at = now() WHERE id = '${leadId}'`);
  const written = (await textColumns()).filter(({ table, column }) => {
    const treatment = CLASSIFIED.get(`${table}.${column}`);
    const personal =
      treatment &&
      !('outlives' in treatment) &&
      ('blank' in treatment || ('by' in treatment && treatment.by === 'buryContacts'));
    // Reports of imports are gone after a week, and a hash of a link says nothing.
    return personal && table !== 'import_row' && !/_(?:tombstone|hash)$/.test(column);
  });
  expect(written.length).toBeGreaterThan(18);
  for (const { table, column } of written) {
    await mark();
    const value = PLANTED[`${table}.${column}`]?.(CANARY) ?? `'${CANARY}-${column}'`;
    await db.query(`UPDATE "${table}" SET "${column}" = ${value} WHERE ${ofLead(table, leadId)}`);
    const lead = await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
    expect([table, column, lead.pseudonymizedAt]).toEqual([table, column, null]);
  }
});

test('so does what passes to it from another lead', async () => {
  const owner = await makeOwner(db);
  const [leadId, otherId] = [
    await leadWithEverything(db, owner, 'kept'),
    await leadWithEverything(db, owner, 'moved'),
  ];
  for (const table of ['contact', 'activity', 'hold']) {
    await db.query(`UPDATE lead SET pseudonymized_at = now() WHERE id = '${leadId}'`);
    const moved = await db.query(
      `UPDATE "${table}" SET lead_id = '${leadId}' ${table === 'contact' ? ', "primary" = false' : ''}
       WHERE id = (SELECT id FROM "${table}" WHERE lead_id = '${otherId}' ORDER BY id DESC LIMIT 1) RETURNING id`,
    );
    expect([table, moved.length]).toEqual([table, 1]);
    const lead = await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
    expect([table, lead.pseudonymizedAt]).toEqual([table, null]);
  }
});

function ofLead(table: string, leadId: string): string {
  if (table === 'lead') return `id = '${leadId}'`;
  const lead = `lead_id = '${leadId}'`;
  return table === 'sample_item' ? `sample_id IN (SELECT id FROM sample WHERE ${lead})` : lead;
}
