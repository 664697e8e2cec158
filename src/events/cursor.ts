import { CursorExpiredError, ValidationError } from '../errors.js';

/** Opaque to clients: where in which log somebody has read to. */
export type Cursor = string;

/** Where the event log stands. */
export interface LogState {
  /** Changes when the log is rebuilt. */
  readonly epoch: string;
  /** Everything before it was archived. */
  readonly firstPosition: number;
  /** 0 while the log is empty. */
  readonly lastPosition: number;
}

export function encodeCursor(epoch: string, position: number): Cursor {
  return Buffer.from(`${epoch}@${position}`, 'utf8').toString('base64url');
}

/**
 * The position after which `after` continues. Throws a ValidationError for what was never a cursor of this log, and a
 * CursorExpiredError when events after it may no longer be there.
 */
export function decodeCursor(after: Cursor, log: LogState): number {
  const text = Buffer.from(after, 'base64url').toString('utf8');
  const match = /^(.+)@(0|[1-9]\d{0,15})$/s.exec(text);
  const [, epoch, digits] = match ?? [];
  if (epoch === undefined || encodeCursor(epoch, Number(digits)) !== after) {
    throw invalid(after, 'is no cursor; use the cursor of an event, or leave it out');
  }
  if (epoch !== log.epoch) {
    throw new CursorExpiredError(
      'The cursor belongs to an event log that was rebuilt. Read the present state and follow from there.',
    );
  }
  const position = Number(digits);
  if (position > log.lastPosition) {
    throw invalid(after, 'lies after the end of the event log; use the cursor of an event');
  }
  assertRetained(position, log);
  return position;
}

/** Throws a CursorExpiredError unless every event after the position is still there. */
export function assertRetained(position: number, log: LogState): void {
  if (position >= log.firstPosition - 1) return;
  throw new CursorExpiredError(
    'The events after the cursor are no longer kept. Read the present state and follow from there.',
  );
}

function invalid(after: string, message: string): ValidationError {
  const shown = after.length > 80 ? `${after.slice(0, 80)}…` : after;
  return new ValidationError([{ path: 'after', message: `${JSON.stringify(shown)} ${message}` }]);
}
