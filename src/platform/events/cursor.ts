import type { Actor } from '../../domain/actor.js';
import { CursorExpiredError, ValidationError } from '../../domain/errors.js';
import { quote } from '../input/quote.js';
import type { KeyRing } from '../keys/key-ring.js';
import { createCursorSeal, HASH_BYTES, type Opened, shortHash } from './cursor-seal.js';
import type { LogPlace } from './log-reader.js';

/** Opaque to clients: the log and the position that its reader has reached. */
export type Cursor = string;

/** State of the event log. */
export interface LogState {
  /** Changes when the log is rebuilt. */
  readonly epoch: string;
  /** First position that was not archived. */
  readonly firstPosition: number;
  /** 0 while the log is empty. */
  readonly lastPosition: number;
}

type Reader = Pick<Actor, 'id' | 'role'>;

/** Cursors for clients: sealed, so that an agent does not count the market's events by their positions. */
export interface Cursors {
  /** Cursor of an event: the same for all readers with the same sight, at any time. */
  of(place: LogPlace, reader: Reader): Cursor;
  /**
   * Cursor of a position whose event the reader may not see, such as the end of the log: its text differs each time,
   * so that it does not show whether the log has grown.
   */
  ofEnd(place: LogPlace, reader: Reader): Cursor;
  /**
   * The position behind which the cursor continues.
   * @throws ValidationError for a text that was never a cursor
   * @throws CursorExpiredError if events after it may no longer be there, or it is another reader's
   */
  locate(after: Cursor, log: LogState, reader: Reader): number;
}

const known = new WeakMap<KeyRing, Cursors>();

/** Cursors sealed with the keys of a ring, which are derived once. */
export function cursorsOf(keyRing: KeyRing): Cursors {
  const made = known.get(keyRing) ?? createCursors(keyRing);
  known.set(keyRing, made);
  return made;
}

function createCursors(keyRing: KeyRing): Cursors {
  const seal = createCursorSeal(keyRing);

  function write({ epoch, position }: LogPlace, reader: Reader, isEnd: boolean): Cursor {
    return seal.close({ epoch: shortHash(epoch), reader: tagOf(reader), position }, isEnd);
  }

  return {
    of: (place, reader) => write(place, reader, false),
    ofEnd: (place, reader) => write(place, reader, true),
    locate(after, log, reader) {
      const opened = seal.open(after) ?? plainCursor(after);
      if (opened === null) {
        throw invalid(after, 'is no cursor; use the cursor of an event, or leave it out');
      }
      if (opened === 'unknown key') throw expired('was sealed with a key that is no longer in use');
      if (!mayOpen(reader, opened)) throw expired('was given to another reader');
      if (!opened.epoch.equals(shortHash(log.epoch))) {
        throw expired('belongs to an event log that was rebuilt');
      }
      if (opened.position > log.lastPosition) throw expired('lies after the end of the event log');
      assertRetained(opened.position, log);
      return opened.position;
    },
  };
}

/** Throws a CursorExpiredError unless every event after the position is still there. */
export function assertRetained(position: number, log: LogState): void {
  if (position >= log.firstPosition - 1) return;
  throw new CursorExpiredError(
    'The events after the cursor are no longer kept. Read the present state and follow from there.',
  );
}

/** Readers who see every lead share their cursors; agents and managers have cursors of their own. */
function isNarrow({ role }: Reader): boolean {
  return role === 'REP' || role === 'MANAGER';
}

function tagOf(reader: Reader): Buffer {
  return shortHash(isNarrow(reader) ? `user ${reader.id}` : 'all');
}

function mayOpen(reader: Reader, opened: Opened): boolean {
  return !isNarrow(reader) || opened.reader.equals(tagOf(reader));
}

/**
 * The unsealed format of earlier versions, `epoch@position`: an integrator continues at its position. An agent could
 * make them up, and so find out how many events lie between two of its own; it has to begin anew.
 */
function plainCursor(after: Cursor): Opened | null {
  const text = Buffer.from(after, 'base64url').toString('utf8');
  const [, epoch, digits] = /^(.+)@(0|[1-9]\d{0,15})$/s.exec(text) ?? [];
  if (epoch === undefined) return null;
  if (Buffer.from(text, 'utf8').toString('base64url') !== after) return null;
  const nobody = Buffer.alloc(HASH_BYTES);
  return { epoch: shortHash(epoch), reader: nobody, position: Number(digits) };
}

function expired(what: string): CursorExpiredError {
  return new CursorExpiredError(
    `The cursor ${what}. Read the present state and follow from there.`,
  );
}

function invalid(after: string, message: string): ValidationError {
  return new ValidationError([{ path: 'after', message: `${quote(after)} ${message}` }]);
}
