import { spellingKey, stemOf } from './spelling.js';

/**
 * The meanings of words in the name of a hotel, restaurant or canteen. All are folded. A word belongs to one table.
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
  'stiftung buergerlichen rechts',
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
  /^(.*?)(?:betriebs|betriebe?|betreiber|verwaltungs|besitz|beteiligungs|management|verpachtungs|pacht|service)(?:gesellschaft|ges|gmbh)?$/;
export const OPERATING_WORDS: ReadonlySet<string> = words(
  'betrieb betriebe eigenbetrieb regiebetrieb filiale niederlassung nl zentrale hauptverwaltung verwaltung standort ' +
    'hauptbuero buero hauptgeschaeft stammhaus geschaeftsstelle einkauf rezeption empfang buchhaltung holding gruppe ' +
    'group deutschland germany oesterreich schweiz firma fa',
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
    'gourmet feinschmecker eventlocation tagung tagungen und and u n dr prof',
);

/** The owner or the chain of a house. One house is named with it and without. */
const CARRIER_ADJECTIVES = 'staedtisch evangelisch katholisch kommunal staatlich'.split(' ');
const CARRIERS: ReadonlySet<string> = new Set([
  ...CARRIER_ADJECTIVES,
  'sankt',
  ...'awo drk brk asb caritas diakonie johanniter malteser lebenshilfe helios asklepios sana ameos vitos korian'.split(
    ' ',
  ),
  ...'alloheim kursana eurest sodexo aramark dussmann apetito dorint maritim steigenberger best western mercure'.split(
    ' ',
  ),
  ...'ramada romantik ringhotel flair akzent achat ameron dormero lindner welcome jufa'.split(' '),
]);

/** Whether words of a name only say who the house belongs to. */
export function areCarriers(list: readonly string[]): boolean {
  return list.every((word) => CARRIERS.has(word));
}

/** No part of the name beside a trade: `Pflegeheim Haus Abendsonne`. Alone it is: `Haus Abendsonne`. */
export const HOUSE = 'haus';

export const ARTICLES: ReadonlySet<string> = words('zum zur zu der die das dem den des the');

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
  gaststaetten: 'gaststaette',
  restaurants: 'restaurant',
  steakhaus: 'steakhouse',
  htl: 'hotel',
  pens: 'pension',
  wirtsh: 'wirtshaus',
  jh: 'jugendherberge',
  djh: 'jugendherberge',
  kh: 'krankenhaus',
  krhs: 'krankenhaus',
  krkh: 'krankenhaus',
  kkh: 'kreiskrankenhaus',
  bkh: 'bezirkskrankenhaus',
  lkh: 'landeskrankenhaus',
  klin: 'klinikum',
  univ: 'universitaet',
  uni: 'universitaet',
  universitaets: 'universitaet',
  hs: 'hochschule',
  fh: 'hochschule',
  gs: 'grundschule',
  rs: 'realschule',
  gym: 'gymnasium',
  igs: 'gesamtschule',
  baeck: 'baeckerei',
  metzg: 'metzgerei',
  kond: 'konditorei',
  kiga: 'kindergarten',
  kindertagesst: 'kita',
  kindertagesstaette: 'kita',
  sh: 'seniorenheim',
  ah: 'altenheim',
  aph: 'altenpflegeheim',
  seniorenres: 'seniorenresidenz',
  seniorenzentr: 'seniorenzentrum',
  bk: 'betriebskantine',
  betriebsrest: 'betriebsrestaurant',
  kv: 'kreisverband',
  kreisverb: 'kreisverband',
  ov: 'ortsverband',
  ortsverein: 'ortsverband',
  ortsvereinigung: 'ortsverband',
  ortsgruppe: 'ortsverband',
  kreisvereinigung: 'kreisverband',
  bv: 'bezirksverband',
  landesvereinigung: 'landesverband',
  juh: 'johanniter',
  mhd: 'malteser',
  nfh: 'naturfreundehaus',
  bsz: 'berufsschulzentrum',
  bbz: 'berufsbildungszentrum',
  bfw: 'berufsfoerderungswerk',
  lv: 'landesverband',
  lk: 'landkreis',
  stadtverw: 'stadtverwaltung',
  st: 'sankt',
  sct: 'sankt',
  skt: 'sankt',
  hbf: 'hauptbahnhof',
  bhf: 'bahnhof',
  airport: 'flughafen',
  centrum: 'zentrum',
  center: 'zentrum',
  centre: 'zentrum',
  intern: 'international',
  int: 'international',
  studentenwerk: 'studierendenwerk',
  stw: 'studierendenwerk',
  hl: 'heilig',
  gg: 'georg',
  hch: 'heinrich',
  frz: 'franz',
  kath: 'katholisch',
  evang: 'evangelisch',
  evgl: 'evangelisch',
  staedt: 'staedtisch',
  ...inflected(CARRIER_ADJECTIVES),
};

/** In front of a name alone: behind it `ev` is a club. */
export const SHORTENED_IN_FRONT: Readonly<Record<string, string>> = { ev: 'evangelisch' };

