import { LeadwardenError } from '../../domain/errors.js';

/** The form of an error in the log. */
export interface LoggedError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/**
 * An error without the values that databases and Prisma put into theirs: rows that failed, arguments
 * of queries, texts that could not be read. Properties other than these are left out for the same reason.
 */
export function loggedError(error: unknown): unknown {
  return error instanceof Error ? describe(error, 0) : error;
}

const DEEPEST_CAUSE = 3;

function describe(error: Error, depth: number): LoggedError {
  const { name, message, stack, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const said = withoutValues(error);
  return {
    type: name,
    ...(code === undefined ? {} : { code }),
    message: said,
    ...(stack ? { stack: framesOf(stack, message, `${name}: ${said}`) } : {}),
    ...(cause instanceof Error && depth < DEEPEST_CAUSE
      ? { cause: describe(cause, depth + 1) }
      : {}),
  };
}

/** Also a quotation that is never closed: possible values are left out, and no text is searched twice. */
const QUOTED = /"(?:[^"\\]|\\.)*"?|“[^”]*”?/gs;
/** Text quoted by other libraries is a value, unless it is marked as a name of the schema. */
const QUOTED_BY_LIBRARIES =
  /(?:\b(relation|table|column|constraint|index|function|role|type|trigger|policy|view|schema|database) )?("(?:[^"\\]|\\.)*"?|“[^”]*”?|`[^`]*`?)/gs;
const UUID = /^.[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}.$/;

function withoutValues(error: Error): string {
  const { name, message } = error;
  // Our own messages quote the input for the client that sent it; ids are no personal data.
  if (error instanceof LeadwardenError) {
    return message.replace(QUOTED, (value) => (UUID.test(value) ? value : '…'));
  }
  // Of the program itself, and of Node about files and sockets.
  if (name === 'Error') return message;
  // JSON.parse and BigInt repeat unreadable input without quotes.
  if (name === 'SyntaxError') return 'a text could not be read';
  // Prisma shows the call with all its arguments first, and what is wrong in the last line.
  const last = name.startsWith('Prisma') ? (message.trim().split('\n').at(-1) ?? '') : message;
  const ofDatabase = name.startsWith('Prisma') || /driver|database/i.test(name);
  return (ofDatabase ? last.replace(/: ("|').*$/s, ': …') : last).replace(
    QUOTED_BY_LIBRARIES,
    (_all, before: string | undefined, value: string) => (before ? `${before} ${value}` : '…'),
  );
}

function framesOf(stack: string, message: string, head: string): string {
  const frames = stack.includes(message)
    ? stack.slice(stack.indexOf(message) + message.length)
    : stack.slice(Math.max(0, stack.indexOf('\n    at ')));
  return `${head}${frames}`;
}
