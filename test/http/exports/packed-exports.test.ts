import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodingFor } from '../../../src/http/accept-encoding.js';
import type { ApiUser } from '../../support/api.js';
import { insertLeads } from '../../support/lead-rows.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi({ started: true });
let agent: ApiUser;

beforeAll(async () => {
  agent = await api.user('REP', { name: 'Agent' });
  await insertLeads(api.db, {
    ownerId: agent.id,
    count: 1_200,
    from: new Date('2024-01-01T08:00:00Z'),
  });
});

function ask(encoding: string | null, init: RequestInit = {}) {
  const headers = {
    authorization: `Bearer ${agent.token}`,
    ...(encoding === null ? {} : { 'accept-encoding': encoding }),
  };
  return api.app.fetch(new Request('http://localhost/exports/leads.csv', { ...init, headers }));
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('an export', () => {
  test.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip, br;q=0.5', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
  ])('travels packed to who accepts %s', async (accepted, encoding, unpack) => {
    const plain = await bytesOf(await ask(null));
    const response = await ask(accepted);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-encoding': encoding,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringContaining('attachment'),
      'cache-control': 'no-store',
      vary: expect.stringContaining('Accept-Encoding'),
    });
    expect(response.headers.get('content-length')).toBeNull();
    const packed = await bytesOf(response);
    expect(packed.length).toBeLessThan(plain.length / 3);
    expect(unpack(packed).equals(plain)).toBe(true);
  });

  test.each([
    null,
    '',
    'identity',
    'gzip;q=0, br;q=0',
    'deflate',
  ])('travels as it is to who accepts %j', async (accepted) => {
    const response = await ask(accepted);
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
    expect((await response.text()).split('\n').length).toBeGreaterThan(1_200);
  });

  test('is read on only as it is taken, and no longer by who has left', async () => {
    // Long, and nothing that packs well.
    await api.db.prisma.$executeRaw`
      UPDATE lead SET notes = (SELECT string_agg(md5(id::text || n), '') FROM generate_series(1, 120) AS n)
      WHERE owner_id = ${agent.id}::uuid`;
    let pages = 0;
    const stop = api.db.onQuery((sql) => {
      if (/FROM lead t1/.test(sql)) pages += 1;
    });
    // All of it takes more pages than the packer reads ahead.
    await bytesOf(await ask('br'));
    const all = pages;
    pages = 0;
    const { body } = await ask('br');
    const reader = body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const read = pages;
    expect(read).toBeLessThan(all);
    await bytesOf(await ask('br', { method: 'HEAD' }));
    stop();
    expect(pages).toBeLessThanOrEqual(read + 1);
  });

  test('breaks off, instead of ending whole, over a connection too', async () => {
    const headers = { authorization: `Bearer ${agent.token}`, 'accept-encoding': 'gzip' };
    const ended = await new Promise((resolve, reject) => {
      const asked = request(`${api.app.url}/exports/leads.csv`, { headers }, (response) => {
        response.once('data', async () => {
          response.pause();
          await api.db.prisma.user.update({ where: { id: agent.id }, data: { active: false } });
          response.resume();
        });
        response.on('end', () => resolve('ended')).on('error', () => resolve('cut'));
      });
      asked.on('error', reject).end();
    });
    await api.db.prisma.user.update({ where: { id: agent.id }, data: { active: true } });
    expect(ended).toBe('cut');
  });
});

describe('what the client accepts', () => {
  test.each([
    ['gzip', 'gzip'],
    ['GZIP ; Q=1', 'gzip'],
    ['br', 'br'],
    ['gzip, br', 'gzip'],
    ['gzip;q=0.1, br;q=0.2', 'br'],
    ['*;q=0.5, gzip;q=0', 'br'],
    ['gzip;q=none', null],
    ['gzipped', null],
  ] as const)('%s is %s', (header, encoding) => {
    expect(encodingFor(header, ['gzip', 'br'])).toBe(encoding);
  });

  test('is read in a time that grows with its length alone', () => {
    expect(encodingFor(`${'gzip;'.repeat(20_000)},br`, ['gzip', 'br'])).not.toBeNull();
  });
});
