import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cityKey,
  companyDomain,
  companyKey,
  foldSearch,
  leadMatchKey,
  normalizeEmail,
  normalizePhone,
  normalizeWebsite,
  searchText,
  similarity,
} from '../../src/domain/matching.js';

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

  it('and an e-mail address of one company share its domain', () => {
    expect(companyDomain('anna@linde.de')).toBe(companyDomain('https://www.linde.de'));
  });

  it.each([
    'anna@gmail.com',
    'anna@gmx.de',
    'anna@web.de',
    'anna@t-online.de',
    'facebook.com/linde',
    'https://de-de.facebook.com/linde',
  ])('%s names no company', (text) => expect(companyDomain(text)).toBeNull());
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

describe('search text', () => {
  it('is folded and keeps the legal form', () => {
    expect(searchText({ companyName: 'Café Weißes Rössl GmbH & Co. KG', city: 'Köln' })).toBe(
      'cafe weisses roessl gmbh co kg koeln',
    );
  });

  it('contains what a query for its words folds to', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (name, city) => {
          expect(searchText({ companyName: name, city })).toBe(
            [foldSearch(name), foldSearch(city)].filter((part) => part !== '').join(' '),
          );
        },
      ),
    );
  });

  it('spells out a letter that carries an accent as well', () => {
    expect(foldSearch('Ǽrø Ǿst')).toBe('aero ost');
  });

  it('folds once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldSearch(foldSearch(text))).toBe(foldSearch(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves no wildcard of LIKE in a query', () => {
    expect(foldSearch('100%_\\Fuß')).toBe('100 fuss');
  });
});

describe('similarity', () => {
  it.each([
    ['word', 'two words', 0.36363637],
    ['hotel koenigshof', 'hotel koenigshof aachen', 0.7083333],
    ['mensa zum baeren', 'mensa am markt', 0.24],
    ['kasino nguy n', 'kasino nguyen', 0.6875],
    ['a', 'b', 0],
    ['', '', 0],
  ])('of %j and %j is what pg_trgm answers', (a, b, expected) => {
    expect(similarity(a, b)).toBeCloseTo(expected, 6);
  });

  it('does not care about case and umlaut spelling, nor which text comes first', () => {
    expect(similarity('MÜLLER', 'mueller')).toBe(1);
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(similarity(a, b)).toBe(similarity(b, a));
        expect(similarity(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('keys and normalisations never throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      normalizeEmail(text);
      normalizePhone(text, 'DE');
      normalizeWebsite(text);
      companyDomain(text);
      companyKey(text);
      cityKey(text);
    }),
    { numRuns: 1_000 },
  );
});
