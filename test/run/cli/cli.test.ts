import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockDataDir } from '../../../src/platform/db/lock-data-dir.js';
import { KNOWN_SETTINGS } from '../../../src/platform/settings/registry.js';
import { runCli } from '../../../src/run/cli/run-cli.js';
import { parseConfig } from '../../../src/run/config.js';
import { buildProgram } from '../../faults/replica.js';
import {
  createTestDatabase,
  dropTestDatabase,
  openTestDatabaseAt,
  TEST_DATABASE_URL,
} from '../../support/database.js';

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

let dir: string;
let env: Record<string, string>;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lw-'));
  env = { DATA_DIR: join(dir, 'data') };
  if (TEST_DATABASE_URL) env.DATABASE_URL = await createTestDatabase();
});

afterAll(async () => {
  if (env.DATABASE_URL) await dropTestDatabase(env.DATABASE_URL);
  await rm(dir, { recursive: true, force: true });
});

/** Within this process, which saves it from loading the program each time. */
async function cli(args: readonly string[], changes: Record<string, string> = {}): Promise<Ended> {
  const ended: Ended = { code: null, stdout: '', stderr: '' };
  ended.code = await runCli(args, {
    env: { ...env, ...changes },
    out: (text) => {
      ended.stdout += text;
    },
    err: (text) => {
      ended.stderr += text;
    },
  });
  return ended;
}

const EVA = ['user', '--email', 'Eva@Example.com', '--name', 'Eva Erste', '--role', 'MANAGER'];

