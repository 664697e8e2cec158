import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import type { ConflictVerdict } from '../../src/domain/judge-conflict.js';
import { checkLeadConflict } from '../../src/leads/check-lead-conflict.js';
import { registerLead } from '../../src/leads/register-lead.js';
import { testClock } from '../support/clock.js';
import { openTestDatabase } from '../support/database.js';
import { contextFor, seedUsers } from '../support/factories.js';

const db = await openTestDatabase();
afterAll(() => db[Symbol.asyncDispose]());
const clock = testClock('2026-03-01T09:00:00Z');

/** Through the database; that the comparison itself finds them is tested beside it. The floors only rise. */
const FLOORS = {
  'labelled-pairs.csv': { hard: 44, found: 49, hinted: 3 },
  'imagined-pairs.csv': { hard: 54, found: 66, hinted: 2 },
  'independent-pairs.csv': { hard: 80, found: 107, hinted: 4 },
  'independent-pairs-2.csv': { hard: 24, found: 39, hinted: 0 },
};

interface Row {
  readonly id: string;
  readonly label: 'same' | 'different';
  readonly [column: string]: string;
}

/** What the second agent is told of a company that the first one registered as it stands on the left. */
async function verdictOf(row: Row): Promise<ConflictVerdict> {
  const given = (column: string) => row[column] || undefined;
  const of = (side: 'A' | 'B') => ({
    lead: {
      companyName: given(`name${side}`) ?? '',
      city: given(`city${side}`) ?? '',
      postalCode: given(`plz${side}`),
      website: given(`web${side}`),
    },
    contact: { email: given(`email${side}`), phone: given(`phone${side}`) },
  });
  const [a, b] = [of('A'), of('B')];
  await db.reset();
  const users = await seedUsers(db);
  const hasContact = Boolean(a.contact.email || a.contact.phone);
  await registerLead(contextFor(db, users.otherRep, clock.now()), {
    ...a.lead,
    ...(hasContact ? { contacts: [{ name: 'Jan', ...a.contact }] } : {}),
  });
  const second = contextFor(db, users.rep, clock.now());
  return checkLeadConflict(second, { ...b.lead, ...b.contact });
}

test.each(Object.entries(FLOORS))('%s', { timeout: 120_000 }, async (file, floor) => {
  const rows: Row[] = parse(readFileSync(`test/fixtures/matching/${file}`), { columns: true });
  const answers: { label: string; text: string; verdict: ConflictVerdict }[] = [];
  for (const row of rows) {
    const text = `${row.id} ${row.nameA}, ${row.cityA} / ${row.nameB}, ${row.cityB}`;
    answers.push({ label: row.label, text, verdict: await verdictOf(row) });
  }
  const texts = (label: Row['label'], verdict: ConflictVerdict) =>
    answers.filter((one) => one.label === label && one.verdict === verdict).map(({ text }) => text);
  expect(texts('same', 'FREE')).toEqual([]);
  expect(texts('different', 'PROTECTED')).toEqual([]);
  const hard = texts('same', 'PROTECTED').length;
  expect(hard).toBeGreaterThanOrEqual(floor.hard);
  expect(hard + texts('same', 'POSSIBLY_SAME').length).toBeGreaterThanOrEqual(floor.found);
  expect(texts('different', 'POSSIBLY_SAME').length).toBeLessThanOrEqual(floor.hinted);
});
