import { isDriverAdapterError } from '@prisma/driver-adapter-utils';

/** Of Prisma: cannot be reached, took too long to connect, closed the connection, no connection is free. */
const PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037']);

/** Of PostgreSQL: connection failures, shutdown and start, sessions ended by a timeout, no resources such as disk. */
const SQL_STATE = /^(08|53|57P|25P03)/;

const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

const KINDS = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);

/** What pg and Prisma say without a code. */
const MESSAGES =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Unable to start a transaction in the given time|not queryable|connection is closed|silent for \d+ ms/i;

const DEEPEST_CAUSE = 5;

/**
 * Whether it failed because the database is away, and not because of what was asked: the same again may well succeed, and
 * nothing is to be held against the row that it was about.
 */
export function isUnavailable(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < DEEPEST_CAUSE && current instanceof Error; depth += 1) {
    if (saysAway(current)) return true;
    current = current.cause;
  }
  return false;
}

function saysAway(error: Error): boolean {
  if (isDriverAdapterError(error)) {
    const { kind, originalCode = '' } = error.cause;
    return KINDS.has(kind) || SQL_STATE.test(originalCode) || MESSAGES.test(error.message);
  }
  const { code, meta } = error as { code?: unknown; meta?: { driverAdapterError?: unknown } };
  if (typeof code === 'string') {
    if (PRISMA_CODES.has(code) || SOCKET_CODES.has(code) || SQL_STATE.test(code)) return true;
  }
  return MESSAGES.test(error.message) || isUnavailable(meta?.driverAdapterError);
}