function inflected(adjectives: readonly string[]): Record<string, string> {
  const endings = ['e', 'er', 'es', 'en', 'em'];
  return Object.fromEntries(
    adjectives.flatMap((word) => endings.map((ending) => [`${word}${ending}`, word])),
  );
}

/** Numbers as words and as the Romans wrote them: `Vier Jahreszeiten`, `Mensa II`. */
export const NUMBER_WORDS: Readonly<Record<string, string>> = {
  ii: '2',
  iii: '3',
  iv: '4',
  zwei: '2',
  drei: '3',
  vier: '4',
  fuenf: '5',
  sechs: '6',
  sieben: '7',
  acht: '8',
  neun: '9',
  zehn: '10',
  elf: '11',
  zwoelf: '12',
};

/** Names of several words that are mostly written as one. */
export const PHRASES: readonly (readonly [phrase: string, word: string])[] = [
  ['z hd', 'inhaber'],
  ['zu haenden', 'inhaber'],
  ['deutsches rotes kreuz', 'drk'],
  ['bayerisches rotes kreuz', 'brk'],
  ['rotes kreuz', 'drk'],
  ['arbeiterwohlfahrt', 'awo'],
  ['diakonisches werk', 'diakonie'],
  ['caritasverband', 'caritas'],
  ['arbeiter samariter bund', 'asb'],
  ['christlicher verein junger menschen', 'cvjm'],
  ['christliches jugenddorf', 'cjd'],
  ['internationaler bund', 'ib'],
  ['johanniter unfall hilfe', 'johanniter'],
  ['malteser hilfsdienst', 'malteser'],
  ['oesterreichisches rotes kreuz', 'drk'],
  ['schweizerisches rotes kreuz', 'drk'],
  ['industrie und handelskammer', 'ihk'],
  ['handwerkskammer', 'hwk'],
  ['deutscher alpenverein', 'dav'],
  ['oesterreichischer alpenverein', 'oeav'],
  ['schweizer alpen club', 'sac'],
  ['technische hochschule', 'th'],
  ['deutsche bahn', 'db'],
  ['deutsche jugendherberge', 'jugendherberge'],
  ['deutsches jugendherbergswerk', 'jugendherberge'],
  ['universitaets klinikum', 'uniklinik'],
  ['univ klinikum', 'uniklinik'],
  ['uni klinikum', 'uniklinik'],
  ['universitaets klinik', 'uniklinik'],
  ['univ klinik', 'uniklinik'],
  ['uni klinik', 'uniklinik'],
  ['universitaetsmedizin', 'uniklinik'],
  ['universitaetsspital', 'uniklinik'],
  ['unispital', 'uniklinik'],
  ['technische universitaet', 'tu'],
  ['betr rest', 'betriebsrestaurant'],
  ['betriebs rest', 'betriebsrestaurant'],
  ['pers rest', 'personalrestaurant'],
  ['alten und pflegeheim', 'altenpflegeheim'],
  ['alten u pflegeheim', 'altenpflegeheim'],
  ['alters und pflegeheim', 'altenpflegeheim'],
  ['senioren und pflegeheim', 'altenpflegeheim'],
  ['senioren und pflegezentrum', 'pflegezentrum'],
  ['alten und pflegezentrum', 'pflegezentrum'],
  ['universitaetsklinikum', 'uniklinik'],
  ['uniklinikum', 'uniklinik'],
];

/** Words for which of two neighbours is meant: where one house has them and the other has not, they are two. */
export const TELLING: RegExp =
  /^(?:alt|neu|klein|gross|ober|unter|hinter|vorder|nieder|hoch|inner|aeusser|nord|sued|west|ost|mitte|links|rechts)(?:e|er|es|en|em)?$/;

/** Names that many houses have. Together with the installation's own leads they tell what a name is worth. */
const COMMON_NAMES: ReadonlySet<string> = words(
  'post krone adler loewe loewen hirsch hirschen lamm sonne linde linden ochsen ochse engel rose rosen baeren baer ' +
    'schwan schwanen stern sterne traube trauben anker kreuz hof roessl roessle ross pferd rathaus ratskeller bahnhof ' +
    'markt schloss park see bergblick seeblick alpenblick waldblick panorama central zentral europa mueller maier meier ' +
    'mayer schmidt schneider fischer weber wagner becker bauer koch huber athen athena akropolis delphi rhodos olympia ' +
    'napoli roma venezia milano italia toscana sicilia bella capri goldener goldene goldenes golden drache drachen ' +
    'mandarin peking shanghai asia saigon istanbul bosporus taj mahal sankt anna josef maria elisabeth martin franziskus ' +
    'sonnenschein regenbogen pusteblume sonnenblume wichtel zwergenland villa kunterbunt alte alter altes neue neuer ' +
    'staedtisch evangelisch katholisch kommunal staatlich gruener gruene gruenes weisser weisses weisse roter rotes rote schwarzer schwarzes blauer blaue',
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
