/**
 * Every code that an error can have in `extensions.code`, over all transports. docs/errors.md is printed
 * from this table.
 */
export const ERROR_CODES = {
  VALIDATION: 'The input breaks a rule; `problems` lists every one with its path.',
  CONFLICT: 'The input is fine, but not in the state it met; `reason` says why.',
  FORBIDDEN: 'The actor may see the thing but not do this to it, or the token lacks a scope.',
  NOT_FOUND: 'There is no such thing, or the actor may not see it.',
  UNAUTHENTICATED: 'No token, or one that does not count.',
  CURSOR_EXPIRED: 'What follows the cursor is no longer kept, or it is another reader’s.',
  TOO_MANY_REQUESTS: 'A budget is used up; `retryAfter` tells in how many seconds to come again.',
  TOO_MANY_SUBSCRIPTIONS: 'As many subscriptions are open as may be.',
  UNAVAILABLE: 'The database cannot be reached: try again.',
  INTERNAL_SERVER_ERROR: 'The fault is the server’s; the log has it under `requestId`.',
  GRAPHQL_PARSE_FAILED: 'The document is no GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  BAD_USER_INPUT: 'A variable or an argument does not fit its type.',
  BAD_REQUEST: 'The request as a whole is malformed: its JSON, its form, its method.',
  OPERATION_RESOLUTION_FAILURE:
    'The document has no operation of that name, or several and none was named.',
  METHOD_NOT_ALLOWED: 'The route is for other methods.',
  NOT_ACCEPTABLE: 'The client takes none of the media types there are.',
  QUERY_TOO_COMPLEX: 'The document nests too deep, or has too many tokens, aliases or directives.',
  QUERY_TOO_COSTLY: 'The operation asks for too many things at a time.',
  CROSS_SITE: 'Another site could have sent this.',
  REQUEST_TIMEOUT: 'The request did not come in as a whole in time.',
  TOO_MUCH_AT_ONCE: 'Too much is coming in from the address, or at all; try again in a second.',
  BODY_TOO_LARGE: 'The body is larger than allowed.',
  REQUEST_ENTITY_TOO_LARGE: 'The file is larger than allowed.',
  UNSUPPORTED_MEDIA_TYPE: 'The body is in a form that is not taken.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;
