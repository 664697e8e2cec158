import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import { LeadwardenError } from '../../domain/errors.js';

/**
 * Of Prisma: cannot be reached, took too long to connect, closed the connection, no connection is free, the transaction
 * went with its connection or with its time.
 */
const PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']);

/**
 * Of PostgreSQL: connection failures, shutdown and start, sessions ended by a timeout, no resources such as disk, a standby
 * or an embedded database without room, which may only be read.
 */
const SQL_STATE = /^(08|53|57P|25P03|25006)/;

/** Of these, the codes of failures that leave reads possible. */
const NO_WRITING = /\b(53100|25006)\b|read-only transaction|No space left/;

const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ECONNABORTED',
  'EADDRNOTAVAIL',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

const KINDS = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);

/** Messages of pg and Prisma that have no code. */
const MESSAGES =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Unable to start a transaction in the given time|not queryable|connection is closed|silent for \d+ ms/i;

const DEEPEST_CAUSE = 5;

/**
 * Whether the error comes from an unavailable database and not from the statement: a repetition may well succeed, and
 * the failure does not count against the row that the statement was about.
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
  if (error instanceof LeadwardenError) return error.code === 'UNAVAILABLE';
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

/** The error, or, if the database is away, one that a client may see. */
export function unavailableOr(error: unknown): unknown {
  if (error instanceof LeadwardenError || !isUnavailable(error)) return error;
  const message = NO_WRITING.test(String(error))
    ? 'The database takes nothing more at the moment, its disk may be full. Reading goes on.'
    : 'The database cannot be reached at the moment. Try again.';
  return new LeadwardenError('UNAVAILABLE', message, { cause: error });
}

/** For `catch`: throws the error, or one that a client may see if the database is away. */
export function orUnavailable(error: unknown): never {
  throw unavailableOr(error);
}
