import { isMisspelling, remembered, spellingKey } from './spelling.js';

/** The trade of a house, and its kin: of one family two may be one house, of two distant ones not. */
export type TradeFamily =
  | 'LODGING'
  | 'RESTAURANT'
  | 'CAFE'
  | 'BAKERY'
  | 'BUTCHER'
  | 'HOSPITAL'
  | 'CARE'
  | 'CHILDREN'
  | 'SCHOOL'
  | 'PRIMARY_SCHOOL'
  | 'SECONDARY_SCHOOL'
  | 'GRAMMAR_SCHOOL'
  | 'UNIVERSITY'
  | 'CANTEEN'
  | 'CATERING'
  | 'HOSTEL'
  | 'WHOLESALE'
  | 'WINERY'
  | 'CLUB';

const TRADES_OF: Readonly<Record<TradeFamily, string>> = {
  LODGING:
    'hotel hotels motel gasthof gasthaus landgasthof landgasthaus landhotel landhaus pension gaestehaus hotelpension ' +
    'gasthofhotel apartmenthotel aparthotel resort lodge ferienhotel kurhotel',
  RESTAURANT:
    'restaurant gaststaette wirtshaus wirtschaft gastwirtschaft lokal pizzeria trattoria ristorante osteria taverne ' +
    'taverna bistro brasserie imbiss grill steakhouse brauhaus brauereigasthof braugasthof speisegaststaette schaenke ' +
    'schenke strausswirtschaft besenwirtschaft heuriger buschenschank gutsschaenke sushi sushibar kebap kebab kebaphaus ' +
    'weinstube weinhaus stuben stube stueberl bar kneipe bierstube biergarten speiselokal gastronomie gastro ' +
    'vereinsheim sportheim sportgaststaette doener asiarestaurant chinarestaurant',
  CAFE: 'cafe kaffeehaus eiscafe eisdiele konditorei coffee kaffeeroesterei roesterei cafebar teehaus stehcafe',
  BAKERY: 'baeckerei backhaus baecker backstube grossbaeckerei backwaren',
  BUTCHER: 'metzgerei fleischerei schlachterei metzger fleischer fleischwaren',
  HOSPITAL:
    'klinik kliniken klinikum krankenhaus hospital spital universitaetsklinikum uniklinik uniklinikum krankenanstalt ' +
    'fachklinik kurklinik rehaklinik rehazentrum reha sanatorium',
  CARE:
    'seniorenheim altenheim pflegeheim altersheim seniorenzentrum seniorenresidenz seniorenstift altenpflegeheim ' +
    'seniorenwohnheim pflegezentrum pflegewohnhaus pflegewohnheim seniorenhaus seniorendomizil betagtenheim ' +
    'seniorenwohnen altenzentrum wohnstift hospiz altenwohnheim residenz',
  CHILDREN:
    'kita kindergarten kindertagesstaette kinderkrippe krippe hort kinderhaus kinderhort tagesstaette',
  SCHOOL: 'schule schulzentrum internat akademie',
  PRIMARY_SCHOOL: 'grundschule volksschule',
  SECONDARY_SCHOOL: 'realschule mittelschule gesamtschule hauptschule berufsschule',
  GRAMMAR_SCHOOL: 'gymnasium',
  UNIVERSITY: 'universitaet hochschule',
  CANTEEN:
    'kantine betriebsrestaurant betriebskantine werkskantine casino kasino mensa kueche zentralkueche grosskueche ' +
    'cafeteria personalrestaurant mitarbeiterrestaurant betriebsgastronomie',
  CATERING: 'catering caterer partyservice eventcatering',
  HOSTEL: 'jugendherberge jugendgaestehaus hostel herberge jugendhaus jugendhotel',
  WHOLESALE: 'grosshandel lebensmittel feinkost supermarkt markthalle hofladen',
  WINERY: 'weingut winzerhof weinkellerei vinothek',
  CLUB: 'golfclub tennisclub golfrestaurant clubhaus',
};

export const TRADES: ReadonlyMap<string, TradeFamily> = new Map(
  (Object.entries(TRADES_OF) as [TradeFamily, string][]).flatMap(([family, list]) =>
    list.split(' ').map((word): [string, TradeFamily] => [word, family]),
  ),
);

const BY_SPELLING: ReadonlyMap<string, string> = new Map(
  [...TRADES.keys()].map((word) => [spellingKey(word), word]),
);

