import { randomUUID } from 'node:crypto';
import { PothosError } from '@pothos/core';
import { GraphQLError, type GraphQLErrorOptions, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { CONFLICT_REASONS } from '../../domain/conflict-reasons.js';
import { ERROR_CODES, type ErrorCode } from '../../domain/error-codes.js';
import { errorText, problemText, type SpokenError } from '../../domain/error-texts.js';
import {
  ConflictError,
  ForbiddenError,
  LeadwardenError,
  NotFoundError,
  TooManyRequestsError,
  TooManySubscriptionsError,
  ValidationError,
} from '../../domain/errors.js';
import type { Locale } from '../../domain/locales.js';
import { unavailableOr } from '../../platform/db/is-unavailable.js';
import { rateHeaders } from '../../platform/limits/throttle.js';
import { builder } from './builder.js';
import { codeType } from './codes.js';

/** The errors that mutations return instead of throwing. */
export type VerbError = ValidationError | ConflictError | ForbiddenError | NotFoundError;

export function isVerbError(error: unknown): error is VerbError {
  return (
    error instanceof ValidationError ||
    error instanceof ConflictError ||
    error instanceof ForbiddenError ||
    error instanceof NotFoundError
  );
}

/**
 * An error on its way out as a value. It is wrapped because the executor throws whatever a resolver
 * returns that is an Error.
 */
export interface ReturnedError {
  readonly returned: VerbError;
}

export function isReturnedError(value: unknown): value is ReturnedError {
  return (
    typeof value === 'object' &&
    value !== null &&
    'returned' in value &&
    isVerbError(value.returned)
  );
}

const { VALIDATION, CONFLICT, FORBIDDEN, NOT_FOUND } = meaningsOf(ERROR_CODES);

/** What the codes of a table mean, for the schema. */
function meaningsOf<Code extends string>(
  table: Readonly<Record<Code, { readonly en: string }>>,
): Readonly<Record<Code, string>> {
  const meanings = Object.entries<{ readonly en: string }>(table).map(([code, { en }]) => [
    code,
    en,
  ]);
  return Object.fromEntries(meanings) as Record<Code, string>;
}

const ErrorCodeType = codeType('ErrorCode', 'Code of the error, for programs.', {
  VALIDATION,
  CONFLICT,
  FORBIDDEN,
  NOT_FOUND,
});

const ConflictReason = codeType(
  'ConflictReason',
  'Reason of a conflict, for programs. New reasons are added over time.',
  meaningsOf(CONFLICT_REASONS),
);

const UserError = builder.interfaceRef<ReturnedError>('UserError').implement({
  description: 'An error that a mutation returns: nothing was changed.',
  fields: (t) => ({
    code: t.field({
      type: ErrorCodeType,
      description: 'Code of the error, for programs.',
      resolve: ({ returned: { code } }) => {
        if (code === 'VALIDATION' || code === 'CONFLICT') return code;
        return code === 'FORBIDDEN' ? code : 'NOT_FOUND';
      },
    }),
    message: t.string({
      description:
        'Message for people, in German or English: by `Accept-Language`, else in the language of the user, else in English. German says what the code or the reason means, English names the values too.',
      resolve: ({ returned }, _args, { locale }) => errorText(locale, spoken(returned)),
    }),
    detail: t.string({
      description: 'The message in English, for developers and logs.',
      resolve: ({ returned }) => returned.message,
    }),
  }),
});

const FieldProblem = builder
  .objectRef<ValidationError['problems'][number]>('FieldProblem')
  .implement({
    description: 'A fault of one field of an input.',
    fields: (t) => ({
      path: t.exposeString('path', {
        description: 'Path of the field in the input, such as `contacts.0.email`.',
      }),
      message: t.string({
        description:
          'Message for people, with the value and what is allowed, in the language of `UserError.message`.',
        resolve: ({ message }, _args, { locale }) => problemText(locale, message),
      }),
    }),
  });

export const ValidationErrorType = builder.objectRef<ReturnedError>('ValidationError').implement({
  description: 'The input breaks one or more rules.',
  interfaces: [UserError],
  fields: (t) => ({
    problems: t.field({
      type: [FieldProblem],
      description: 'All faults of the input, field by field.',
      resolve: ({ returned }) =>
        returned instanceof ValidationError ? [...returned.problems] : [],
    }),
  }),
});

export const ConflictErrorType = builder.objectRef<ReturnedError>('ConflictError').implement({
  description:
    'The input is valid, but the present state does not allow the change: the object was taken, decided or changed meanwhile.',
  interfaces: [UserError],
  fields: (t) => ({
    reason: t.field({
      type: ConflictReason,
      description: 'Reason of the conflict, for programs.',
      resolve: ({ returned }) => {
        if (returned instanceof ConflictError) return returned.reason;
        throw new Error(`${returned.name} is no ConflictError.`);
      },
    }),
  }),
});

export const ForbiddenErrorType = builder.objectRef<ReturnedError>('ForbiddenError').implement({
  description: 'The actor may see the object but not perform this verb on it.',
  interfaces: [UserError],
});

export const NotFoundErrorType = builder.objectRef<ReturnedError>('NotFoundError').implement({
  description: 'There is no such object, or the actor may not see it.',
  interfaces: [UserError],
});

/**
 * The form in which a client gets an error that was thrown. An unexpected error goes to the log; the client gets the
 * id of the request under which it is logged.
 */
export function publicError(
  error: unknown,
  knownRequestId: string | null,
  log: Logger,
): GraphQLError {
  const place = error instanceof GraphQLError ? error : null;
  // A statement may fail in the middle of a transaction that a whole operation reads by.
  const original = unavailableOr(
    place && !(place instanceof PothosError) ? place.originalError : error,
  );
  // Errors of Pothos are about how the schema was built, in spite of their class.
  const meant = original === undefined || original instanceof GraphQLError;
  if (place && meant && !(original instanceof PothosError)) {
    const refusal = codedRefusal(place);
    if (refusal) return shortened(refusal);
  }
  const requestId = knownRequestId ?? randomUUID();
  if (original instanceof LeadwardenError) {
    const { code, cause } = original;
    // An error that was mapped already, maybe with an HTTP status of its own.
    if (place?.extensions.code === code) return place;
    if (code === 'UNAVAILABLE') log.warn({ err: cause, requestId }, original.message);
    return coded(original, place);
  }
  log.error({ err: original, requestId, path: place?.path }, 'unexpected error in a request');
  return new GraphQLError(`Something went wrong here. Please quote request ${requestId}.`, {
    ...positionOf(place),
    extensions: { code: INTERNAL, requestId },
  });
}

/**
 * A refusal of GraphQL itself with a code; null if the fault is not the client's: a value that cannot be
 * given out comes without a place in the document, one that cannot be taken in with it.
 */
function codedRefusal(error: GraphQLError): GraphQLError | null {
  if (error.extensions.code !== undefined) return error;
  if (error.path === undefined) {
    if (error.nodes) return withCode(error, 'BAD_USER_INPUT');
    return withCode(error, 'BAD_REQUEST', { http: { status: 400 } });
  }
  const { originalError } = error;
  const isOfInput = originalError === undefined || (originalError as GraphQLError).nodes;
  return isOfInput ? withCode(error, 'BAD_USER_INPUT') : null;
}

/** Messages of graphql-js show the value that they are about, however long it is. */
const MAX_MESSAGE_LENGTH = 1_000;

function shortened(error: GraphQLError): GraphQLError {
  const { message, nodes, source, positions, path, extensions } = error;
  if (message.length <= MAX_MESSAGE_LENGTH) return error;
  return new GraphQLError(`${message.slice(0, MAX_MESSAGE_LENGTH)}…`, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions,
  });
}

