import { expect, test } from 'vitest';
import { normalizePostalCode, readPostalCode } from '../../src/domain/postal-codes.js';

test.each([
  ['D-80331', '80331', 'DE'],
  ['A-1010', '1010', 'AT'],
  ['CH-8001', '8001', 'CH'],
  ['D80331', '80331', 'DE'],
  ['PLZ 80331', '80331', null],
  ['80 331', '80331', null],
  ['L-1009', '1009', 'LU'],
  ['SW1A 1AA', 'SW1A 1AA', null],
  ['1012 ab', '1012 AB', null],
])('%s is %s of %s', (text, code, country) => {
  expect(readPostalCode(text)).toEqual({ code, country });
});

test.each([
  ['D-80331', 'DE', '80331'],
  ['A-1010', 'AT', '1010'],
  ['A-1010', 'DE', 'A-1010'],
  ['80 331', 'DE', '80331'],
  ['8033', 'DE', '8033'],
])('%s in %s is stored as %s', (text, country, stored) => {
  expect(normalizePostalCode(text, country)).toBe(stored);
});
