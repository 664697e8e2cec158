/**
 * Every code that an error can have in `extensions.code`, over all transports. docs/errors.md is printed
 * from this table.
 */
export const ERROR_CODES = {
  VALIDATION: 'The input breaks a rule; `problems` lists every one with its path.',
  CONFLICT:
    'The input is valid, but the present state does not allow the change; `reason` says why.',
  FORBIDDEN:
    'The actor may see the object but not perform this verb on it, or the token lacks a scope.',
  NOT_FOUND: 'There is no such object, or the actor may not see it.',
  UNAUTHENTICATED: 'No token, or an invalid one.',
  CURSOR_EXPIRED:
    'The events after the cursor are no longer kept, or the cursor is another reader’s.',
  TOO_MANY_REQUESTS: 'A budget is used up; `retryAfter` is the number of seconds to wait.',
  TOO_MANY_SUBSCRIPTIONS: 'The limit of open subscriptions is reached.',
  UNAVAILABLE: 'The database cannot be reached: try again.',
  INTERNAL_SERVER_ERROR: 'The fault is the server’s; the log has it under `requestId`.',
  GRAPHQL_PARSE_FAILED: 'The document is no GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  BAD_USER_INPUT: 'A variable or an argument does not fit its type.',
  BAD_REQUEST: 'The request as a whole is malformed: its JSON, its form, its method.',
  OPERATION_RESOLUTION_FAILURE:
    'The document has no operation of that name, or several and none was named.',
  METHOD_NOT_ALLOWED: 'The route is for other methods.',
  NOT_ACCEPTABLE: 'The client accepts none of the available media types.',
  QUERY_TOO_COMPLEX: 'The document nests too deep, or has too many tokens, aliases or directives.',
  QUERY_TOO_COSTLY: 'The operation costs too much.',
  CROSS_SITE: 'Another site could have sent this.',
  REQUEST_TIMEOUT: 'The request was not complete in time.',
  TOO_MUCH_AT_ONCE:
    'Too many bytes are coming in from the address, or in total; try again in a second.',
  BODY_TOO_LARGE: 'The body is larger than allowed.',
  REQUEST_ENTITY_TOO_LARGE: 'The file is larger than allowed.',
  UNSUPPORTED_MEDIA_TYPE: 'The media type or encoding of the body is not accepted.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;
