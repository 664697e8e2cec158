import { spellingKey, stemOf } from './spelling.js';

/**
 * What words in the name of a hotel, restaurant or canteen mean. All are folded. A word belongs to one table.
 */

/** Forms of companies and clubs, as words. */
export const LEGAL_FORMS: ReadonlySet<string> = words(
  'gmbh ggmbh mbh gesmbh ag gag kgaa kg ohg gbr ug haftungsbeschraenkt ek ekfr ekfm ev eg se partg partgmbb aoer ' +
    'kdoer sdoer kgr eingetragener eingetragene verein genossenschaft kaufmann kauffrau ltd limited plc inc ' +
    'incorporated llc llp corp corporation sarl sas srl spa bv nv sagl co cie ig gesellschaft stiftung',
);

/** The same in several words, as they fold; longer ones first. */
export const LEGAL_PHRASES: readonly string[] = [
  'gesellschaft mit beschraenkter haftung',
  'gesellschaft buergerlichen rechts',
  'anstalt des oeffentlichen rechts',
  'koerperschaft des oeffentlichen rechts',
  'stiftung des oeffentlichen rechts',
  'in gruendung',
  'in liquidation',
  'g e s m b h',
  'ges m b h',
  'g m b h',
  'm b h',
  'o h g',
  'g b r',
  'g g m b h',
  'a oe r',
  'k d oe r',
  's a r l',
  'e kfr',
  'e kfm',
  'e k',
  'e v',
  'e g',
  'u g',
  'a g',
  'k g',
  's e',
  'i g',
  'i l',
  's a',
  'b v',
  'n v',
];

/** The company that runs a house: `Hotelbetriebsgesellschaft`. What stands before it is the trade. */
export const OPERATING =
  /^(.*?)(?:betriebs|betreiber|verwaltungs|besitz|beteiligungs|management|verpachtungs|pacht|service)(?:gesellschaft|ges|gmbh)?$/;
export const OPERATING_WORDS: ReadonlySet<string> = words(
  'betrieb betriebe filiale niederlassung nl zentrale hauptverwaltung verwaltung standort holding gruppe group ' +
    'deutschland germany oesterreich schweiz firma fa',
);

/** From here on it says whose house it is. */
export const OWNER_BEGINS: ReadonlySet<string> = words(
  'inh inhaber inhaberin inhaberfamilie bes besitzer besitzerin paechter paechterin betreiber eigentuemer ' +
    'geschaeftsfuehrer gf vormals vorm ehemals ehem frueher',
);
export const FAMILY: ReadonlySet<string> = words(
  'familie fam familien geschwister geschw gebrueder gebr',
);

/** Said of quality, price or time and never of which house it is. */
export const ORNAMENTS: ReadonlySet<string> = words(
  'superior sterne stern star stars garni wellness spa boutique seit anno gegr original online shop www de com ' +
    'gourmet feinschmecker partyservice eventlocation tagung tagungen und and u n',
);

export const ARTICLES: ReadonlySet<string> = words('zum zur zu der die das dem den des the');

/** What kind of place it is, and its kin: of one family two may be one house, of two distant ones not. */
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
  | 'CANTEEN'
  | 'CATERING'
  | 'HOSTEL'
  | 'WHOLESALE'
  | 'CLUB';

