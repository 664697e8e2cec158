import { expect, it } from 'vitest';
import { candidateKeys } from '../../../src/domain/matching/candidate-keys.js';
import { readLead } from '../../../src/domain/matching/read-lead.js';
import { compareLeads } from '../../support/compare-leads.js';
import { makePairs } from '../../support/matching-variants.js';

const pairs = makePairs(3_000).map(({ same, rules, a, b }) => {
  const [left, right] = [readLead(a), readLead(b)];
  const { verdict, why } = compareLeads(left, right);
  const text = `${a.companyName}, ${a.city} / ${b.companyName}, ${b.city} (${rules.join(', ')})`;
  return { same, left, right, verdict, why, text };
});

function shareOf(same: boolean, verdicts: readonly string[]): number {
  const all = pairs.filter((pair) => pair.same === same);
  return all.filter(({ verdict }) => verdicts.includes(verdict)).length / all.length;
}

it('of two spellings of one company at least 99 in 100 are recognised, 90 with certainty', () => {
  expect(shareOf(true, ['SAME', 'POSSIBLY_SAME'])).toBeGreaterThanOrEqual(0.99);
  expect(shareOf(true, ['SAME'])).toBeGreaterThanOrEqual(0.9);
});

it('no other company is taken for the same, and at most one in 100 is hinted at', () => {
  const taken = pairs.filter(({ same, verdict }) => !same && verdict === 'SAME');
  expect(taken.map(({ text }) => text)).toEqual([]);
  expect(shareOf(false, ['POSSIBLY_SAME'])).toBeLessThanOrEqual(0.01);
});

it('what is recognised by its name is found by its keys', () => {
  const lost = pairs.filter(({ left, right, why }) => {
    if (!why.some(({ by }) => by === 'NAME')) return false;
    const keys = new Set(candidateKeys(left));
    return !candidateKeys(right).some((key) => keys.has(key));
  });
  expect(lost.map(({ text }) => text)).toEqual([]);
});
