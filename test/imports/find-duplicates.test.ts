import { expect, it } from 'vitest';
import { createDuplicateFinder } from '../../src/imports/find-duplicates.js';
import type { ImportRow } from '../../src/imports/parse-row.js';

function row(overrides: Partial<ImportRow> = {}): ImportRow {
  return {
    companyName: 'Hotel Linde GmbH',
    postalCode: '50667',
    city: 'Köln',
    country: 'DE',
    businessType: 'HOTEL',
    contactName: null,
    email: null,
    phone: null,
    website: null,
    source: null,
    registeredAt: null,
    estimatedVolume: null,
    notes: null,
    ...overrides,
  };
}

/** What the finder says of each row; the first stands on line 2. */
function check(...rows: ImportRow[]) {
  const finder = createDuplicateFinder();
  return rows.map((each, at) => finder.check(at + 2, each));
}

it('the same company in the same city is a duplicate, whatever its legal form and spelling', () => {
  expect(check(row(), row({ companyName: 'HOTEL LINDE e.K.', city: 'Koeln' }))).toEqual([
    null,
    { line: 2, because: 'COMPANY_AND_CITY' },
  ]);
});

it('the same e-mail is a duplicate, whatever the company', () => {
  const email = 'info@linde.example';
  expect(check(row({ email }), row({ companyName: 'Gasthof Post', city: 'Bonn', email }))).toEqual([
    null,
    { line: 2, because: 'EMAIL' },
  ]);
});

it('two postal codes tell namesakes apart, one or none does not', () => {
  expect(check(row(), row({ postalCode: '50999' }), row({ postalCode: null }))).toEqual([
    null,
    null,
    { line: 2, because: 'COMPANY_AND_CITY' },
  ]);
});

it('namesakes in another city or country are no duplicates', () => {
  expect(check(row(), row({ city: 'Bonn' }), row({ country: 'AT' }))).toEqual([null, null, null]);
});

it('a duplicate of a duplicate is one of the first line', () => {
  const email = 'info@linde.example';
  expect(
    check(
      row({ email }),
      row({ companyName: 'Gasthof Post', email }),
      row({ companyName: 'Gasthof Post' }),
    ),
  ).toEqual([null, { line: 2, because: 'EMAIL' }, { line: 2, because: 'COMPANY_AND_CITY' }]);
});

it('rows without e-mail are not duplicates for that', () => {
  expect(check(row(), row({ companyName: 'Gasthof Post' }))).toEqual([null, null]);
});