const TRADES_OF: Readonly<Record<TradeFamily, string>> = {
  LODGING:
    'hotel hotels motel gasthof gasthaus landgasthof landgasthaus landhotel landhaus pension gaestehaus hotelpension ' +
    'gasthofhotel apartmenthotel aparthotel resort lodge ferienhotel kurhotel',
  RESTAURANT:
    'restaurant gaststaette wirtshaus wirtschaft gastwirtschaft lokal pizzeria trattoria ristorante osteria taverne ' +
    'taverna bistro brasserie imbiss grill steakhouse brauhaus brauereigasthof braugasthof speisegaststaette schaenke ' +
    'schenke weinstube weinhaus stuben stube stueberl bar kneipe bierstube biergarten speiselokal gastronomie gastro ' +
    'vereinsheim sportheim sportgaststaette doener asiarestaurant chinarestaurant',
  CAFE: 'cafe kaffeehaus eiscafe eisdiele konditorei coffee kaffeeroesterei roesterei cafebar teehaus stehcafe',
  BAKERY: 'baeckerei backhaus baecker backstube grossbaeckerei backwaren',
  BUTCHER: 'metzgerei fleischerei schlachterei metzger fleischer fleischwaren',
  HOSPITAL:
    'klinik kliniken klinikum krankenhaus hospital spital universitaetsklinikum uniklinik uniklinikum krankenanstalt ' +
    'fachklinik kurklinik rehaklinik rehazentrum reha sanatorium',
  CARE:
    'seniorenheim altenheim pflegeheim altersheim seniorenzentrum seniorenresidenz seniorenstift altenpflegeheim ' +
    'seniorenwohnheim pflegezentrum seniorenwohnen altenzentrum wohnstift hospiz altenwohnheim residenz',
  CHILDREN:
    'kita kindergarten kindertagesstaette kinderkrippe krippe hort kinderhaus kinderhort tagesstaette',
  SCHOOL:
    'schule grundschule gymnasium realschule mittelschule gesamtschule berufsschule schulzentrum internat ' +
    'universitaet hochschule akademie',
  CANTEEN:
    'kantine betriebsrestaurant betriebskantine werkskantine casino kasino mensa kueche zentralkueche grosskueche ' +
    'cafeteria personalrestaurant mitarbeiterrestaurant betriebsgastronomie',
  CATERING: 'catering caterer partyservice eventcatering',
  HOSTEL: 'jugendherberge jugendgaestehaus hostel herberge jugendhaus jugendhotel',
  WHOLESALE: 'grosshandel lebensmittel feinkost supermarkt markthalle hofladen',
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
  return TRADES.has(word) ? word : (BY_SPELLING.get(spellingKey(word)) ?? null);
}

