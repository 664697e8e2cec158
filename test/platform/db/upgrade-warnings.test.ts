import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../../src/platform/db/migrate.js';
import { readMigrations } from '../../../src/platform/db/migration-files.js';
import { openEmptyBackend } from '../../support/database.js';

const backend = await openEmptyBackend();
afterAll(() => backend[Symbol.asyncDispose]());

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [REP, MANAGER] = [id(1), id(2)];
const LEADS = { delivered: 10, late: 11, dead: 12, unwritten: 13 } as const;
const ISSUED = '2026-03-01T00:00:00.000Z';
const WINDOW = '2026-01-01T09:00:00.000Z';

const MAILS: Record<keyof typeof LEADS, string | null> = {
  delivered: `'SENT', '2026-03-01T00:02:00Z'`,
  late: `'SENT', '2026-03-04T00:00:00Z'`,
  dead: `'DEAD', NULL`,
  unwritten: null,
};

/** As the program wrote it that took a warning for sent once it was issued. */
function before(): string {
  const people = `
    INSERT INTO user_account (id, email, name, role) VALUES
      ('${REP}', 'rep@example.com', 'Rep', 'REP'), ('${MANAGER}', 'm@example.com', 'Manager', 'MANAGER');`;
  const leads = Object.entries(LEADS).map(([what, n]) => {
    const mail = MAILS[what as keyof typeof LEADS];
    return `
      INSERT INTO lead (id, company_name, city, stage, owner_id, registered_at, assigned_at, progress_anchor,
        warning_due_at, progress_deadline, warned_at, grace_ends_at, base_ends_at, expires_at, match_key, search_text)
      VALUES ('${id(n)}', '${what}', 'Ulm', 'REGISTERED', '${REP}', '${WINDOW}', '${WINDOW}', '${WINDOW}',
        '2026-02-23T09:00:00Z', '2026-03-02T09:00:00Z', '${ISSUED}', '2026-03-11T00:00:00Z', '2026-07-01T08:00:00Z',
        '2026-03-11T00:00:00Z', '${what}', '${what}');
      INSERT INTO ownership (id, lead_id, owner_id, assigned_at)
      VALUES ('${id(n + 100)}', '${id(n)}', '${REP}', '${WINDOW}');
      INSERT INTO reminder (id, lead_id, ownership_id, recipient_id, kind, window_start, due_at, sent_at, created_at)
      VALUES ('${id(n + 200)}', '${id(n)}', '${id(n + 100)}', '${REP}', 'PROGRESS_WARNING', '${WINDOW}',
        '2026-02-23T09:00:00Z', '${ISSUED}', '${ISSUED}');
      ${
        mail === null
          ? ''
          : `INSERT INTO outbox_email (id, template, locale, recipient, data, dedupe_key, lead_id, message_id, status, sent_at)
             VALUES ('${id(n + 300)}', 'progress-warning', 'de', 'rep@example.com', '{}',
               'progress-warning:${id(n)}:${WINDOW}', '${id(n)}', '<${n}@x>', ${mail});`
      }`;
  });
  const holds = [REP, MANAGER].map(
    (who, n) => `
      INSERT INTO hold (id, lead_id, ownership_id, started_by_id, reason, start_at)
      VALUES ('${id(400 + n)}', '${id(13)}', '${id(113)}', '${who}', 'SUPPLY_ISSUE', '2026-02-01T00:00:00Z');`,
  );
  return [people, ...leads, ...holds].join('\n');
}

beforeAll(async () => {
  const all = await readMigrations();
  const earlier = all.migrationDirectories.filter(({ path }) => path < '20261130105000');
  await migrate(backend, { ...all, migrationDirectories: earlier });
  await backend.inOneSession((_session, runScript) => runScript(before()));
  await migrate(backend);
});

const rows = (sql: string) =>
  backend.inOneSession(
    async (session) => (await session.queryRaw({ sql, args: [], argTypes: [] })).rows,
  );

test('a warning that had left within a day counts as before, one that had not is judged anew', async () => {
  expect(
    await rows(`
      SELECT company_name, reminder.sent_at = '${ISSUED}', reminder.sent_at IS NULL,
        reminder.delivered_at IS NOT NULL, lead.warning_issued_at = '${ISSUED}', policy_version
      FROM lead JOIN reminder ON reminder.lead_id = lead.id ORDER BY company_name`),
  ).toEqual([
    ['dead', null, true, false, true, 0],
    ['delivered', true, false, true, true, 1],
    ['late', false, false, true, true, 0],
    ['unwritten', null, true, false, true, 0],
  ]);
});

test('an open hold of an agent gets an end in the future, one of a manager stays open', async () => {
  expect(
    await rows(`
      SELECT ends_by IS NULL, ends_by > now() + interval '89 days' FROM hold ORDER BY id`),
  ).toEqual([
    [false, true],
    [true, null],
  ]);
});
