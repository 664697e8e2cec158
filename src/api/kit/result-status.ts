import type { ExecutionResult, GraphQLError } from 'graphql';
import type { ErrorCode } from '../../domain/error-codes.js';
import { LeadwardenError } from '../../domain/errors.js';
import { isUnexpected, withCode } from './errors.js';

/** Statuses of errors that a client can act on, for results that are an error only. */
const STATUSES: Readonly<Partial<Record<ErrorCode, number>>> = {
  VALIDATION: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  CURSOR_EXPIRED: 410,
};

/**
 * A result that is an error and nothing else, with the status of the first: over SSE Yoga would make 500 of it. Variables
 * that do not fit are a matter of the protocol, which wants 200 where plain JSON is asked for.
 */
export function withStatus<Result extends ExecutionResult>(result: Result): Result {
  const { data, errors } = result;
  if (data || !errors?.length || errors.some(({ extensions }) => extensions.http)) return result;
  return {
    ...result,
    errors: errors.map((error) => (isUnexpected(error) ? error : stated(error))),
  };
}

/** Undefined for errors of other libraries, and for those with a status already. */
export function statusOf({ originalError }: GraphQLError): number | undefined {
  return originalError instanceof LeadwardenError ? STATUSES[originalError.code] : undefined;
}

function stated(error: GraphQLError): GraphQLError {
  const known = statusOf(error);
  const http = known === undefined ? { status: 400, spec: true } : { status: known };
  const { code = 'BAD_USER_INPUT' } = error.extensions as { code?: ErrorCode };
  return withCode(error, code, { http });
}