describe('on a database of its own', { timeout: 240_000 }, () => {
  let migrated: Ended;
  let seeded: Ended;
  let added: Ended;
  beforeAll(async () => {
    migrated = await cli(['migrate']);
    seeded = await cli(['seed']);
    added = await cli([...EVA, '--territory', 'Nord', '--locale', 'en']);
  }, 240_000);

  test('migrate names what it applied, and then says that all is up to date', async () => {
    expect(migrated).toMatchObject({ code: 0, stderr: '' });
    expect(migrated.stdout).toMatch(/^\d{14}_init\n/);
    expect(await cli(['migrate'])).toEqual({ code: 0, stdout: 'up to date\n', stderr: '' });
  });

  test('seed prints who is there', () => {
    expect(seeded).toMatchObject({ code: 0, stderr: '' });
    expect(seeded.stdout).toMatch(/^ADMIN +admin@example\.com$/m);
    expect(seeded.stdout).toMatch(/^REP +anna@example\.com$/m);
  });

  test('user lets somebody in, and nobody twice', async () => {
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(added.stdout).toMatch(/^MANAGER +eva@example\.com +[0-9a-f-]{36}\n$/);
    expect(await cli(EVA)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'error: There is a user with the e-mail eva@example.com already.\n',
    });
  });

  test('token prints nothing but the token, and signs for nobody unknown', async () => {
    const result = await cli(['token', '--as', 'Anna@example.com', '--days', '2']);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const { email, iat = 0, exp = 0 } = decodeJwt(result.stdout.trim());
    expect(email).toBe('anna@example.com');
    expect(exp - iat).toBe(2 * 86_400);

    const unknown = await cli(['token', '--as', 'eve@example.com']);
    expect(unknown).toMatchObject({ code: 1, stdout: '' });
    expect(unknown.stderr).toMatch(/^error: eve@example\.com: no active user .*anna@example\.com/);
  });

  test('import reports each row that became no lead, and jobs find the leads', async () => {
    const file = join(dir, 'leads.csv');
    await writeFile(
      file,
      'Company,City,Email\nHotel Adler,Ulm,\n,Bonn,\nHotel Adler,Ulm,\nHotel Mond,Kiel,nobody\n',
    );
    const args = ['import', file, '--as', 'Admin@example.com', '--owner', 'anna@example.com'];
    const first = await cli(args);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^line 3: REJECTED Company: Company is empty/),
      'line 4: DUPLICATE of line 2',
      expect.stringMatching(/^line 5: REJECTED Email: “nobody” is no e-mail address/),
      'FINISHED: 4 rows: 1 created, 1 duplicates, 2 rejected.',
    ]);
    const again = await cli(args);
    expect(again.stdout).toBe(`This file was imported before; nothing changes.\n${first.stdout}`);

    const ahead = new Date(Date.now() + 55 * 86_400_000).toISOString();
    const dryRun = await cli(['job', 'progress-warning', '--dry-run', '--as-of', ahead]);
    expect(dryRun).toMatchObject({ code: 0, stderr: '' });
    expect(dryRun.stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^ACTION +ENTITY +ID +DUE$/),
      expect.stringMatching(/^WARN +Lead +[0-9a-f-]{36} +\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      `1 affected as of ${ahead}; dry run.`,
    ]);
    const real = await cli(['job', 'progress-warning']);
    expect(real).toMatchObject({ code: 0, stderr: '' });
    expect(real.stdout).toMatch(/^progress-warning +SUCCEEDED +0 +0$/m);
  });

  test('settings are shown, changed by an admin with a reason, and looked up', async () => {
    const key = 'protection.progressDays';
    const shown = await cli(['settings', 'get', key]);
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toMatch(
      /^KEY +VALUE +VERSION +CHANGED\nprotection.progressDays +60 +0 +default\n$/,
    );
    const all = await cli(['settings', 'get']);
    expect(all.stdout.trimEnd().split('\n')).toHaveLength(KNOWN_SETTINGS.length + 1);

    const preview = await cli(['settings', 'preview', key, '45']);
    expect(preview).toEqual({
      code: 0,
      stderr: '',
      stdout:
        'BEFORE     AFTER      LEADS\nPROTECTED  PROTECTED  1\n1 of 1 leads would change: 0 warned, 0 expired, 0 paused at once; nothing was written.\n',
    });
    const csv = await cli(['settings', 'preview', key, '45', '--csv']);
    expect(csv).toMatchObject({ code: 0, stderr: '' });
    expect(csv.stdout.trimEnd().split('\r\n')).toEqual([
      '"Lead id","Company","City","Owner","State before","State after","Expires before","Expires after"',
      expect.stringMatching(
        /^"[\w=]+","Hotel Adler","Ulm","anna@example.com","PROTECTED","PROTECTED","20.*Z","20.*Z"$/,
      ),
    ]);
    const as = ['--as', 'admin@example.com'];
    const set = ['settings', 'set', key, '45', ...as];
    expect(await cli([...set, '--dry-run'])).toEqual(preview);
    expect(await cli(set)).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'error: reason: nothing given, allowed is why it is changed, in at least three letters\n',
    });
    const done = await cli([...set, '--reason', 'As agreed', '--business-type', 'HOTEL']);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    const again = await cli([...set, '--reason', 'As agreed']);
    expect(again.stdout).toMatch(/^protection.progressDays +45 +3 +20\d\d-.*Z$/m);
    expect((await cli([...set, '--reason', 'As agreed'])).stdout).toBe(
      'protection.progressDays is that already; nothing changes.\n',
    );
    expect((await cli(['settings', 'history', key])).stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^WHEN +WHO +FOR +BEFORE +AFTER +REASON$/),
      expect.stringMatching(/^20.*Z +admin@example.com +all +60 +45 +As agreed$/),
      expect.stringMatching(/^20.*Z +admin@example.com +HOTEL +null +45 +As agreed$/),
    ]);

    expect(await cli(['settings', 'get', 'nonsense'])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^error: "nonsense" is no setting, allowed is a key/),
    });
    const notAdmin = ['settings', 'set', key, '50', '--as', 'anna@example.com', '--reason', 'Want'];
    expect(await cli(notAdmin)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'error: REP may not updateSetting, allowed is ADMIN\n',
    });
    expect(await cli(['settings', 'set', key, '0', ...as, '--reason', 'As agreed'])).toMatchObject({
      code: 1,
      stderr: 'error: value: 0 given, allowed is 1 to 36500\n',
    });
  });

  test('doctor says what it checked, and ends with 1 once somebody changed the audit trail', async () => {
    const sound = await cli(['doctor']);
    expect(sound).toMatchObject({ code: 0, stderr: '' });
    expect(sound.stdout).not.toContain('PROBLEM');
    expect(sound.stdout).toMatch(
      /^OK +audit trail +\d+ entries verified .* head \d+ [0-9a-f]{64}$/m,
    );

    const [, position, hash = ''] = /head (\d+) ([\da-f]{64})$/m.exec(sound.stdout) ?? [];
    expect(await cli(['doctor', '--checkpoint', `${position}:${hash}`])).toMatchObject({ code: 0 });
    const forged = `${position}:${hash}:1:${hash}`;
    const unsealed = await cli(['doctor', '--checkpoint', forged]);
    expect(unsealed).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^PROBLEM +audit trail +.*PSEUDONYM_KEYS/m),
    });
    const malformed = await cli(['doctor', '--checkpoint', `${position}:x`]);
    expect(malformed).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('as it was mailed'),
    });

    const db = await openTestDatabaseAt(parseConfig(env).database);
    const change = (sql: string) =>
      db.transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
        await tx.$executeRawUnsafe(sql);
      });
    await change(`UPDATE audit_entry SET action = 'x' || action WHERE position = 2`);
    await db[Symbol.asyncDispose]();
    const broken = await cli(['doctor']);
    expect(broken.code).toBe(1);
    expect(broken.stderr).toMatch(/^error: 1 of \d+ checks found a problem\.\n$/);
    expect(broken.stdout).toMatch(/^PROBLEM +audit trail +broken at position 2: entry/m);
  });

  test('a process that is given a file nobody understands ends by itself, with 1', async () => {
    const file = join(dir, 'empty.csv');
    await writeFile(file, 'Foo,Bar\n1,2\n');
    // Built, because to load the sources one by one takes longer.
    await using program = await buildProgram();
    const args = ['import', file, '--as', 'admin@example.com'];
    const { code, said } = await program.command(args, env);
    expect(code).toBe(1);
    expect(said).toContain('FAILED');
    expect(said).toMatch(/^error: .*column/ims);
    expect(said).not.toContain('    at ');
  });

  test('an unknown person is named, with those who are known', async () => {
    const file = join(dir, 'one.csv');
    await writeFile(file, 'Company,City\nHotel Stern,Ulm\n');
    const people = ['--as', 'nobody@example.com', '--owner', 'wall@example.com'];
    const result = await cli(['import', file, ...people]);
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toMatch(
      /^error: nobody@example\.com, wall@example\.com: no active ADMIN/,
    );
    expect(result.stderr).toContain('anna@example.com');
  });
});

