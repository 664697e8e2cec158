import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ConfigError, parseConfig } from '../../src/run/config.js';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

test('without any variable it is a laptop: embedded database, own keys, mails to the log', () => {
  expect(parseConfig({})).toEqual({
    production: false,
    host: '127.0.0.1',
    port: 4000,
    publicUrl: null,
    dataDir: '.data',
    database: { kind: 'pglite', dir: '.data/postgres' },
    issuer: { kind: 'local', keyFile: '.data/token-key.pem' },
    jwt: {
      issuer: 'leadwarden',
      audience: 'leadwarden',
      claims: { email: 'email', role: null, territory: null },
    },
    mail: { kind: 'log', from: 'Leadwarden <leadwarden@localhost>' },
    pseudonymKeys: { kind: 'file', file: '.data/pseudonym-keys' },
    receiptKey: { kind: 'file', file: '.data/receipt-key.pem' },
    timestampUrl: null,
    webhookNetworks: [],
    redisUrl: null,
    corsOrigins: [],
    trustedProxies: { kind: 'hops', hops: 0 },
    limits: {
      query: { depth: 12, aliases: 50, directives: 50, tokens: 2_000, cost: 100_000 },
      bodyBytes: 1024 * 1024,
      anonymousBodyBytes: 256 * 1024,
      connectionsPerAddress: 1_000,
      requestTimeoutMs: 15_000,
      uploadTimeoutMs: 120_000,
      uploads: { perAddress: 5, inAll: 20 },
      pendingBytes: { perAddress: 16 * 1024 * 1024, inAll: 64 * 1024 * 1024 },
      perMinute: { identity: 6_000, address: 12_000, guesses: 30 },
      sockets: { perIdentity: 50, perAddress: 1_000, initTimeoutMs: 5_000 },
      subscriptions: {
        perSocket: 100,
        perIdentity: 500,
        bytesPerSocket: 512 * 1024,
        bytesPerIdentity: 1024 * 1024,
      },
    },
    logLevel: 'info',
    warnings: [],
  });
});

describe('NODE_ENV', () => {
  test.each([
    'Production',
    'prod',
    'production ',
    'staging',
    'dev',
  ])('%j is refused: it would open what production closes', (name) => {
    expect(problemsOf({ NODE_ENV: name })).toEqual([
      `NODE_ENV (${JSON.stringify(name)}): allowed is one of development, test, production`,
    ]);
  });

  test.each(['development', 'test', ''])('%j is no production', (name) => {
    expect(parseConfig({ NODE_ENV: name }).production).toBe(false);
  });
});

describe('in production', () => {
  const production = { NODE_ENV: 'production' };
  const key = `1:${'A'.repeat(43)}=`;

  test('on a server database the pseudonym keys must be given, for all replicas alike', () => {
    const server = { ...production, DATABASE_URL: 'postgres://db/leads' };
    expect(problemsOf(server)).toEqual([
      'PSEUDONYM_KEYS (not set): with DATABASE_URL in production it must be "1:" and the output of "openssl rand -base64 32", the same for each replica',
    ]);
    expect(problemsOf({ ...server, PSEUDONYM_KEYS: key })).toEqual([]);
    expect(problemsOf({ DATABASE_URL: 'postgres://db/leads' })).toEqual([]);
  });

  test('what is missing is warned of by name', () => {
    const named = (env: Record<string, string>) =>
      parseConfig({ ...production, ...env }).warnings.map((warning) => warning.split(' ', 1)[0]);
    expect(named({})).toEqual([
      'JWKS_URL',
      'SMTP_URL',
      'PUBLIC_URL',
      'PSEUDONYM_KEYS',
      'RECEIPT_KEY',
    ]);
    const ed25519 = generateKeyPairSync('ed25519').privateKey;
    const RECEIPT_KEY = ed25519.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(named({ SMTP_URL: 'smtp://mail', PSEUDONYM_KEYS: key, RECEIPT_KEY })).toEqual([
      'JWKS_URL',
      'MAIL_FROM',
      'PUBLIC_URL',
    ]);
  });
});

