import { readPostalCode } from '../../domain/postal-codes.js';
import { findCountry } from './countries.js';

/** The parts of a company's place in one cell; null if it has none. */
export interface PlaceParts {
  readonly postalCode: string | null;
  readonly city: string | null;
  /** ISO 3166 alpha-2, by the prefix of the code or by name. */
  readonly country: string | null;
}

const NOTHING: PlaceParts = { postalCode: null, city: null, country: null };
const BEFORE =
  /^((?:[A-Z]{1,3} ?[-–] ?|[A-Z]{1,2} ?)?(?:\d{5}|\d{2} \d{3}|\d{3} \d{2}|\d{4}(?: ?[A-Z]{2}\b)?)) ?[-–,/]? ?(\p{L}.*)$/u;
const CODE_BEHIND = /((?:[A-Z]{1,2} ?- ?)?(?<!\d)\d{4,5})\)?$/;

/** Takes apart `87561 Oberstdorf`, `D-80331 München`, `Wien 1010`, `A-5020 Salzburg, Österreich`; a plain city is a city. */
export function readPlace(text: string): PlaceParts {
  const { rest, country } = withoutCountry(text);
  const alone = codeAlone(rest, country);
  if (alone) return alone;
  const before = BEFORE.exec(rest);
  const [code, city] = before ? [before[1], before[2]] : codeBehind(rest);
  if (code === undefined || city === undefined) {
    return { ...NOTHING, city: rest, country };
  }
  const { code: postalCode, country: prefix } = readPostalCode(code);
  return { postalCode, city: city.trim(), country: country ?? prefix };
}

/** Takes the place out of an address in one cell: `Hauptstr. 12a, 87561 Oberstdorf, Deutschland`. */
export function readAddress(text: string): PlaceParts {
  const parts = text
    .split(/[,;|\n]|\s[-–•]\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  const country = parts.length > 1 ? findCountry(last) : null;
  const places = (country === null ? parts : parts.slice(0, -1)).map(readPlace);
  const found = places.findLast(({ postalCode, city }) => postalCode !== null && city !== null);
  if (found) return { ...found, country: found.country ?? country };
  // Without commas the code is the last number of five digits, or of four behind a prefix.
  const within = /^(?:.*\s)?((?:[A-Z]{1,2} ?- ?)?\d{5}|[A-Z]{1,2} ?- ?\d{4}) (\p{L}.*)$/u.exec(
    text,
  );
  if (within) return readPlace(`${within[1]} ${within[2]}`);
  return { ...NOTHING, country };
}

/** `Köln, 50667`, `Wien (1010)`; a city with another number in it is left as it is. */
function codeBehind(text: string): readonly (string | undefined)[] {
  const found = CODE_BEHIND.exec(text);
  const city = found ? text.slice(0, found.index).replaceAll(/[,(]/g, ' ').trim() : '';
  return /\p{L}/u.test(city) && !/\d/.test(city) ? [found?.[1], city] : [];
}

function codeAlone(text: string, country: string | null): PlaceParts | null {
  if (!/^(?:[A-Z]{1,3} ?[-–] ?)?\d{4,5}$/.test(text)) return null;
  const { code, country: prefix } = readPostalCode(text);
  return { postalCode: code, city: null, country: country ?? prefix };
}

/** `Salzburg, Österreich`, `Zürich (CH)`: the country behind the city. */
function withoutCountry(text: string): { rest: string; country: string | null } {
  const comma = text.lastIndexOf(',');
  if (comma > 0) {
    const country = findCountry(text.slice(comma + 1).trim());
    if (country !== null) return { rest: text.slice(0, comma).trim(), country };
  }
  const bracket = text.endsWith(')') ? text.lastIndexOf('(') : -1;
  const within = bracket > 0 ? text.slice(bracket + 1, -1).trim() : '';
  if (/^(?:D|DE|A|AT|CH|AUT|GER|Deutschland|Österreich|Schweiz)$/.test(within)) {
    return { rest: text.slice(0, bracket).trim(), country: findCountry(within) };
  }
  return { rest: text, country: null };
}
