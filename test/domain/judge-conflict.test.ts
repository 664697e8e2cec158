import { expect, test } from 'vitest';
import {
  type Candidate,
  decideConflict,
  judgeCandidates,
} from '../../src/domain/judge-conflict.js';

const COMPANY = { companyName: 'Hotel Adler', city: 'Ulm', country: 'DE', postalCode: null };
const ALONE = { commonName: false, sharedDomains: new Set<string>() };

function candidate(overrides: Partial<Candidate>): Candidate {
  return {
    ...COMPANY,
    id: 'a',
    status: 'ACTIVE',
    evidence: ['NAME'],
    domains: [],
    nameKey: '',
    buried: false,
    ...overrides,
  };
}

/** Companies elsewhere that share nothing with the one in question but a domain. */
const underOneDomain = (count: number) =>
  ['Zum Anker', 'Kantine Nord', 'Goldener Hirsch', 'Mensa Ost'].slice(0, count).map((name) =>
    candidate({
      id: name,
      companyName: name,
      city: 'Husum',
      nameKey: name,
      evidence: ['DOMAIN'],
      domains: ['portal.example'],
    }),
  );

test('a domain under which four names are found tells nothing, under which three are it does', () => {
  const judged = (count: number) => [
    ...new Set(
      judgeCandidates(COMPANY, underOneDomain(count), ALONE).map(({ judgement }) => judgement),
    ),
  ];
  expect([judged(4), judged(3)]).toEqual([['DIFFERENT'], ['POSSIBLY_SAME']]);
});

test('what the company was before comes with the latest first', () => {
  const leads = ['a', 'c', 'b'].map((id) => candidate({ id, status: 'EXPIRED' }));
  const { verdict, former } = decideConflict(judgeCandidates(COMPANY, leads, ALONE));
  expect([verdict, ...former.map(({ id }) => id)]).toEqual(['FREE', 'c', 'b', 'a']);
});
