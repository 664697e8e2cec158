import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cityKey,
  companyKey,
  leadMatchKey,
  normalizeEmail,
  normalizePhone,
  normalizeWebsite,
} from '../../../src/domain/matching/normal-forms.js';

describe('an e-mail address', () => {
  it.each([
    ['  Anna.Berg@Hotel-Linde.EXAMPLE ', 'anna.berg@hotel-linde.example'],
    ['mailto:info@linde.de', 'info@linde.de'],
    ['info@müller.de', 'info@xn--mller-kva.de'],
    ['o’brien@pub.ie', null],
    ["o'brien+kasino@pub.ie", "o'brien+kasino@pub.ie"],
  ])('%s becomes %s', (text, expected) => expect(normalizeEmail(text)).toBe(expected));

  it.each([
    'keine-email',
    '',
    '@linde.de',
    'anna@',
    'anna@linde',
    'anna..berg@linde.de',
    'a@b.de, c@d.de',
    'a b@c.de',
    'a@-b.de',
    'a@b.de\n',
    `${'x'.repeat(65)}@linde.de`,
    `a@${'x'.repeat(64)}.de`,
  ])('%j is none', (text) => expect(normalizeEmail(text.replace('\n', '\u0000'))).toBeNull());
});

describe('a phone number', () => {
  it.each([
    ['+49 69 7147636', 'DE', '+49697147636'],
    ['0049-69-7147636', 'DE', '+49697147636'],
    ['(069) 7147636', 'DE', '+49697147636'],
    ['069/7147636', 'DE', '+49697147636'],
    ['+49 (0)69 7147636', 'DE', '+49697147636'],
    ['Tel.: 069 7147636', 'DE', '+49697147636'],
    ['01 5880', 'AT', '+4315880'],
    ['01 5880', 'at', '+4315880'],
    ['0041 44 668 18 00', 'DE', '+41446681800'],
    ['+43 1 5880', 'ZZ', '+4315880'],
  ])('%s in %s is %s', (text, country, e164) => {
    expect(normalizePhone(text, country)).toBe(e164);
  });

  it.each([
    ['keine', 'DE'],
    ['', 'DE'],
    ['069 1', 'DE'],
    ['069 7147636', 'ZZ'],
    ['069 7147636 / 0171 2345678', 'DE'],
    ['069 7147636 abends', 'DE'],
    ['0'.repeat(400), 'DE'],
  ])('%s in %s is none', (text, country) => expect(normalizePhone(text, country)).toBeNull());
});

describe('a website', () => {
  it.each([
    ['www.Hotel-Linde.example', 'hotel-linde.example'],
    ['https://www.linde.de/kontakt?von=1#oben', 'linde.de'],
    ['HTTP://LINDE.DE:8080/', 'linde.de'],
    ['//shop.linde.de', 'shop.linde.de'],
    ['linde.de.', 'linde.de'],
    ['müller.de', 'xn--mller-kva.de'],
    ['www.de', 'www.de'],
  ])('%s is the domain %s', (text, domain) => expect(normalizeWebsite(text)).toBe(domain));

  it.each([
    '',
    'keine',
    'localhost',
    'info@linde.de',
    'http://',
    '1.2.3.4',
    'javascript:alert(1)',
    'a b.de',
  ])('%j is none', (text) => expect(normalizeWebsite(text)).toBeNull());
});

describe('a company key', () => {
  it.each([
    ['Hotel Fuß UG (haftungsbeschränkt)', 'HOTEL FUSS UG (HAFTUNGSBESCHRÄNKT)'],
    ['Krämer & Söhne GmbH & Co. KG', 'Kraemer und Soehne GmbH'],
    ['Krämer & Söhne', 'Krämer + Söhne OHG'],
    ['Kasino Linde e.K.', 'Kasino Linde e. K.'],
    ["Parkhotel O'Brien", 'Parkhotel O’Brien AG'],
    ['Sportverein Aachen e.V.', 'Sportverein Aachen'],
    ['Acme, Inc.', 'ACME Ltd'],
    ['Fa. Müller', 'Mu\u0308ller KGaA'],
    ['Hotel Nguyễn', 'Hotel Nguyen SE'],
    ['Groß-Handel', 'Gross Handel'],
    ['Müller & Co.', 'Müller'],
  ])('is the same for %s and %s', (a, b) => expect(companyKey(a)).toBe(companyKey(b)));

  it.each([
    ['Hotel Linde', 'Hotel Lindau'],
    ['Hotel Müller', 'Hotel Muller'],
    ['AG', 'KG'],
    ['株式会社', '東京'],
    ['***', '+++'],
  ])('tells %s from %s', (a, b) => expect(companyKey(a)).not.toBe(companyKey(b)));
});

describe('a city key', () => {
  it.each([
    ['Frankfurt am Main', 'FRANKFURT'],
    ['Frankfurt a. M.', 'Frankfurt/Main'],
    ['Frankfurt (Oder)', 'Frankfurt an der Oder'],
    ['Sylt/Westerland', 'Westerland / Sylt'],
    ['Kempten (Allgäu)', 'Kempten'],
    ['Freiburg im Breisgau', 'Freiburg i. Br.'],
    ['Munich', 'München'],
    ['Köln', 'KOELN'],
    ['St. Ingbert', 'Sankt Ingbert'],
  ])('is the same for %s and %s', (a, b) => expect(cityKey(a)).toBe(cityKey(b)));

  it.each([
    ['Frankfurt am Main', 'Frankfurt (Oder)'],
    ['Neustadt an der Weinstraße', 'Neustadt am Rübenberge'],
    ['Halle (Saale)', 'Halle (Westfalen)'],
  ])('tells %s from %s', (a, b) => expect(cityKey(a)).not.toBe(cityKey(b)));
});

it('the match key joins country, city and company', () => {
  expect(leadMatchKey({ companyName: 'Hotel Fuß GmbH', city: 'Köln', country: 'de' })).toBe(
    'DE|koeln|hotel fuss',
  );
});

it('keys and normalisations never throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      normalizeEmail(text);
      normalizePhone(text, 'DE');
      normalizeWebsite(text);
      companyKey(text);
      cityKey(text);
    }),
    { numRuns: 1_000 },
  );
});
