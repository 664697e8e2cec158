import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { loggedError } from './logged-error.js';

/** JSON lines on stdout, or wherever `destination` writes. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: loggedError },
    redact: ['headers.authorization', 'token', '*.token'],
  };
  return destination ? pino(options, destination) : pino(options);
}
