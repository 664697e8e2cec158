import { expect, test } from 'vitest';
import type { ConflictVerdict } from '../../../src/domain/judge-conflict.js';
import { checkLeadConflict } from '../../../src/features/registration/check-lead-conflict.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import type { Tx } from '../../../src/platform/db/open.js';
import { testClock } from '../../support/clock.js';
import { contextFor, seedUsers } from '../../support/factories.js';
import { FLOORS, type LabelledPair, labelledPairs } from '../../support/labelled-pairs.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();
const users = await seedUsers(db);
const clock = testClock('2026-03-01T09:00:00Z');

/** What the second agent is told of a company that the first one registered as it stands on the left. */
async function verdictOf({ a, b }: LabelledPair): Promise<ConflictVerdict> {
  const verdict = await db
    .transaction(async (tx): Promise<never> => {
      throw new Verdict(await askIn(tx, { a, b }));
    })
    .catch((error: unknown) => error);
  if (verdict instanceof Verdict) return verdict.verdict;
  throw verdict;
}

/** Rolls back what was registered to be asked about. */
class Verdict extends Error {
  constructor(readonly verdict: ConflictVerdict) {
    super(verdict);
  }
}

async function askIn(tx: Tx, { a, b }: Pick<LabelledPair, 'a' | 'b'>): Promise<ConflictVerdict> {
  const { contacts, ...first } = a;
  const reachable = contacts.filter(({ email, phone }) => email !== null || phone !== null);
  await registerLead(
    { ...contextFor(db, users.otherRep, clock.now()), tx },
    {
      ...first,
      contacts: reachable.map((contact) => ({ name: 'Jan', ...contact })),
    },
  );
  const { contacts: theirs, ...second } = b;
  return checkLeadConflict(
    { ...contextFor(db, users.rep, clock.now()), tx },
    { ...second, ...theirs[0] },
  );
}

// Some of the files through the database; that the comparison and its keys find all of them is tested with the domain.
test.each(['labelled-pairs.csv', 'unseen-pairs-2.csv'] as const)('%s', {
  timeout: 120_000,
}, async (file) => {
  const floor = FLOORS[file];
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
