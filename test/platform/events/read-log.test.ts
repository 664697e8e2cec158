import { beforeEach, describe, expect, test } from 'vitest';
import { CursorExpiredError } from '../../../src/domain/errors.js';
import type { Tx } from '../../../src/platform/db/open.js';
import {
  type LogQuery,
  readLog as read,
  readLogState,
} from '../../../src/platform/events/read-log.js';
import { createSequencer } from '../../../src/platform/events/sequencer.js';
import { createMemoryWakeUp } from '../../../src/platform/events/wake-up-memory.js';
import { cursorAt, cursors, positionOf } from '../../support/cursors.js';
import { invalid } from '../../support/invalid.js';
import { testDatabase } from '../../support/test-file.js';
import {
  actor,
  admin,
  commitNumbered,
  makeEventLead,
  NEVER_MS,
  numbersOf,
  quiet,
  range,
} from './event-setup.js';

const db = await testDatabase();
beforeEach(() => db.reset());

const readLog = (tx: Tx, query: Omit<LogQuery, 'cursors'>) => read(tx, { ...query, cursors });

async function publish(from: number, to: number, happening = {}): Promise<void> {
  await commitNumbered(db, from, to, happening);
  const wakeUp = createMemoryWakeUp();
  await createSequencer({ db, wakeUp, log: quiet, pollMs: NEVER_MS }).catchUp();
}

describe('the event log', () => {
  test('is read page by page, and a cursor of the last page continues later', async () => {
    await publish(1, 5);
    const first = await readLog(db.prisma, { first: 3, actor: admin });
    expect([numbersOf(first.events), first.hasNextPage]).toEqual([[1, 2, 3], true]);

    const second = await readLog(db.prisma, { first: 3, after: first.endCursor, actor: admin });
    expect([numbersOf(second.events), second.hasNextPage]).toEqual([[4, 5], false]);

    const none = await readLog(db.prisma, { first: 3, after: second.endCursor, actor: admin });
    expect(none).toMatchObject({ events: [], hasNextPage: false });
    expect(positionOf(none.endCursor)).toBe(5);

    await publish(6, 6);
    const third = await readLog(db.prisma, { first: 3, after: second.endCursor, actor: admin });
    expect(numbersOf(third.events)).toEqual([6]);
  });

  test('a page that ends with the log has no next page', async () => {
    await publish(1, 3);
    const page = await readLog(db.prisma, { first: 3, actor: admin });
    expect([numbersOf(page.events), page.hasNextPage]).toEqual([[1, 2, 3], false]);
  });

  test('every event carries the cursor behind which the next one comes', async () => {
    await publish(1, 3);
    const { events } = await readLog(db.prisma, { first: 3, actor: admin });
    const rest = await readLog(db.prisma, {
      first: 3,
      after: events[0] ? cursors.of(events[0], admin) : null,
      actor: admin,
    });
    expect(numbersOf(rest.events)).toEqual([2, 3]);
  });

  test('without events still gives a cursor to continue from', async () => {
    const empty = await readLog(db.prisma, { first: 10, actor: admin });
    expect(empty).toMatchObject({ events: [], hasNextPage: false });
    await publish(1, 1);
    const later = await readLog(db.prisma, { first: 10, after: empty.endCursor, actor: admin });
    expect(numbersOf(later.events)).toEqual([1]);
  });

  test('is filtered by type and lead, and the cursor moves over what does not match', async () => {
    const lead = await makeEventLead(db);
    await publish(1, 2, { lead, type: 'HOLD_STARTED' });
    await publish(3, 4, { lead, type: 'HOLD_ENDED' });
    await publish(5, 6, { lead: await makeEventLead(db), type: 'HOLD_STARTED' });

    const holds = { types: ['HOLD_STARTED'] as const, leadIds: [lead.id], actor: admin };
    const page = await readLog(db.prisma, { ...holds, first: 10 });
    expect(numbersOf(page.events)).toEqual([1, 2]);
    expect(positionOf(page.endCursor)).toBe(6);
    const none = await readLog(db.prisma, { first: 10, types: [], actor: admin });
    expect(none.events).toEqual([]);
  });

  test('shows an agent only events about leads that were theirs, in full pages', async () => {
    const [mine, other] = [await makeEventLead(db), await makeEventLead(db)];
    for (const n of range(1, 6)) await publish(n, n, { lead: n % 2 ? mine : other });
    const rep = actor('REP', { id: mine.ownerId });
    const page = await readLog(db.prisma, { first: 2, actor: rep });
    expect([numbersOf(page.events), page.hasNextPage]).toEqual([[1, 3], true]);
    const rest = await readLog(db.prisma, { first: 2, after: page.endCursor, actor: rep });
    expect([numbersOf(rest.events), rest.hasNextPage]).toEqual([[5], false]);
  });

  test('does not show an event before it has its position', async () => {
    await publish(1, 1);
    await commitNumbered(db, 2, 2);
    const { events } = await readLog(db.prisma, { first: 10, actor: admin });
    expect(numbersOf(events)).toEqual([1]);
  });

  test('below retention refuses the cursor, and begins with the oldest kept event without one', async () => {
    await publish(1, 5);
    const { epoch } = await readLogState(db.prisma);
    await db.prisma.domainEvent.deleteMany({ where: { position: { lt: 4n } } });
    await db.prisma.eventLog.update({ where: { id: 1 }, data: { firstPosition: 4n } });

    const behind = (position: number) =>
      readLog(db.prisma, { first: 10, after: cursorAt(epoch, position), actor: admin });
    await expect(behind(2)).rejects.toThrow(CursorExpiredError);
    expect(numbersOf((await behind(3)).events)).toEqual([4, 5]);
    const oldest = await readLog(db.prisma, { first: 10, actor: admin });
    expect(numbersOf(oldest.events)).toEqual([4, 5]);
  });

  test('refuses a cursor of a rebuilt log, and one that is none', async () => {
    await publish(1, 1);
    const follow = (after: string) => readLog(db.prisma, { first: 1, after, actor: admin });
    await expect(follow(cursorAt('older', 1))).rejects.toThrow(CursorExpiredError);
    await expect(follow('nonsense')).rejects.toMatchObject(invalid('after'));
  });
});
