import type { GraphQLError } from 'graphql';
import { isUnexpected } from '../api/kit/errors.js';
import { statusOf } from '../api/kit/result-status.js';

/** An error in the form of GraphQL, for requests that were not GraphQL. */
export function answerError(error: GraphQLError): Response {
  const { http, ...extensions } = error.extensions as {
    http?: { status?: number; headers?: Record<string, string> };
  };
  const status = http?.status ?? (isUnexpected(error) ? 500 : (statusOf(error) ?? 400));
  const headers = { ...http?.headers, ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}) };
  return Response.json({ errors: [{ message: error.message, extensions }] }, { status, headers });
}
