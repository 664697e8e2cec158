import { getCountries } from 'libphonenumber-js/min';
import { LOCALES } from '../../domain/locales.js';
import { foldText } from '../../domain/text/fold.js';

/** Beyond ISO codes and the names in German and English: plate codes, ISO alpha-3, everyday names. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  d: 'DE',
  'de de': 'DE',
  'de at': 'AT',
  'de ch': 'CH',
  deu: 'DE',
  ger: 'DE',
  brd: 'DE',
  'bundesrepublik deutschland': 'DE',
  'federal republic of germany': 'DE',
  a: 'AT',
  aut: 'AT',
  'republik oesterreich': 'AT',
  che: 'CH',
  'schweizerische eidgenossenschaft': 'CH',
  f: 'FR',
  fra: 'FR',
  i: 'IT',
  ita: 'IT',
  nld: 'NL',
  holland: 'NL',
  'the netherlands': 'NL',
  bel: 'BE',
  l: 'LU',
  lux: 'LU',
  fl: 'LI',
  pol: 'PL',
  cze: 'CZ',
  tschechische: 'CZ',
  'tschechische republik': 'CZ',
  'czech republic': 'CZ',
  dnk: 'DK',
  e: 'ES',
  esp: 'ES',
  uk: 'GB',
  gbr: 'GB',
  england: 'GB',
  'great britain': 'GB',
  grossbritannien: 'GB',
  usa: 'US',
  'vereinigte staaten von amerika': 'US',
  'united states of america': 'US',
};

/** States, provinces and cantons that stand in the column of the country. */
const REGIONS: Readonly<Record<string, string>> = {
  DE:
    'Baden-Württemberg|Bayern|Bavaria|Berlin|Brandenburg|Bremen|Hamburg|Hessen|Hesse|Mecklenburg-Vorpommern|Niedersachsen|' +
    'Lower Saxony|Nordrhein-Westfalen|NRW|Rheinland-Pfalz|Saarland|Sachsen|Saxony|Sachsen-Anhalt|Schleswig-Holstein|' +
    'Thüringen|Allgäu|Oberbayern',
  AT: 'Burgenland|Kärnten|Niederösterreich|Oberösterreich|Salzburg|Steiermark|Tirol|Vorarlberg|Wien',
  CH:
    'Aargau|Appenzell|Basel-Stadt|Basel-Landschaft|Bern|Freiburg (CH)|Genf|Glarus|Graubünden|Jura|Luzern|Neuenburg|Nidwalden|' +
    'Obwalden|Schaffhausen|Schwyz|Solothurn|St. Gallen|Thurgau|Tessin|Uri|Waadt|Wallis|Zug|Zürich|Suisse|Svizzera|Schweiz/Suisse',
  IT: 'Südtirol|Alto Adige|Italia',
};

let namesToCode: Map<string, string> | undefined;

/** ISO 3166 alpha-2 code of a country given by code or German or English name, or null. */
export function findCountry(text: string): string | null {
  namesToCode ??= indexCountries();
  return namesToCode.get(foldText(text)) ?? null;
}

function indexCountries(): Map<string, string> {
  const index = new Map<string, string>();
  const displayNames = LOCALES.map((locale) => new Intl.DisplayNames(locale, { type: 'region' }));
  for (const code of getCountries()) {
    for (const names of displayNames) index.set(foldText(names.of(code) ?? code), code);
  }
  for (const [code, names] of Object.entries(REGIONS)) {
    for (const name of names.split('|')) index.set(foldText(name), code);
  }
  for (const [name, code] of Object.entries(OTHER_NAMES)) index.set(name, code);
  for (const code of getCountries()) index.set(code.toLowerCase(), code);
  return index;
}
