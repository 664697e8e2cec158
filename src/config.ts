import { join } from 'node:path';
import { z } from 'zod';
import type { ClaimNames } from './auth/claims.js';
import type { DatabaseConfig } from './db/open.js';
import { integer } from './environment-integer.js';
import { type Network, parseNetworks } from './http/public-address.js';
import { type Limits, limitsOf, limitVariables, type TrustedProxies } from './limits.js';
import { oneLine } from './outbox/plain-text.js';

/** The environment is not fit to start with. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The configuration has ${problems.length} problem(s):\n- ${problems.join('\n- ')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Where tokens come from. `none`: nobody can sign in. */
export type IssuerConfig =
  | { readonly kind: 'local'; readonly keyFile: string }
  | { readonly kind: 'key'; readonly privateKey: string }
  | { readonly kind: 'jwks'; readonly url: URL }
  | { readonly kind: 'none' };

export type MailConfig =
  | { readonly kind: 'log'; readonly from: string }
  | { readonly kind: 'smtp'; readonly url: string; readonly from: string };

/** Where the keys of the tombstones come from. */
export type PseudonymKeysConfig =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'env'; readonly keys: string };

export interface Config {
  readonly production: boolean;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The address that people use, without a slash at the end; null: the address listened on. */
  readonly publicUrl: string | null;
  readonly dataDir: string;
  readonly database: DatabaseConfig;
  readonly issuer: IssuerConfig;
  readonly jwt: {
    readonly issuer: string;
    readonly audience: string;
    readonly claims: ClaimNames;
  };
  readonly mail: MailConfig;
  readonly pseudonymKeys: PseudonymKeysConfig;
  /** May be sent to although they are not public, and without TLS. */
  readonly webhookNetworks: readonly Network[];
  /** Carries hints of new events between replicas; without it each finds them by itself. */
  readonly redisUrl: string | null;
  /** Pages of these origins may ask from the browser, beside those from here. */
  readonly corsOrigins: readonly string[];
  readonly trustedProxies: TrustedProxies;
  readonly limits: Limits;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: integer('a port from 0 to 65535', 0, 65_535).default(4000),
  PUBLIC_URL: address('an http or https address', ['http:', 'https:']).optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: address('a postgres:// address', ['postgres:', 'postgresql:']).optional(),
  DATABASE_POOL_SIZE: integer('a whole number from 1 to 1000', 1, 1000).optional(),
  REDIS_URL: address('a redis:// or rediss:// address', ['redis:', 'rediss:']).optional(),
  JWKS_URL: address('an https address (http only for localhost)', ['https:', 'http:']).optional(),
  JWT_ISSUER: z.string().optional(),
  JWT_AUDIENCE: z.string().default('leadwarden'),
  JWT_EMAIL_CLAIM: z.string().default('email'),
  JWT_ROLE_CLAIM: z.string().optional(),
  JWT_TERRITORY_CLAIM: z.string().optional(),
  JWT_PRIVATE_KEY: z
    .string()
    .refine(
      (key) => key.includes('-----BEGIN PRIVATE KEY-----'),
      'allowed is an ES256 key as PKCS#8 PEM',
    )
    .optional(),
  SMTP_URL: address('an smtp:// or smtps:// address', ['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z
    .string()
    .refine(isSender, 'allowed is a mail address in one line, with ASCII before the @')
    .default('Leadwarden <leadwarden@localhost>'),
  PSEUDONYM_KEYS: z.string().optional(),
  WEBHOOK_ALLOWED_NETWORKS: z
    .string()
    .transform(parseNetworks)
    .refine((networks) => networks !== null, {
      error: 'allowed are networks as 10.1.0.0/16, separated by commas',
    })
    .transform((networks) => networks ?? [])
    .default([]),
  ...limitVariables,
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `allowed is one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
});

/** Values that must never stand in a message. */
const SECRET = new Set([
  'DATABASE_URL',
  'REDIS_URL',
  'SMTP_URL',
  'JWT_PRIVATE_KEY',
  'PSEUDONYM_KEYS',
]);

/**
 * The settings of the process. An empty variable counts as not set.
 * @throws ConfigError naming every variable that is wrong
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = environment.safeParse(given);
  if (!result.success) {
    throw new ConfigError(
      result.error.issues.map(({ path, message }) => {
        const name = String(path[0]);
        const shown = SECRET.has(name) ? 'its value is hidden here' : JSON.stringify(given[name]);
        return `${name} (${shown}): ${message}`;
      }),
    );
  }
  const vars = result.data;
  const problems = contradictions(vars);
  if (problems.length > 0) throw new ConfigError(problems);
  const production = vars.NODE_ENV === 'production';
  return {
    production,
    host: vars.HOST,
    port: vars.PORT,
    publicUrl: vars.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    dataDir: vars.DATA_DIR,
    database: databaseOf(vars),
    issuer: issuerOf(vars, production),
    jwt: {
      issuer: vars.JWT_ISSUER ?? 'leadwarden',
      audience: vars.JWT_AUDIENCE,
      claims: {
        email: vars.JWT_EMAIL_CLAIM,
        role: vars.JWT_ROLE_CLAIM ?? null,
        territory: vars.JWT_TERRITORY_CLAIM ?? null,
      },
    },
    mail: vars.SMTP_URL
      ? { kind: 'smtp', url: vars.SMTP_URL, from: vars.MAIL_FROM }
      : { kind: 'log', from: vars.MAIL_FROM },
    pseudonymKeys: vars.PSEUDONYM_KEYS
      ? { kind: 'env', keys: vars.PSEUDONYM_KEYS }
      : { kind: 'file', file: join(vars.DATA_DIR, 'pseudonym-keys') },
    webhookNetworks: vars.WEBHOOK_ALLOWED_NETWORKS,
    redisUrl: vars.REDIS_URL ?? null,
    corsOrigins: vars.CORS_ORIGINS,
    trustedProxies: vars.TRUST_PROXY,
    limits: limitsOf(vars),
    logLevel: vars.LOG_LEVEL,
  };
}

type Environment = z.infer<typeof environment>;

function databaseOf({ DATABASE_URL, DATABASE_POOL_SIZE, DATA_DIR }: Environment): DatabaseConfig {
  if (!DATABASE_URL) return { kind: 'pglite', dir: join(DATA_DIR, 'postgres') };
  return {
    kind: 'postgres',
    url: DATABASE_URL,
    ...(DATABASE_POOL_SIZE ? { poolSize: DATABASE_POOL_SIZE } : {}),
  };
}

/** What is only an error together with something else. */
function contradictions(vars: Environment): string[] {
  const { JWKS_URL, JWT_ISSUER, JWT_ROLE_CLAIM, JWT_TERRITORY_CLAIM } = vars;
  return [
    ...(JWKS_URL && !JWT_ISSUER
      ? ['JWT_ISSUER (not set): with JWKS_URL it must be what the provider writes into `iss`']
      : []),
    ...(JWT_ROLE_CLAIM && !JWKS_URL
      ? [`JWT_ROLE_CLAIM (${JSON.stringify(JWT_ROLE_CLAIM)}): allowed only with JWKS_URL`]
      : []),
    ...(JWT_TERRITORY_CLAIM && !JWT_ROLE_CLAIM
      ? [
          `JWT_TERRITORY_CLAIM (${JSON.stringify(JWT_TERRITORY_CLAIM)}): allowed only with JWT_ROLE_CLAIM`,
        ]
      : []),
  ];
}

/** A key on disk made by the program itself is for development only. */
function issuerOf(vars: Environment, production: boolean): IssuerConfig {
  if (vars.JWKS_URL) return { kind: 'jwks', url: new URL(vars.JWKS_URL) };
  if (vars.JWT_PRIVATE_KEY) return { kind: 'key', privateKey: vars.JWT_PRIVATE_KEY };
  if (production) return { kind: 'none' };
  return { kind: 'local', keyFile: join(vars.DATA_DIR, 'token-key.pem') };
}

function isSender(from: string): boolean {
  const [, local = ''] = /([^\s<>]+)@[^\s<>@]+>?\s*$/.exec(from) ?? [];
  return local !== '' && !/[^\0-\x7f]/.test(local) && oneLine(from) === from.trim();
}

function address(allowed: string, protocols: readonly string[]) {
  return z.string().refine((value) => {
    if (!URL.canParse(value)) return false;
    const { protocol, hostname } = new URL(value);
    if (!protocols.includes(protocol)) return false;
    const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    return !allowed.includes('only for localhost') || protocol === 'https:' || local;
  }, `allowed is ${allowed}`);
}
