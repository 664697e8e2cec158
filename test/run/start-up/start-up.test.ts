import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockDataDir } from '../../../src/platform/db/lock-data-dir.js';
import { buildProgram, type Program } from '../../faults/replica.js';

let dir: string;
let program: Program;
let taken: Server;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lw-'));
  program = await buildProgram();
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
}, 120_000);

afterAll(async () => {
  taken?.close();
  await program?.[Symbol.asyncDispose]();
  await rm(dir, { recursive: true, force: true });
});

/** What a start that fails says, and how it ends. */
async function failing(env: Record<string, string>) {
  const { code, said } = await program.command(['serve'], { DATA_DIR: join(dir, 'data'), ...env });
  const lines = said.split('\n').filter((line) => !line.startsWith('Leadwarden is starting'));
  return { code, lines };
}

describe('a start that fails says what, where and what is allowed, on a line each', () => {
  const { port } = { port: () => String((taken.address() as AddressInfo).port) };

  test('a spelling of NODE_ENV that is none', async () => {
    expect(await failing({ NODE_ENV: 'prod' })).toEqual({
      code: 78,
      lines: [
        'The configuration is wrong: NODE_ENV ("prod"): allowed is one of development, test, production',
      ],
    });
  });

  test('arguments that a server does not take: asking for help starts nothing', async () => {
    const { code, said } = await program.command(['--help'], {}, 'main.js');
    expect([code, said.split('\n').length]).toEqual([78, 1]);
    expect(said).toContain('takes no arguments, given are "--help"');
    expect(said).toContain('leadwarden --help');
  });

  test('a demo that could sign no tokens, before it makes a database', async () => {
    const data = join(dir, 'demo');
    const env = { NODE_ENV: 'production', DATA_DIR: data };
    const { code, said } = await program.command([], env, 'demo/main.js');
    expect([code, said]).toEqual([
      78,
      'Leadwarden cannot start: The demo signs its own tokens: allowed is neither JWKS_URL nor NODE_ENV=production',
    ]);
    expect(existsSync(data)).toBe(false);
  });

  test('a data directory that nobody can make', async () => {
    expect(await failing({ DATA_DIR: '/proc/x' })).toEqual({
      code: 78,
      lines: [
        "Leadwarden cannot start: The data directory /proc/x cannot be used: ENOENT: no such file or directory, mkdir '/proc/x'. DATA_DIR must name a directory that this user may make or write to.",
      ],
    });
  });

  test('a data directory that is a file', async () => {
    const file = join(dir, 'file');
    await writeFile(file, '');
    const { code, lines } = await failing({ DATA_DIR: file });
    expect([code, lines.length]).toEqual([78, 1]);
    expect(lines[0]).toContain(`ENOTDIR: ${file} is a file. DATA_DIR must name`);
  });

  test('a port and a data directory that others have, both at once', async () => {
    const data = join(dir, 'held');
    const lock = await lockDataDir(join(data, 'postgres'));
    const { code, lines } = await failing({ DATA_DIR: data, PORT: port() });
    await lock.release();
    expect({ code, lines }).toEqual({
      code: 69,
      lines: [
        `Leadwarden cannot start: The data directory ${join(data, 'postgres')} is in use by the process ${process.pid}. Stop that process, or set DATA_DIR to another directory.`,
        `Leadwarden cannot start: PORT ${port()} at HOST 127.0.0.1 cannot be listened on: another process listens there; stop it, or set PORT to another one (EADDRINUSE)`,
      ],
    });
  });

  test('damaged keys, both at once', async () => {
    const data = join(dir, 'keys');
    await mkdir(data);
    await writeFile(join(data, 'pseudonym-keys'), 'nonsense');
    await writeFile(join(data, 'token-key.pem'), 'nonsense');
    const { code, lines } = await failing({
      DATA_DIR: data,
      DATABASE_URL: 'postgres://127.0.0.1:1/x',
    });
    expect(code).toBe(78);
    expect(lines).toEqual([
      expect.stringMatching(/The key file \S+token-key\.pem cannot be used: .*allowed is/i),
      expect.stringMatching(/The key file \S+pseudonym-keys is damaged: .*allowed is/),
      expect.stringMatching(/The database at DATABASE_URL cannot be opened: .*127\.0\.0\.1:1/),
    ]);
  });

  test('a host that is not of this machine, and a database server that nobody knows', async () => {
    const { code, lines } = await failing({
      HOST: '192.0.2.1',
      DATABASE_URL: 'postgres://no-such-host.invalid/x',
    });
    expect(code).toBe(78);
    expect(lines).toEqual([
      expect.stringMatching(/The database at DATABASE_URL cannot be opened: .*no-such-host/),
      expect.stringMatching(/PORT 4000 at HOST 192\.0\.2\.1 .*HOST is no address of this machine/),
    ]);
  });
});

test('in production the address is told and no playground, and what is missing is named', async () => {
  const server = await program.start({
    DATA_DIR: join(dir, 'production'),
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://leads.example.com',
  });
  await server.child.kill('SIGTERM');
  const { said } = server.child;
  expect(said).toContain(`Leadwarden listens on ${server.url}`);
  expect(said).toContain('Its public address is https://leads.example.com');
  expect(said.join('\n')).not.toContain('playground');
  for (const name of ['SMTP_URL', 'JWKS_URL', 'PSEUDONYM_KEYS']) {
    expect(said.find((line) => line.includes(`${name} `))).toContain('not set');
  }
}, 240_000);
