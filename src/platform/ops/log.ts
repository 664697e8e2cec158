import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { loggedError } from './logged-error.js';

/** Beyond what JSON escapes: what terminals obey, what ends a line for some readers, what turns text round. */
const OBEYED = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** JSON lines on stdout, or wherever `destination` writes. Control characters of values are shown escaped. */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination(1),
): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: loggedError },
    redact: ['headers.authorization', 'token', '*.token'],
    hooks: {
      logMethod([about, ...said], method) {
        // Without a message pino would take the error's own, with the values in it.
        method.apply(
          this,
          said.length === 0 && isError(about) ? [about, 'error'] : [about, ...said],
        );
      },
    },
  };
  return pino(options, { write: (line) => destination.write(line.replace(OBEYED, escaped)) });
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function isError(about: unknown): boolean {
  if (about instanceof Error) return true;
  return (
    typeof about === 'object' && about !== null && 'err' in about && about.err instanceof Error
  );
}
