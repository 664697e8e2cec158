import { expect } from 'vitest';
import { positionOf } from '../support/cursors.js';
import type { Installation } from './installation.js';
import type { Subscriber } from './subscriber.js';
import { until } from './until.js';

/** Waits until Anna's subscribers were told of all her events behind a cursor, once and in order, and of nothing else. */
export async function expectWhole(
  { query, anna }: Installation,
  after: string,
  subscribers: readonly Subscriber[],
): Promise<void> {
  const owed = () =>
    query<{ position: number | null }>(
      `SELECT position::int FROM domain_event
       WHERE coalesce(position > $1, true) AND owner_id = $2 ORDER BY position`,
      [positionOf(after), anna.id],
    );
  await until(async () => (await owed()).every(({ position }) => position !== null), true);
  const positions = (await owed()).map(({ position }) => position);
  for (const { told, complaints } of subscribers) {
    await until(() => told.map(({ position }) => position), positions);
    expect(complaints).toEqual([]);
  }
}
