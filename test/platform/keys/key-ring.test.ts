import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseKeyRing } from '../../../src/platform/keys/key-ring.js';
import { loadKeyRing } from '../../../src/platform/keys/load-key-ring.js';
import { matchTombstones, tombstone } from '../../../src/platform/keys/tombstone.js';

const OLD = Buffer.alloc(32, 1).toString('base64');
const NEW = Buffer.alloc(32, 2).toString('base64');

describe('keys', () => {
  test('the first one is the current one', () => {
    const ring = parseKeyRing(`12:${NEW}, 3:${OLD}`);
    expect(ring.current.version).toBe(12);
    expect(ring.keys.map(({ version }) => version)).toEqual([12, 3]);
  });

  test('base64url is read as well', () => {
    const bytes = Buffer.alloc(32, 0xfb);
    const [plain, url] = [bytes.toString('base64'), bytes.toString('base64url')];
    expect(plain).not.toBe(url);
    expect(tombstone(parseKeyRing(`1:${plain}`).current, 'a@b.de')).toBe(
      tombstone(parseKeyRing(`1:${url}`).current, 'a@b.de'),
    );
  });

  test('cannot be seen when something prints the ring', () => {
    const ring = parseKeyRing(`1:${OLD}`);
    const printed = inspect(ring, { depth: 9, showHidden: true }) + JSON.stringify(ring);
    expect(printed).not.toContain(OLD);
    expect(printed).not.toMatch(/01 01 01|1,1,1/);
  });

  test.each([
    ['', 'Pseudonym key 1 cannot be read'],
    [OLD, 'Pseudonym key 1 cannot be read'],
    [`0:${OLD}`, 'Pseudonym key 1 cannot be read'],
    [`2:${NEW},`, 'Pseudonym key 2 cannot be read'],
    [`2:${NEW},1:!!`, 'Pseudonym key 2 cannot be read'],
    [`1:${Buffer.alloc(31).toString('base64')}`, 'Pseudonym key 1 has 31 bytes, allowed are 32'],
    [`2:${NEW},2:${OLD}`, 'Pseudonym key 2 repeats the version 2'],
    [`1:${OLD},2:${NEW}`, 'The first pseudonym key has version 1, but a later one is newer'],
  ])('that are wrong are named by their place, not by their content: %s', (text, message) => {
    expect(() => parseKeyRing(text)).toThrow(message);
    expect(() => parseKeyRing(text)).not.toThrow(OLD);
    expect(() => parseKeyRing(text)).not.toThrow(NEW);
  });
});

describe('a tombstone', () => {
  test('is HMAC-SHA-256 of the value under the key', () => {
    // echo -n 'anna@hotel.example' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0101…01
    expect(tombstone(parseKeyRing(`1:${OLD}`).current, 'anna@hotel.example')).toBe(
      '13046803d3f3f2cc4d989538c2b2d4dff011f2db14b180c8d18ec8f060b286ae',
    );
  });

  test('is found under every key of the ring, the current one first', () => {
    const ring = parseKeyRing(`2:${NEW},1:${OLD}`);
    expect(matchTombstones(ring, '+4940123456')).toEqual([
      tombstone(parseKeyRing(`2:${NEW}`).current, '+4940123456'),
      tombstone(parseKeyRing(`1:${OLD}`).current, '+4940123456'),
    ]);
  });
});

describe('a key file', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'leadwarden-keys-'));
  });
  afterEach(() => rm(dir, { recursive: true }));
  const config = () => ({ kind: 'file', file: join(dir, 'data', 'pseudonym-keys') }) as const;

  test('is made at the first start, readable by its owner alone, and kept', async () => {
    const first = await loadKeyRing(config());
    const { mode } = await stat(config().file);
    expect(mode & 0o777).toBe(0o600);
    expect(await readdir(join(dir, 'data'))).toEqual(['pseudonym-keys']);
    const second = await loadKeyRing(config());
    expect(tombstone(second.current, 'x')).toBe(tombstone(first.current, 'x'));
    expect(first.current.version).toBe(1);
  });

  test('is the same for all that start at once', async () => {
    const rings = await Promise.all([1, 2, 3, 4].map(() => loadKeyRing(config())));
    expect(new Set(rings.map(({ current }) => tombstone(current, 'x'))).size).toBe(1);
  });

  test('that others could read is closed to them', async () => {
    const file = join(dir, 'keys');
    await writeFile(file, `1:${OLD}\n`, { mode: 0o644 });
    await loadKeyRing({ kind: 'file', file });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('that is damaged is never replaced', async () => {
    const file = join(dir, 'keys');
    await writeFile(file, '1:half');
    await expect(loadKeyRing({ kind: 'file', file })).rejects.toThrow(`${file} is damaged`);
    expect(await readFile(file, 'utf8')).toBe('1:half');
  });

  test('is not made when the keys are in the environment', async () => {
    const ring = await loadKeyRing({ kind: 'env', keys: `7:${NEW}` });
    expect(ring.current.version).toBe(7);
    expect(await readdir(dir)).toEqual([]);
  });
});
