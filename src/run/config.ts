import { isIP } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import type { MailConfig } from '../features/mail/create-transport.js';
import { parsePrivateKey } from '../features/sign-in/private-key.js';
import type { IssuerConfig, JwtConfig } from '../features/sign-in/sign-in.js';
import type { HttpConfig } from '../http/http-config.js';
import type { DatabaseConfig } from '../platform/db/open.js';
import { integer } from '../platform/input/environment-integer.js';
import { limitsOf, limitVariables } from '../platform/input/limits.js';
import { oneLine } from '../platform/input/plain-text.js';
import { parseKeyRing } from '../platform/keys/key-ring.js';
import type { PseudonymKeysConfig } from '../platform/keys/load-key-ring.js';
import { parseReceiptSigner, type ReceiptKeyConfig } from '../platform/keys/receipt-signer.js';
import { EXIT, StartUpError } from '../platform/ops/start-up-error.js';
import { type Network, parseNetworks } from '../platform/outbound/public-address.js';
import { contradictions, warningsOf } from './config-advice.js';

/** The environment is not fit to start with. */
export class ConfigError extends StartUpError {
  constructor(problems: readonly string[]) {
    super(problems, EXIT.config);
    this.message =
      problems.length === 1
        ? `The configuration is wrong: ${problems[0]}`
        : `The configuration has ${problems.length} problems:\n- ${problems.join('\n- ')}`;
  }
}

export interface Config extends HttpConfig {
  readonly dataDir: string;
  readonly database: DatabaseConfig;
  readonly issuer: IssuerConfig;
  readonly jwt: JwtConfig;
  readonly mail: MailConfig;
  readonly pseudonymKeys: PseudonymKeysConfig;
  readonly receiptKey: ReceiptKeyConfig;
  /** The authority that stamps checkpoints of the receipts (RFC 3161); null without one. */
  readonly timestampUrl: URL | null;
  /** May be sent to although they are not public, and without TLS. */
  readonly webhookNetworks: readonly Network[];
  /** Carries hints of new events between replicas; without it each finds them by itself. */
  readonly redisUrl: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Values that are allowed but seldom intended: one line each, beginning with the variable. */
  readonly warnings: readonly string[];
}

