import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { candidateKeys, nameLocks } from '../../../src/domain/matching/candidate-keys.js';
import { type Comparison, compareLeads } from '../../../src/domain/matching/compare-leads.js';
import { readLead } from '../../../src/domain/matching/read-lead.js';

/** The floors only rise. */
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

function pairsOf(file: string) {
  const rows: Row[] = parse(readFileSync(`test/fixtures/matching/${file}`), { columns: true });
  return rows.map((row) => {
    const [a, b] = [leadOf(row, 'A'), leadOf(row, 'B')];
    return { row, a, b, verdict: compareLeads(a, b, () => false).verdict };
  });
}

function leadOf(row: Row, side: 'A' | 'B') {
  const given = (column: string) => row[`${column}${side}`] || null;
  const [email, phone] = [given('email'), given('phone')];
  return readLead({
    companyName: given('name') ?? '',
    city: given('city') ?? '',
    country: 'DE',
    postalCode: given('plz'),
    website: given('web'),
    contacts: [{ email, phone }],
  });
}

function named(pairs: readonly { row: Row; verdict: Comparison['verdict'] }[]): string[] {
  return pairs.map(({ row, verdict }) => `${row.id} ${row.nameA} / ${row.nameB}: ${verdict}`);
}

describe.each(Object.entries(FLOORS))('%s', (file, floor) => {
  const pairs = pairsOf(file);
  const same = pairs.filter(({ row }) => row.label === 'same');
  const different = pairs.filter(({ row }) => row.label === 'different');

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
    const turned = pairs.filter(
      ({ a, b, verdict }) => compareLeads(b, a, () => false).verdict !== verdict,
    );
    expect(named(turned)).toEqual([]);
  });

  it('what is recognised by name is found by its keys, and certain pairs wait for each other', () => {
    const byName = pairs.filter(({ a, b }) =>
      compareLeads(a, b, () => false).why.some(({ by }) => by === 'NAME'),
    );
    const keyless = byName.filter(({ a, b }) => {
      const keys = new Set(candidateKeys(a));
      return !candidateKeys(b).some((key) => keys.has(key));
    });
    expect(named(keyless)).toEqual([]);
    const unlocked = byName.filter(({ a, b }) => {
      const without = { emails: [], phones: [], domains: [] };
      const certain = compareLeads({ ...a, ...without }, { ...b, ...without }, () => false);
      if (certain.verdict !== 'SAME') return false;
      const locks = new Set(nameLocks(a.name));
      return !nameLocks(b.name).some((lock) => locks.has(lock));
    });
    expect(named(unlocked)).toEqual([]);
  });
});
