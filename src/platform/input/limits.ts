import { isIP } from 'node:net';
import { z } from 'zod';
import { integer } from './environment-integer.js';

/** Limits of one document. */
export interface QueryLimits {
  /** Fields within fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly tokens: number;
  /** Rows that may have to be read; a write counts as a hundred. */
  readonly cost: number;
}

/** Limits of incoming requests. */
export interface Limits {
  readonly query: QueryLimits;
  /** Of a JSON body or a message over WebSocket; a file of an import comes on top. */
  readonly bodyBytes: number;
  /** Of a JSON body of a client that has not signed in. */
  readonly anonymousBodyBytes: number;
  /** Bytes of requests that are not answered yet; clients that have not signed in share a quarter of it. */
  readonly pendingBytes: { readonly perAddress: number; readonly inAll: number };
  /** Files on their way in. */
  readonly uploads: { readonly perAddress: number; readonly inAll: number };
  /** How long a request may take to come in. */
  readonly requestTimeoutMs: number;
  /** The same with a file. */
  readonly uploadTimeoutMs: number;
  /** WebSockets are counted by themselves. */
  readonly connectionsPerAddress: number;
  /** Per minute; 0 is no limit. */
  readonly perMinute: {
    /** Of a user: one per operation, and one more for every hundred of its cost. */
    readonly identity: number;
    /** Of an address: requests, messages and sockets. */
    readonly address: number;
    /** Of an address: invalid tokens and feedback links. */
    readonly guesses: number;
  };
  readonly sockets: {
    readonly perIdentity: number;
    readonly perAddress: number;
    /** How long a socket may stay open without signing in. */
    readonly initTimeoutMs: number;
  };
  readonly subscriptions: {
    readonly perSocket: number;
    readonly perIdentity: number;
    /** Of their documents, variables and ids, which are kept for as long as they last. */
    readonly bytesPerSocket: number;
    readonly bytesPerIdentity: number;
  };
}

/** Proxies whose statement of the client's address is trusted. */
export type TrustedProxies =
  | { readonly kind: 'hops'; readonly hops: number }
  | { readonly kind: 'addresses'; readonly addresses: readonly string[] };

function count(byDefault: number) {
  return integer('a whole number from 1 to 1000000000', 1, 1e9).default(byDefault);
}

function rate(byDefault: number) {
  return integer('a whole number up to 1000000000; 0 is no limit', 0, 1e9).default(byDefault);
}

/** The environment variables that set these limits. */
export const limitVariables = {
  MAX_QUERY_DEPTH: count(12),
  MAX_QUERY_ALIASES: count(50),
  MAX_QUERY_DIRECTIVES: count(50),
  MAX_QUERY_TOKENS: count(2_000),
  MAX_QUERY_COST: count(100_000),
  MAX_BODY_BYTES: count(1024 * 1024),
  MAX_ANONYMOUS_BODY_BYTES: count(256 * 1024),
  MAX_PENDING_BYTES_PER_ADDRESS: count(16 * 1024 * 1024),
  MAX_PENDING_BYTES: count(64 * 1024 * 1024),
  MAX_UPLOADS_PER_ADDRESS: count(5),
  MAX_UPLOADS: count(20),
  REQUEST_TIMEOUT_MS: count(15_000),
  UPLOAD_TIMEOUT_MS: count(120_000),
  MAX_CONNECTIONS_PER_ADDRESS: count(1_000),
  RATE_LIMIT_IDENTITY: rate(6_000),
  RATE_LIMIT_ADDRESS: rate(12_000),
  RATE_LIMIT_GUESSES: rate(30),
  MAX_SOCKETS_PER_IDENTITY: count(50),
  MAX_SOCKETS_PER_ADDRESS: count(1_000),
  SOCKET_INIT_TIMEOUT_MS: count(5_000),
  MAX_SUBSCRIPTIONS_PER_SOCKET: count(100),
  MAX_SUBSCRIPTIONS_PER_IDENTITY: count(500),
  MAX_SUBSCRIPTION_BYTES_PER_SOCKET: count(512 * 1024),
  MAX_SUBSCRIPTION_BYTES_PER_IDENTITY: count(1024 * 1024),
  CORS_ORIGINS: z
    .string()
    .transform((text) => listOf(text))
    .refine((origins) => origins.every(isOrigin), {
      error: 'allowed are origins as https://app.example.com, separated by commas',
    })
    .default([]),
  TRUST_PROXY: z
    .string()
    .transform((text) => listOf(text))
    .refine((list) => isHops(list) || list.every(isNetwork), {
      error: 'allowed is how many proxies there are (0 to 10), or their addresses or networks',
    })
    .transform(
      (list): TrustedProxies =>
        isHops(list)
          ? { kind: 'hops', hops: Number(list[0]) }
          : { kind: 'addresses', addresses: list },
    )
    .default({ kind: 'hops', hops: 0 }),
};

type LimitVariables = z.infer<z.ZodObject<typeof limitVariables>>;

export function limitsOf(vars: LimitVariables): Limits {
  return {
    query: {
      depth: vars.MAX_QUERY_DEPTH,
      aliases: vars.MAX_QUERY_ALIASES,
      directives: vars.MAX_QUERY_DIRECTIVES,
      tokens: vars.MAX_QUERY_TOKENS,
      cost: vars.MAX_QUERY_COST,
    },
    bodyBytes: vars.MAX_BODY_BYTES,
    anonymousBodyBytes: Math.min(vars.MAX_ANONYMOUS_BODY_BYTES, vars.MAX_BODY_BYTES),
    pendingBytes: {
      perAddress: vars.MAX_PENDING_BYTES_PER_ADDRESS,
      inAll: vars.MAX_PENDING_BYTES,
    },
    uploads: { perAddress: vars.MAX_UPLOADS_PER_ADDRESS, inAll: vars.MAX_UPLOADS },
    requestTimeoutMs: vars.REQUEST_TIMEOUT_MS,
    uploadTimeoutMs: vars.UPLOAD_TIMEOUT_MS,
    connectionsPerAddress: vars.MAX_CONNECTIONS_PER_ADDRESS,
    perMinute: {
      identity: vars.RATE_LIMIT_IDENTITY,
      address: vars.RATE_LIMIT_ADDRESS,
      guesses: vars.RATE_LIMIT_GUESSES,
    },
    sockets: {
      perIdentity: vars.MAX_SOCKETS_PER_IDENTITY,
      perAddress: vars.MAX_SOCKETS_PER_ADDRESS,
      initTimeoutMs: vars.SOCKET_INIT_TIMEOUT_MS,
    },
    subscriptions: {
      perSocket: vars.MAX_SUBSCRIPTIONS_PER_SOCKET,
      perIdentity: vars.MAX_SUBSCRIPTIONS_PER_IDENTITY,
      bytesPerSocket: vars.MAX_SUBSCRIPTION_BYTES_PER_SOCKET,
      bytesPerIdentity: vars.MAX_SUBSCRIPTION_BYTES_PER_IDENTITY,
    },
  };
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

function isHops(list: readonly string[]): boolean {
  return list.length === 1 && /^([0-9]|10)$/.test(list[0] ?? '');
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    prefix === undefined || (/^\d{1,3}$/.test(prefix) && +prefix <= (version === 4 ? 32 : 128))
  );
}
