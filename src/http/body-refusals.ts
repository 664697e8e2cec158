import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../domain/error-codes.js';

/** The refusals of a body: the status and a default message. */
const REFUSALS = {
  BAD_REQUEST: { status: 400, message: 'The request cannot be read.' },
  REQUEST_TIMEOUT: { status: 408, message: 'The body did not come in time.' },
  BODY_TOO_LARGE: { status: 413, message: 'The body is too large.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, message: 'The body is of a type that is not taken.' },
  TOO_MUCH_AT_ONCE: {
    status: 429,
    message: 'Too much is coming in at once from this address, or at all; try again in 1 s.',
  },
} as const satisfies Partial<Record<ErrorCode, object>>;

export type BodyRefusal = keyof typeof REFUSALS;

export function refusedBody(code: BodyRefusal, message?: string): GraphQLError {
  const { status, message: usual } = REFUSALS[code];
  const headers = status === 429 ? { headers: { 'retry-after': '1' } } : {};
  return new GraphQLError(message ?? usual, {
    extensions: { code, http: { status, ...headers } },
  });
}

export function tooLarge(limit: number): GraphQLError {
  return refusedBody('BODY_TOO_LARGE', `The body is too large, allowed are ${limit} bytes.`);
}