// A server serves any number of processes; what a running Leadwarden does is tried in running-server.test.ts.
describe.skipIf(TEST_DATABASE_URL)('while another command holds the embedded database', () => {
  let held: Record<string, string>;
  let release: () => Promise<void>;
  beforeAll(async () => {
    held = { DATA_DIR: join(dir, 'held') };
    ({ release } = await lockDataDir(join(dir, 'held', 'postgres')));
  });
  afterAll(() => release());

  test.each([
    [['job', 'protection-expiry', '--dry-run']],
    [['import', 'package.json', '--as', 'anna@example.com']],
    [['token', '--as', 'anna@example.com']],
    [['seed']],
  ])('%j says which process it is, and what to do', async (args) => {
    const result = await cli(args, held);
    expect(result).toMatchObject({ code: 69, stdout: '' });
    expect(result.stderr).toBe(
      `error: The data directory ${join(dir, 'held', 'postgres')} is in use by the process ${process.pid}. Stop that process, or set DATA_DIR to another directory.\n`,
    );
  });
});

const ANNA = ['--email', 'anna@example.com', '--name', 'Anna'];

test.each([
  [['job', 'sleep'], 2, ["'sleep'", 'progress-warning, protection-expiry']],
  [['job', 'pseudonymization', '--as-of', '2026-02-30T00:00:00Z'], 2, ['2026-02-30', 'ISO 8601']],
  [['token', '--as', 'anna@example.com', '--days', '0'], 2, ["'0'", 'up to 3650']],
  [['import', 'no-such.csv', '--as', 'anna@example.com'], 1, ['"no-such.csv"', 'ENOENT']],
  [['user', ...ANNA], 2, ['--role']],
  [['user', ...ANNA, '--role', 'BOSS'], 2, ["'BOSS'", 'REP, MANAGER, ADMIN']],
  [['user', ...ANNA, '--role', 'REP', '--locale', 'fr'], 2, ["'fr'", 'de, en']],
  [['user', '--email', 'anna', '--name', 'Anna', '--role', 'REP'], 2, ["'anna'", 'e-mail']],
])('%j ends with %i, says the value and what is allowed, and opens nothing', async (args, code, said) => {
  const result = await cli(args, { DATA_DIR: '/dev/null/nowhere', DATABASE_URL: '' });
  expect(result).toMatchObject({ code, stdout: '' });
  for (const part of said) expect(result.stderr).toContain(part);
});

test('a wrong environment ends with 78 and is told as a whole', async () => {
  const result = await cli(['migrate'], { PORT: 'x', DATABASE_URL: 'mysql://localhost' });
  expect(result).toMatchObject({ code: 78, stdout: '' });
  expect(result.stderr).toMatch(/2 problems.*PORT.*DATABASE_URL/s);
});

test('token says so where tokens come from elsewhere', async () => {
  const result = await cli(['token', '--as', 'anna@example.com'], {
    JWKS_URL: 'https://id.example.com/jwks',
    JWT_ISSUER: 'https://id.example.com',
  });
  expect(result).toMatchObject({ code: 1, stdout: '' });
  expect(result.stderr).toContain('JWKS_URL');
});