test.each([
  ['HOST', 'localhost:4000'],
  ['HOST', 'http://localhost'],
  ['HOST', '256.1.1.1/8'],
  ['PORT', '4000 '],
  ['PUBLIC_URL', 'https://leads.example.com/?a=b'],
  ['PUBLIC_URL', 'https://anna:secret@leads.example.com'],
  ['PUBLIC_URL', 'https:leads.example.com'],
  ['DATABASE_URL', 'postgres:leads'],
  ['RECEIPT_KEY', 'MC4CAQAwBQYDK2VwBCIEIA=='],
  ['REDIS_URL', 'redis://'],
  ['SMTP_URL', 'smtp:mail'],
  ['MAIL_FROM', 'Leads leads@example.com>'],
  ['MAIL_FROM', 'leads@example.com, other@example.com'],
  ['JWT_PRIVATE_KEY', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'],
  ['PSEUDONYM_KEYS', '1:c2hvcnQ='],
  ['WEBHOOK_ALLOWED_NETWORKS', '10.1'],
  ['WEBHOOK_ALLOWED_NETWORKS', '0x0a000000/8'],
  ['TRUST_PROXY', '10.1'],
  ['CORS_ORIGINS', 'https://app.example.com/'],
  ['DATABASE_POOL_SIZE', '0'],
])('%s=%j is refused by name', (name, value) => {
  const own = problemsOf({ DATABASE_URL: 'postgres://db/leads', [name]: value });
  expect(own).toHaveLength(1);
  expect(own[0]).toMatch(new RegExp(`^${name} \\(`));
  expect(own[0]).toContain('allowed');
});

test('what is wrong by itself and what is wrong together are told at once', () => {
  expect(problemsOf({ PORT: 'x', JWT_ROLE_CLAIM: 'roles', DATABASE_POOL_SIZE: '5' })).toEqual([
    'PORT ("x"): allowed is a port from 0 to 65535',
    'JWT_ROLE_CLAIM ("roles"): allowed only with JWKS_URL',
    'DATABASE_POOL_SIZE ("5"): allowed only with DATABASE_URL',
  ]);
});

test('all problems are told at once', () => {
  expect(problemsOf({ PORT: '70000', LOG_LEVEL: 'loud', PUBLIC_URL: 'leads' })).toEqual([
    'PORT ("70000"): allowed is a port from 0 to 65535',
    'PUBLIC_URL ("leads"): allowed is an http or https address',
    'LOG_LEVEL ("loud"): allowed is one of fatal, error, warn, info, debug, trace, silent',
  ]);
});

test('a secret that is wrong is not repeated in the message', () => {
  expect(problemsOf({ DATABASE_URL: 'mysql://root:hunter2@db' })).toEqual([
    'DATABASE_URL (its value is hidden here): allowed is a postgres:// address',
  ]);
});

test('an empty variable counts as not set', () => {
  expect(parseConfig({ DATABASE_URL: '', PORT: ' ' }).database.kind).toBe('pglite');
});

test('a database address switches to PostgreSQL', () => {
  expect(
    parseConfig({ DATABASE_URL: 'postgres://db/leads', DATABASE_POOL_SIZE: '5' }).database,
  ).toEqual({ kind: 'postgres', url: 'postgres://db/leads', poolSize: 5 });
});

test('webhooks may lead to the networks that are named, and to nothing that is none', () => {
  const { webhookNetworks } = parseConfig({ WEBHOOK_ALLOWED_NETWORKS: '10.1.0.0/16, ::1' });
  expect(webhookNetworks.map(([address, bits]) => `${address}/${bits}`)).toEqual([
    '10.1.0.0/16',
    '::1/128',
  ]);
  for (const text of ['intranet', '10.1.0.0/33', '10.1.0.0/16,']) {
    expect(problemsOf({ WEBHOOK_ALLOWED_NETWORKS: text })).toEqual([
      `WEBHOOK_ALLOWED_NETWORKS ("${text}"): allowed are networks as 10.1.0.0/16 or fd00::/8, separated by commas`,
    ]);
  }
});

describe('tokens', () => {
  test('in production nobody signs them unless a key is configured', () => {
    expect(parseConfig({ NODE_ENV: 'production' }).issuer).toEqual({ kind: 'none' });
  });

  test('of an identity provider go before a key of our own', () => {
    const url = 'https://id.example.com/jwks';
    expect(parseConfig({ JWKS_URL: url, JWT_ISSUER: 'https://id.example.com' }).issuer).toEqual({
      kind: 'jwks',
      url: new URL(url),
    });
  });

  test('of an identity provider need its name, and only there roles may come from it', () => {
    expect(problemsOf({ JWKS_URL: 'https://id.example.com/jwks' })).toEqual([
      'JWT_ISSUER (not set): with JWKS_URL it must be what the provider writes into `iss`',
    ]);
    expect(problemsOf({ JWT_ROLE_CLAIM: 'roles' })).toEqual([
      'JWT_ROLE_CLAIM ("roles"): allowed only with JWKS_URL',
    ]);
    expect(problemsOf({ JWT_TERRITORY_CLAIM: 'region' })).toEqual([
      'JWT_TERRITORY_CLAIM ("region"): allowed only with JWT_ROLE_CLAIM',
    ]);
  });

  test('keys are not fetched over plain http from elsewhere', () => {
    expect(problemsOf({ JWKS_URL: 'http://id.example.com/jwks', JWT_ISSUER: 'id' })).toEqual([
      'JWKS_URL ("http://id.example.com/jwks"): allowed is an https address (http only for localhost)',
    ]);
  });
});

describe('limits', () => {
  test('what is no number, origin or network is named', () => {
    expect(
      problemsOf({
        MAX_QUERY_DEPTH: '0',
        RATE_LIMIT_ADDRESS: '-1',
        CORS_ORIGINS: 'https://a.example, https://b.example/app',
        TRUST_PROXY: '10.0.0.0/33',
      }),
    ).toEqual([
      'MAX_QUERY_DEPTH ("0"): allowed is a whole number from 1 to 1000000000',
      'RATE_LIMIT_ADDRESS ("-1"): allowed is a whole number up to 1000000000; 0 is no limit',
      'CORS_ORIGINS ("https://a.example, https://b.example/app"): allowed are origins as https://app.example.com, separated by commas',
      'TRUST_PROXY ("10.0.0.0/33"): allowed is how many proxies there are (0 to 10), or their addresses or networks',
    ]);
  });

  test('proxies are counted or named', () => {
    const trusted = (TRUST_PROXY: string) => parseConfig({ TRUST_PROXY }).trustedProxies;
    expect([trusted('2'), trusted('10.0.0.0/8, ::1')]).toEqual([
      { kind: 'hops', hops: 2 },
      { kind: 'addresses', addresses: ['10.0.0.0/8', '::1'] },
    ]);
  });
});