/** Families that one house may belong to at once. */
const KIN: readonly (readonly TradeFamily[])[] = [
  ['LODGING', 'RESTAURANT'],
  ['LODGING', 'HOSTEL'],
  ['RESTAURANT', 'CAFE'],
  ['LODGING', 'CAFE'],
  ['CAFE', 'BAKERY'],
  ['BUTCHER', 'CATERING'],
  ['RESTAURANT', 'CATERING'],
  ['CANTEEN', 'HOSPITAL'],
  ['CANTEEN', 'CARE'],
  ['CANTEEN', 'SCHOOL'],
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
export const TRADE_ENDINGS: readonly string[] = words2(
  'landgasthof restaurant krankenhaus kindergarten seniorenheim gaststaette gasthaus konditorei baeckerei ' +
    'metzgerei klinikum kantine gasthof catering pizzeria weinstube klinik hotel hotels pension cafe bistro',
);

/** How words are shortened. */
export const SHORTENED: Readonly<Record<string, string>> = {
  gh: 'gasthof',
  gth: 'gasthof',
  gasth: 'gasthof',
  ghs: 'gasthaus',
  gasths: 'gasthaus',
  lgh: 'landgasthof',
  rest: 'restaurant',
  ristor: 'ristorante',
  gastst: 'gaststaette',
  gst: 'gaststaette',
  wirtsh: 'wirtshaus',
  jh: 'jugendherberge',
  djh: 'jugendherberge',
  kh: 'krankenhaus',
  krhs: 'krankenhaus',
  klin: 'klinikum',
  univ: 'universitaet',
  uni: 'universitaet',
  universitaets: 'universitaet',
  hs: 'hochschule',
  fh: 'hochschule',
  baeck: 'baeckerei',
  metzg: 'metzgerei',
  kond: 'konditorei',
  kiga: 'kindergarten',
  kindertagesst: 'kita',
  kindertagesstaette: 'kita',
  sh: 'seniorenheim',
  ah: 'altenheim',
  aph: 'altenpflegeheim',
  bk: 'betriebskantine',
  betriebsrest: 'betriebsrestaurant',
  kv: 'kreisverband',
  kreisverb: 'kreisverband',
  ov: 'ortsverband',
  ortsverein: 'ortsverband',
  lv: 'landesverband',
  st: 'sankt',
  sct: 'sankt',
  skt: 'sankt',
  hbf: 'hauptbahnhof',
  bhf: 'bahnhof',
  intern: 'international',
  int: 'international',
  studentenwerk: 'studierendenwerk',
  stw: 'studierendenwerk',
  hl: 'heilig',
  kath: 'katholisch',
};

/** Names of several words that are mostly written as one. */
export const PHRASES: readonly (readonly [phrase: string, word: string])[] = [
  ['deutsches rotes kreuz', 'drk'],
  ['bayerisches rotes kreuz', 'brk'],
  ['rotes kreuz', 'drk'],
  ['arbeiterwohlfahrt', 'awo'],
  ['arbeiter samariter bund', 'asb'],
  ['christlicher verein junger menschen', 'cvjm'],
  ['deutsche bahn', 'db'],
  ['deutsche jugendherberge', 'jugendherberge'],
  ['deutsches jugendherbergswerk', 'jugendherberge'],
  ['universitaets klinikum', 'uniklinik'],
  ['univ klinikum', 'uniklinik'],
  ['uni klinikum', 'uniklinik'],
  ['universitaets klinik', 'uniklinik'],
  ['univ klinik', 'uniklinik'],
  ['uni klinik', 'uniklinik'],
  ['universitaetsklinikum', 'uniklinik'],
  ['uniklinikum', 'uniklinik'],
];

/** Words for which of two neighbours is meant: where one house has them and the other has not, they are two. */
export const TELLING: RegExp =
  /^(?:alt|neu|klein|gross|ober|unter|hinter|vorder|nieder|hoch|inner|aeusser|nord|sued|west|ost|mitte|links|rechts)(?:e|er|es|en|em)?$|^(?:am|an|im|in|beim|bei|vorm|vor|ob|auf|hinterm|unterm)$/;

/** Names that many houses have. Together with the installation's own leads they tell what a name is worth. */
const COMMON_NAMES: ReadonlySet<string> = words(
  'post krone adler loewe loewen hirsch hirschen lamm sonne linde linden ochsen ochse engel rose rosen baeren baer ' +
    'schwan schwanen stern sterne traube trauben anker kreuz hof roessl roessle ross pferd rathaus ratskeller bahnhof ' +
    'markt schloss park see bergblick seeblick alpenblick waldblick panorama central zentral europa mueller maier meier ' +
    'mayer schmidt schneider fischer weber wagner becker bauer koch huber athen athena akropolis delphi rhodos olympia ' +
    'napoli roma venezia milano italia toscana sicilia bella capri goldener goldene goldenes golden drache drachen ' +
    'mandarin peking shanghai asia saigon istanbul bosporus taj mahal sankt anna josef maria elisabeth martin franziskus ' +
    'sonnenschein regenbogen pusteblume sonnenblume wichtel zwergenland villa kunterbunt alte alter altes neue neuer ' +
    'gruener gruene gruenes weisser weisses weisse roter rotes rote schwarzer schwarzes blauer blaue',
);

const COMMON_STEMS: ReadonlySet<string> = new Set(
  [...COMMON_NAMES].map((word) => spellingKey(stemOf(word))),
);

/** Whether many houses have this word in their names, with whatever ending: `goldenen` as `goldener`. */
export function isCommonWord(word: string): boolean {
  return COMMON_NAMES.has(word) || COMMON_STEMS.has(spellingKey(stemOf(word)));
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

function words2(list: string): readonly string[] {
  return list.split(' ').sort((a, b) => b.length - a.length);
}
