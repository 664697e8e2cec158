import type { Locale } from './locales.js';

/**
 * Every code that an error can have in `extensions.code`, over all transports. docs/errors.md is printed
 * from this table.
 */
export const ERROR_CODES = {
  VALIDATION: {
    en: 'The input breaks a rule; `problems` lists every one with its path.',
    de: 'Eine Eingabe verletzt eine Regel.',
  },
  CONFLICT: {
    en: 'The input is valid, but the present state does not allow the change; `reason` says why.',
    de: 'Der gegenwärtige Stand lässt die Änderung nicht zu.',
  },
  FORBIDDEN: {
    en: 'The actor may see the object but not perform this verb on it, or the token lacks a scope.',
    de: 'Dafür fehlt die Berechtigung.',
  },
  NOT_FOUND: {
    en: 'There is no such object, or the actor may not see it.',
    de: 'Das gibt es nicht, oder es ist für Sie nicht sichtbar.',
  },
  UNAUTHENTICATED: {
    en: 'No token, or an invalid one.',
    de: 'Die Anmeldung fehlt oder gilt nicht mehr.',
  },
  CURSOR_EXPIRED: {
    en: 'The events after the cursor are no longer kept, or the cursor is another reader’s.',
    de: 'Die Ereignisse nach diesem Cursor werden nicht mehr aufbewahrt, oder er gehört einem anderen Leser.',
  },
  TOO_MANY_REQUESTS: {
    en: 'A budget is used up; `retryAfter` is the number of seconds to wait.',
    de: 'Zu viele Anfragen: Bitte versuchen Sie es später noch einmal.',
  },
  TOO_MANY_SUBSCRIPTIONS: {
    en: 'The limit of open subscriptions is reached.',
    de: 'Es sind schon so viele Abonnements offen, wie es sein dürfen.',
  },
  UNAVAILABLE: {
    en: 'The database cannot be reached: try again.',
    de: 'Die Datenbank ist nicht erreichbar: Bitte versuchen Sie es noch einmal.',
  },
  INTERNAL_SERVER_ERROR: {
    en: 'The fault is the server’s; the log has it under `requestId`.',
    de: 'Hier ist etwas schiefgegangen.',
  },
  GRAPHQL_PARSE_FAILED: {
    en: 'The document is no GraphQL.',
    de: 'Das Dokument ist kein GraphQL.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    en: 'The document does not fit the schema.',
    de: 'Das Dokument passt nicht zum Schema.',
  },
  BAD_USER_INPUT: {
    en: 'A variable or an argument does not fit its type.',
    de: 'Eine Variable oder ein Argument hat nicht den richtigen Typ.',
  },
  BAD_REQUEST: {
    en: 'The request as a whole is malformed: its JSON, its form, its method.',
    de: 'Die Anfrage als Ganzes ist fehlerhaft.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    en: 'The document has no operation of that name, or several and none was named.',
    de: 'Das Dokument hat keine Operation dieses Namens, oder mehrere, und keine wurde genannt.',
  },
  METHOD_NOT_ALLOWED: {
    en: 'The route is for other methods.',
    de: 'Diese Adresse nimmt andere Methoden.',
  },
  NOT_ACCEPTABLE: {
    en: 'The client accepts none of the available media types.',
    de: 'Keiner der verfügbaren Medientypen wird angenommen.',
  },
  QUERY_TOO_COMPLEX: {
    en: 'The document nests too deep, or has too many tokens, aliases or directives.',
    de: 'Das Dokument ist zu tief verschachtelt oder zu lang.',
  },
  QUERY_TOO_COSTLY: {
    en: 'The operation costs too much.',
    de: 'Die Anfrage fragt nach zu vielem auf einmal.',
  },
  CROSS_SITE: {
    en: 'Another site could have sent this.',
    de: 'Diese Anfrage könnte von einer anderen Website kommen.',
  },
  REQUEST_TIMEOUT: {
    en: 'The request was not complete in time.',
    de: 'Die Anfrage war nicht rechtzeitig vollständig.',
  },
  TOO_MUCH_AT_ONCE: {
    en: 'Too many bytes are coming in from the address, or in total; try again in a second.',
    de: 'Es kommt zu viel auf einmal: Bitte versuchen Sie es in einer Sekunde noch einmal.',
  },
  BODY_TOO_LARGE: {
    en: 'The body is larger than allowed.',
    de: 'Die Anfrage ist größer, als erlaubt ist.',
  },
  REQUEST_ENTITY_TOO_LARGE: {
    en: 'The file is larger than allowed.',
    de: 'Die Datei ist größer, als erlaubt ist.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    en: 'The media type or encoding of the body is not accepted.',
    de: 'Der Medientyp oder die Kodierung der Anfrage wird nicht angenommen.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;

export type ErrorCode = keyof typeof ERROR_CODES;