/** The trade that a folded word names, in its usual spelling: `baeckerei` of `backerei`; null if it names none. */
export function tradeNamed(word: string): string | null {
  return TRADES.has(word) ? word : (BY_SPELLING.get(spellingKey(word)) ?? misspeltTrade(word));
}

/** The trade that a word begins which a dot shortens: `Konditor.`, `Seniorenzentr.`; null if none. */
export const tradeBegun = remembered((word) =>
  word.length < SHORTEST_BEGINNING
    ? null
    : ([...TRADES.keys()].find((trade) => trade.startsWith(word)) ?? null),
);
const SHORTEST_BEGINNING = 4;

/** The trade whose parts two shortened words begin: `sen` and `zentr`; null if none. */
export function tradeOfParts(first: string, second: string): string | null {
  if (first.length < 3 || second.length < 3) return null;
  const isMeant = (trade: string) =>
    trade.startsWith(first) && trade.indexOf(second, first.length) > first.length;
  return [...TRADES.keys()].find(isMeant) ?? null;
}

const misspeltTrade = remembered(
  (word) => [...TRADES.keys()].find((trade) => isMisspelling(word, trade)) ?? null,
);

/** Families that one house may belong to at once. */
const KIN: readonly (readonly TradeFamily[])[] = [
  ['LODGING', 'RESTAURANT'],
  ['LODGING', 'HOSTEL'],
  ['RESTAURANT', 'CAFE'],
  ['LODGING', 'CAFE'],
  ['RESTAURANT', 'WINERY'],
  ['CAFE', 'BAKERY'],
  ['BUTCHER', 'CATERING'],
  ['RESTAURANT', 'CATERING'],
  ['LODGING', 'CATERING'],
  ['CANTEEN', 'HOSPITAL'],
  ['CANTEEN', 'CARE'],
  ['CANTEEN', 'SCHOOL'],
  ['CANTEEN', 'PRIMARY_SCHOOL'],
  ['CANTEEN', 'SECONDARY_SCHOOL'],
  ['CANTEEN', 'GRAMMAR_SCHOOL'],
  ['CANTEEN', 'UNIVERSITY'],
  ['SCHOOL', 'PRIMARY_SCHOOL'],
  ['SCHOOL', 'SECONDARY_SCHOOL'],
  ['SCHOOL', 'GRAMMAR_SCHOOL'],
  ['SCHOOL', 'UNIVERSITY'],
  ['CANTEEN', 'CHILDREN'],
  ['CANTEEN', 'CATERING'],
];

/** Families whose words mean one: a canteen is a staff restaurant, a hotel is not an inn. */
const SYNONYMS: ReadonlySet<TradeFamily> = new Set([
  'CANTEEN',
  'HOSPITAL',
  'CHILDREN',
  'BUTCHER',
  'BAKERY',
  'HOSTEL',
]);

/** Words of a family that mean one. */
const SYNONYM_GROUPS: readonly (readonly string[])[] = [
  'gasthof gasthaus landgasthof landgasthaus gasthofhotel'.split(' '),
  'hotel hotels landhotel ferienhotel kurhotel hotelpension'.split(' '),
  'restaurant gaststaette wirtshaus wirtschaft gastwirtschaft speisegaststaette speiselokal lokal'.split(
    ' ',
  ),
];

/** Whether two trades are one in other words. */
export function areSynonyms(a: string, b: string): boolean {
  const family = TRADES.get(a);
  if (family !== undefined && SYNONYMS.has(family) && TRADES.get(b) === family) return true;
  return SYNONYM_GROUPS.some((group) => group.includes(a) && group.includes(b));
}

export function areKin(a: TradeFamily, b: TradeFamily): boolean {
  return a === b || KIN.some((pair) => pair.includes(a) && pair.includes(b));
}

/** Trade words that end a compound: `Schlosshotel` is a `Hotel`. Longer ones first. */
export const TRADE_ENDINGS: readonly string[] = longestFirst(
  'landgasthof restaurant krankenhaus kindergarten seniorenheim gaststaette gasthaus konditorei baeckerei ' +
    'metzgerei klinikum kantine gasthof catering pizzeria weinstube klinik hotel hotels pension cafe bistro fleischerei ' +
    'backstube wirtshaus brauhaus seniorenzentrum seniorenresidenz gymnasium grundschule realschule schule',
);

function longestFirst(list: string): readonly string[] {
  return list.split(' ').sort((a, b) => b.length - a.length);
}
