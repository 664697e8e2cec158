import type { GraphQLError } from 'graphql';
import { inLanguage, isUnexpected } from '../api/kit/errors.js';
import { statusOf } from '../api/kit/result-status.js';
import { ERROR_CODES, type ErrorCode } from '../domain/error-codes.js';
import type { Locale } from '../domain/locales.js';
import { wantedLocale } from './accept-language.js';
import { problem } from './problem.js';

/**
 * An error of a route beside GraphQL, as a problem: the text of its code as the title, its message as the detail, and
 * what else it says as members of their own.
 */
export function answerError(request: Request, error: GraphQLError, reader?: Locale): Response {
  const locale = wantedLocale(request.headers.get('accept-language')) ?? reader ?? 'en';
  const {
    http,
    code,
    detail: _,
    ...more
  } = inLanguage(error, locale).extensions as {
    http?: { status?: number; headers?: Record<string, string> };
    code?: ErrorCode;
    detail?: string;
  };
  const status = http?.status ?? (isUnexpected(error) ? 500 : (statusOf(error) ?? 400));
  const headers = { ...http?.headers, ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}) };
  const told = { code: code ?? 'BAD_REQUEST', detail: inLanguage(error, locale).message };
  return problem(status, { ...told, title: ERROR_CODES[told.code][locale] }, headers, more);
}
