import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVENT_TYPES } from '../../../src/domain/events.js';
import type { Identity } from '../../../src/platform/db/identity.js';
import { newId } from '../../../src/platform/db/ids.js';
import { typesFor } from '../../../src/platform/events/audience.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { append } from '../events/event-setup.js';

let db: TestDatabase;

/** An event of each type, of no lead. */
beforeAll(async () => {
  db = await openTestDatabase();
  await db.transaction((tx) =>
    append(
      tx,
      EVENT_TYPES.map((type) => ({ type })),
    ),
  );
});
afterAll(() => db[Symbol.asyncDispose]());

const trail = typesFor('TRAIL').sort();

async function trailSeenBy(as: Identity): Promise<string[]> {
  const rows = await db.transaction(
    (tx) => tx.$queryRaw<{ type: string }[]>`
      SELECT type FROM domain_event WHERE type = ANY(${trail})`,
    { as },
  );
  return rows.map(({ type }) => type).sort();
}

test.each([
  'ADMIN',
  'AUDITOR',
  'SYSTEM',
] as const)('the database shows %s every event of the trail', async (role) => {
  expect(await trailSeenBy({ id: newId(), role, territory: null })).toEqual(trail);
});

test.each([
  ['REP', null],
  ['MANAGER', 'NORD'],
  ['MANAGER', null],
  ['WALLBOARD', null],
  ['SERVICE', null],
] as const)('the database shows %s of territory %s none of them', async (role, territory) => {
  expect(await trailSeenBy({ id: newId(), role, territory })).toEqual([]);
});
