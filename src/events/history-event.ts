import type { LoggedEvent } from '../domain/events.js';
import type { GraphQLContext } from '../graphql/context.js';
import { type Cursor, encodeCursor } from './cursor.js';
import { readLogState } from './read-log.js';

/** An event that was read with its lead: without its cursor, which needs the log. */
export type HistoryEvent = Omit<LoggedEvent, 'cursor'>;

const epochs = new WeakMap<object, Promise<string>>();

/** The log's epoch is read once per operation, however many events ask. */
export async function cursorOf(
  event: LoggedEvent | HistoryEvent,
  { loaders, reads }: GraphQLContext,
): Promise<Cursor> {
  if ('cursor' in event) return event.cursor;
  let epoch = epochs.get(loaders);
  if (!epoch) {
    epoch = reads.read((tx) => readLogState(tx)).then((log) => log.epoch);
    epochs.set(loaders, epoch);
  }
  return encodeCursor(await epoch, event.position);
}
