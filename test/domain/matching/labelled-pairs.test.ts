import { describe, expect, it } from 'vitest';
import { candidateKeys, nameLocks } from '../../../src/domain/matching/candidate-keys.js';
import { readLead } from '../../../src/domain/matching/read-lead.js';
import { compareLeads } from '../../support/compare-leads.js';
import { FLOORS, labelledPairs } from '../../support/labelled-pairs.js';

function pairsOf(file: string) {
  return labelledPairs(file).map((pair) => {
    const [a, b] = [readLead(pair.a), readLead(pair.b)];
    return { ...pair, a, b, verdict: compareLeads(a, b).verdict };
  });
}

const named = (pairs: readonly { text: string; verdict: string }[]) =>
  pairs.map(({ text, verdict }) => `${text}: ${verdict}`);

describe.each(Object.entries(FLOORS))('%s', (file, floor) => {
  const pairs = pairsOf(file);
  const same = pairs.filter(({ same }) => same);
  const different = pairs.filter(({ same }) => !same);

  it('the same company is recognised', () => {
    const missed = same.filter(({ verdict }) => verdict === 'DIFFERENT');
    expect(named(missed)).toEqual([]);
    expect(same.length).toBeGreaterThanOrEqual(floor.found);
  });

  it('most of them are recognised with certainty', () => {
    const hard = same.filter(({ verdict }) => verdict === 'SAME');
    expect(hard.length).toBeGreaterThanOrEqual(floor.hard);
  });

  it('no other company is taken for the same', () => {
    expect(named(different.filter(({ verdict }) => verdict === 'SAME'))).toEqual([]);
  });

  it('few other companies are hinted at', () => {
    const hinted = different.filter(({ verdict }) => verdict !== 'DIFFERENT');
    expect(hinted.length).toBeLessThanOrEqual(floor.hinted);
  });

  it('the order of the two does not matter', () => {
    const turned = pairs.filter(({ a, b, verdict }) => compareLeads(b, a).verdict !== verdict);
    expect(named(turned)).toEqual([]);
  });

  it('what is recognised by name is found by its keys, and certain pairs wait for each other', () => {
    const without = { emails: [], phones: [], domains: [] };
    const byNameOf = ({ a, b }: (typeof pairs)[number]) =>
      compareLeads({ ...a, ...without }, { ...b, ...without }).verdict;
    const byName = pairs.filter((pair) => byNameOf(pair) !== 'DIFFERENT');
    const keyless = byName.filter(({ a, b }) => {
      const keys = new Set(candidateKeys(a));
      return !candidateKeys(b).some((key) => keys.has(key));
    });
    expect(named(keyless)).toEqual([]);
    const certain = byName.filter((pair) => byNameOf(pair) === 'SAME');
    const unlocked = certain.filter(({ a, b }) => {
      const locks = new Set(nameLocks(a.name));
      return !nameLocks(b.name).some((lock) => locks.has(lock));
    });
    expect(named(unlocked)).toEqual([]);
  });
});
