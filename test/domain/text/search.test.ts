import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchText, searchWords } from '../../../src/domain/text/search.js';

const finds = (query: string, companyName: string, city = 'Ulm') =>
  searchWords(query).every((texts) =>
    texts.some((text) => searchText({ companyName, city }).includes(text)),
  );

describe('a search', () => {
  it.each([
    ['Muller', 'Gasthof Müller'],
    ['Müller', 'Gasthof Mueller'],
    ['mueller', 'GASTHOF MULLER'],
    ['mu', 'Gasthof Müller'],
    ['mue', 'Gasthof Müller'],
    ['Tromsoe', 'Hotel Tromsø'],
    ['tromso', 'Hotel Tromsø'],
    ['St. Georg', 'Hotel Sankt Georg'],
    ['Sankt Georg', 'Hotel St. Georg'],
    ['sank', 'Hotel St. Georg'],
    ['St', 'Hotel Stern'],
    ['Hauptstr.', 'Café Hauptstraße'],
    ['Lukasz', 'Bistro Łukasz'],
    ['groß', 'GROSS & Klein'],
    ['cafe rossl', 'Café Weißes Rössl GmbH & Co. KG'],
    ['Neue Post', 'Hotel Neue Post'],
    ['O’Brien', 'Pub OBrien'],
  ])('for %j finds %j', (query, companyName) => expect(finds(query, companyName)).toBe(true));

  it.each([
    ['Möller', 'Gasthof Müller'],
    ['Sankt Georg', 'Hotel Georg'],
    ['100%', 'Hotel 10'],
  ])('for %j does not find %j', (query, companyName) =>
    expect(finds(query, companyName)).toBe(false));

  it('finds what is written as it is asked for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (name, city) => {
          expect(finds(`${name} ${city}`, name, city)).toBe(true);
        },
      ),
    );
  });

  it('holds no wildcard of LIKE', () => {
    expect(searchWords('100%_\\Fuß')).toEqual([['100'], ['fuss']]);
  });
});
