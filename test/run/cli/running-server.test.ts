import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../../src/run/cli/run-cli.js';
import { askingAt } from '../../faults/ask.js';
import { buildProgram, type Program, type Replica } from '../../faults/replica.js';

let dir: string;
let program: Program;
let server: Replica;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lw-'));
  program = await buildProgram();
  server = await program.start({ DATA_DIR: dir, LOG_LEVEL: 'warn' });
}, 240_000);

afterAll(async () => {
  await server?.child.kill();
  await program?.[Symbol.asyncDispose]();
  await rm(dir, { recursive: true, force: true });
});

/** From this process, which opens no database: the server has it. */
async function cli(...args: string[]) {
  const said = { code: -1, out: '', err: '' };
  said.code = await runCli(args, {
    env: { DATA_DIR: dir },
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  });
  return said;
}

test('the commands of the README work in its order while the server runs', async () => {
  expect(await cli('seed')).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/^ADMIN +admin@/),
  });

  const token = await cli('token', '--as', 'anna@example.com');
  expect(token).toMatchObject({ code: 0, err: '' });
  const ask = askingAt(server.url, token.out.trim());
  expect(await ask('{ me { name role } }')).toEqual({ me: { name: 'Anna Lindner', role: 'REP' } });

  const file = join(dir, 'leads.csv');
  await writeFile(file, 'Company,City\nHotel Adler,Ulm\nHotel Adler,Ulm\n');
  expect(await cli('import', file, '--as', 'admin@example.com')).toEqual({
    code: 0,
    err: '',
    out: 'line 3: DUPLICATE of line 2\nFINISHED: 2 rows: 1 created, 1 duplicates, 0 rejected.\n',
  });

  const asOf = new Date(Date.now() + 62 * 86_400_000).toISOString();
  const job = await cli('job', 'progress-warning', '--dry-run', '--as-of', asOf);
  expect(job).toMatchObject({ code: 0, err: '' });
  expect(job.out).toContain(`1 affected as of ${asOf}; dry run.`);

  const key = 'protection.progressDays';
  expect(await cli('settings', 'preview', key, '45')).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringContaining('1 of 1 leads would change'),
  });
  const reason = ['--as', 'admin@example.com', '--reason', 'As agreed'];
  expect(await cli('settings', 'set', key, '45', ...reason)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^protection.progressDays +45 +2 /m),
  });

  const user = ['user', '--email', 'eva@example.com', '--name', 'Eva', '--role', 'ADMIN'];
  expect(await cli(...user)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^ADMIN +eva@/),
  });
  expect(await cli('migrate')).toEqual({ code: 0, err: '', out: 'up to date\n' });
  expect(await cli('doctor')).toMatchObject({ code: 0, err: '' });
});

test('what a command cannot do, and what it is not given, is said as without a server', async () => {
  expect(await cli('token', '--as', 'eve@example.com')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/^error: eve@example\.com: no active user/),
  });
  expect(await cli('user', '--email', 'x@example.com')).toMatchObject({ code: 2 });
});

test('only the owner of the data directory can give commands', async () => {
  const socket = await stat(join(dir, 'postgres', 'commands.sock'));
  expect([socket.isSocket(), socket.mode & 0o777]).toEqual([true, 0o600]);
  expect((await stat(join(dir, 'postgres'))).mode & 0o777).toBe(0o700);
});

test('once the server was killed a command opens the database itself', async () => {
  await server.child.kill('SIGKILL');
  expect(await cli('migrate')).toEqual({ code: 0, err: '', out: 'up to date\n' });
});