/** Without one it is development. Another spelling is refused: it would open what production closes. */
const NODE_ENVS = ['development', 'test', 'production'] as const;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const environment = z.object({
  NODE_ENV: z
    .enum(NODE_ENVS, { error: `allowed is one of ${NODE_ENVS.join(', ')}` })
    .default('development'),
  HOST: z
    .string()
    .refine((host) => isIP(host) !== 0 || HOST_NAME.test(host), {
      error: 'allowed is an address of this machine, as 127.0.0.1, ::1 or 0.0.0.0, or its name',
    })
    .default('127.0.0.1'),
  PORT: integer('a port from 0 to 65535', 0, 65_535).default(4000),
  PUBLIC_URL: address('an http or https address', ['http:', 'https:'])
    .refine(isPlain, 'allowed is an http or https address without password, ? and #')
    .optional(),
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
      (key) => key.includes('-----BEGIN PRIVATE KEY-----') && isReadable(key, parsePrivateKey),
      'allowed is an ES256 key as PKCS#8 PEM',
    )
    .optional(),
  TIMESTAMP_URL: address('an http or https address', ['http:', 'https:']).optional(),
  SMTP_URL: address('an smtp:// or smtps:// address', ['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z
    .string()
    .refine(isSender, 'allowed is a mail address in one line, with ASCII before the @')
    .default('Leadwarden <leadwarden@localhost>'),
  PSEUDONYM_KEYS: z.string().superRefine(explainKeyRing).optional(),
  RECEIPT_KEY: z
    .string()
    .refine(
      (key) => key.includes('-----BEGIN PRIVATE KEY-----') && isReadable(key, parseReceiptSigner),
      'allowed is an Ed25519 key as PKCS#8 PEM, such as "openssl genpkey -algorithm ed25519" makes',
    )
    .optional(),
  WEBHOOK_ALLOWED_NETWORKS: z
    .string()
    .transform(parseNetworks)
    .refine((networks) => networks !== null, {
      error: 'allowed are networks as 10.1.0.0/16 or fd00::/8, separated by commas',
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
  'RECEIPT_KEY',
]);

/**
 * The settings of the process. An empty variable counts as not set.
 * @throws ConfigError naming every variable that is wrong
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = environment.safeParse(given);
  const problems = [
    ...(result.error?.issues ?? []).map(({ path, message }) => {
      const name = String(path[0]);
      const shown = SECRET.has(name) ? 'its value is hidden here' : JSON.stringify(given[name]);
      return `${name} (${shown}): ${message}`;
    }),
    ...contradictions(given),
  ];
  if (!result.success || problems.length > 0) throw new ConfigError(problems);
  const vars = result.data;
  // Features closed in production stay closed unless this is clearly another environment.
  const production = vars.NODE_ENV !== 'development' && vars.NODE_ENV !== 'test';
  return {
    production,
    host: vars.HOST,
    port: vars.PORT,
    publicUrl: vars.PUBLIC_URL?.replace(/(?<!\/)\/+$/, '') ?? null,
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
    receiptKey: vars.RECEIPT_KEY
      ? { kind: 'env', privateKey: vars.RECEIPT_KEY }
      : { kind: 'file', file: join(vars.DATA_DIR, 'receipt-key.pem') },
    timestampUrl: vars.TIMESTAMP_URL ? new URL(vars.TIMESTAMP_URL) : null,
    webhookNetworks: vars.WEBHOOK_ALLOWED_NETWORKS,
    redisUrl: vars.REDIS_URL ?? null,
    corsOrigins: vars.CORS_ORIGINS,
    trustedProxies: vars.TRUST_PROXY,
    limits: limitsOf(vars),
    logLevel: vars.LOG_LEVEL,
    warnings: production ? warningsOf(given) : [],
  };
}

/** Whether something is kept in DATA_DIR. */
export function usesDataDir({ database, issuer, pseudonymKeys, receiptKey }: Config): boolean {
  const isKeyKept = [pseudonymKeys, receiptKey].some(({ kind }) => kind === 'file');
  return database.kind === 'pglite' || issuer.kind === 'local' || isKeyKept;
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

/** A key on disk made by the program itself is for development only. */
function issuerOf(vars: Environment, production: boolean): IssuerConfig {
  if (vars.JWKS_URL) return { kind: 'jwks', url: new URL(vars.JWKS_URL) };
  if (vars.JWT_PRIVATE_KEY) return { kind: 'key', privateKey: vars.JWT_PRIVATE_KEY };
  if (production) return { kind: 'none' };
  return { kind: 'local', keyFile: join(vars.DATA_DIR, 'token-key.pem') };
}

function isSender(from: string): boolean {
  if (!SENDER.test(from)) return false;
  const local =
    from
      .slice(0, from.lastIndexOf('@'))
      .split(/[\s<>]/)
      .at(-1) ?? '';
  return local !== '' && !/[^\0-\x7f]/.test(local) && oneLine(from) === from.trim();
}

/** The letters of a host name; a port or a scheme with it would only be found out when it is listened on. */
const HOST_NAME = /^[a-z0-9_][a-z0-9_.-]{0,252}$/i;

/** An address, alone or in angle brackets after a name. */
const SENDER = /^(?:[^<>@\r\n]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/;

const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/** An address with a host, except of a database, which may lie at a socket. */
function address(allowed: string, protocols: readonly string[]) {
  return z.string().refine((value) => {
    if (!URL.canParse(value)) return false;
    const { protocol, hostname } = new URL(value);
    if (!protocols.includes(protocol) || !value.includes('://')) return false;
    if (hostname === '' && !protocols.includes('postgres:')) return false;
    const local = LOCAL_HOSTS.includes(hostname);
    return !allowed.includes('only for localhost') || protocol === 'https:' || local;
  }, `allowed is ${allowed}`);
}

/** Nothing that a path could not be put behind; an invalid address is reported by itself. */
function isPlain(value: string): boolean {
  if (!URL.canParse(value)) return true;
  const { search, hash, username, password } = new URL(value);
  return `${search}${hash}${username}${password}` === '' && !/[?#]$/.test(value);
}

function isReadable(value: string, read: (value: string, from: string) => unknown): boolean {
  try {
    read(value, '');
    return true;
  } catch {
    return false;
  }
}

/** Its errors name keys by their place, never by their content. */
function explainKeyRing(value: string, ctx: z.RefinementCtx): void {
  try {
    parseKeyRing(value);
  } catch (error) {
    ctx.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'no keys' });
  }
}