/** The error as it is, with a code. */
export function withCode(error: GraphQLError, code: ErrorCode, more: object = {}): GraphQLError {
  const { message, nodes, source, positions, path, originalError, extensions } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    originalError: originalError ?? null,
    extensions: { ...more, ...extensions, code },
  });
}

function coded(error: LeadwardenError, place: GraphQLError | null): GraphQLError {
  const { code } = error;
  return new GraphQLError(error.message, {
    ...positionOf(place),
    originalError: error,
    extensions: {
      code,
      ...(error instanceof ValidationError ? { problems: error.problems } : {}),
      ...(error instanceof ConflictError ? { reason: error.reason } : {}),
      ...httpOf(error),
    },
  });
}

/** What an error of a verb says. */
function spoken(error: LeadwardenError): SpokenError {
  const { code, message } = error;
  return {
    code,
    message,
    ...(error instanceof ConflictError ? { reason: error.reason } : {}),
    ...(error instanceof ValidationError ? { problems: error.problems } : {}),
  };
}

/** A public error in a language, with what it said in English as `detail`; an English one as it is. */
export function inLanguage(error: GraphQLError, locale: Locale): GraphQLError {
  const { message, nodes, source, positions, path, originalError, extensions } = error;
  const { code, reason, problems } = extensions as Partial<SpokenError>;
  if (locale === 'en' || code === undefined || !Object.hasOwn(ERROR_CODES, code)) return error;
  return new GraphQLError(errorText(locale, { code, message, reason, problems }), {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    originalError: originalError ?? null,
    extensions: {
      ...extensions,
      detail: message,
      ...(problems
        ? {
            problems: problems.map((one) => ({
              path: one.path,
              message: problemText(locale, one.message),
            })),
          }
        : {}),
    },
  });
}

/** The error for transports whose results have no status of their own. */
export function withoutStatus(error: GraphQLError): GraphQLFormattedError {
  const { extensions: { http: _, ...extensions } = {}, ...told } = error.toJSON();
  return Object.keys(extensions).length > 0 ? { ...told, extensions } : told;
}

/** Whether clients can do nothing about the error, as when the database is away. */
export function isUnexpected({ extensions }: GraphQLError): boolean {
  return extensions.code === INTERNAL;
}

const INTERNAL = 'INTERNAL_SERVER_ERROR';

/** Statuses for errors that are about the request as a whole. */
function httpOf(error: LeadwardenError) {
  if (error.code === 'UNAUTHENTICATED') return { http: { status: 401 } };
  if (error.code === 'UNAVAILABLE') return { http: { status: 503 } };
  if (error instanceof TooManySubscriptionsError) return { http: { status: 429 } };
  if (!(error instanceof TooManyRequestsError)) return {};
  const { rate } = error;
  return {
    retryAfter: Math.ceil(rate.retryAfterMs / 1000),
    http: { status: 429, headers: rateHeaders(rate) },
  };
}

function positionOf(place: GraphQLError | null): Pick<GraphQLErrorOptions, 'nodes' | 'path'> {
  return { nodes: place?.nodes ?? null, path: place?.path ?? null };
}
