import { afterAll, expect, test } from 'vitest';
import type { ConflictVerdict } from '../../../src/domain/judge-conflict.js';
import { checkLeadConflict } from '../../../src/features/registration/check-lead-conflict.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { testClock } from '../../support/clock.js';
import { openTestDatabase } from '../../support/database.js';
import { contextFor, seedUsers } from '../../support/factories.js';
import { FLOORS, type LabelledPair, labelledPairs } from '../../support/labelled-pairs.js';

const db = await openTestDatabase();
afterAll(() => db[Symbol.asyncDispose]());
const clock = testClock('2026-03-01T09:00:00Z');

/** What the second agent is told of a company that the first one registered as it stands on the left. */
async function verdictOf({ a, b }: LabelledPair): Promise<ConflictVerdict> {
  await db.reset();
  const users = await seedUsers(db);
  const { contacts, ...first } = a;
  const reachable = contacts.filter(({ email, phone }) => email !== null || phone !== null);
  await registerLead(contextFor(db, users.otherRep, clock.now()), {
    ...first,
    contacts: reachable.map((contact) => ({ name: 'Jan', ...contact })),
  });
  const { contacts: theirs, ...second } = b;
  return checkLeadConflict(contextFor(db, users.rep, clock.now()), { ...second, ...theirs[0] });
}

// Through the database; that the comparison itself finds them is tested beside it.
test.each(Object.entries(FLOORS))('%s', { timeout: 120_000 }, async (file, floor) => {
  const answers: { same: boolean; text: string; verdict: ConflictVerdict }[] = [];
  for (const pair of labelledPairs(file)) {
    answers.push({ same: pair.same, text: pair.text, verdict: await verdictOf(pair) });
  }
  const texts = (same: boolean, verdict: ConflictVerdict) =>
    answers.filter((one) => one.same === same && one.verdict === verdict).map(({ text }) => text);
  expect(texts(true, 'FREE')).toEqual([]);
  expect(texts(false, 'PROTECTED')).toEqual([]);
  const hard = texts(true, 'PROTECTED').length;
  expect(hard).toBeGreaterThanOrEqual(floor.hard);
  expect(hard + texts(true, 'POSSIBLY_SAME').length).toBeGreaterThanOrEqual(floor.found);
  expect(texts(false, 'POSSIBLY_SAME').length).toBeLessThanOrEqual(floor.hinted);
});
