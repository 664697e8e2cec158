/** The meanings of words in the name of a city. */

/** How cities are called that no rule tells. The value is folded and found in the gazetteer. */
export const CALLED: Readonly<Record<string, string>> = {
  ffm: 'frankfurt am main',
  'd dorf': 'duesseldorf',
  ddorf: 'duesseldorf',
  muc: 'muenchen',
  'hannoversch muenden': 'hann muenden',
  hh: 'hamburg',
  mgladbach: 'moenchengladbach',
  'm gladbach': 'moenchengladbach',
  'lutherstadt wittenberg': 'wittenberg lutherstadt',
  munich: 'muenchen',
  cologne: 'koeln',
  nuremberg: 'nuernberg',
  hanover: 'hannover',
  brunswick: 'braunschweig',
  dusseldorf: 'duesseldorf',
  vienna: 'wien',
  zurich: 'zuerich',
  geneva: 'geneve',
  genf: 'geneve',
  lucerne: 'luzern',
  berne: 'bern',
  'freiburg im uechtland': 'fribourg',
  'freiburg i ue': 'fribourg',
  bienne: 'biel',
  sitten: 'sion',
  bolzano: 'bozen',
  merano: 'meran',
  bressanone: 'brixen',
  brunico: 'bruneck',
  vipiteno: 'sterzing',
  caldaro: 'kaltern',
  appiano: 'eppan',
  chiusa: 'klausen',
  dobbiaco: 'toblach',
  'san candido': 'innichen',
  sesto: 'sexten',
  silandro: 'schlanders',
  malles: 'mals',
  castelrotto: 'kastelruth',
  ortisei: 'sankt ulrich',
  trento: 'trient',
};

/** Cities as their number plates name them, in front of a district: `KA-Durlach`. `A` and `D` are countries there. */
export const PLATES: Readonly<Record<string, string>> = {
  B: 'Berlin',
  BI: 'Bielefeld',
  BN: 'Bonn',
  BO: 'Bochum',
  BS: 'Braunschweig',
  C: 'Chemnitz',
  DD: 'Dresden',
  DO: 'Dortmund',
  DU: 'Duisburg',
  E: 'Essen',
  EF: 'Erfurt',
  F: 'Frankfurt am Main',
  FR: 'Freiburg',
  GE: 'Gelsenkirchen',
  H: 'Hannover',
  HB: 'Bremen',
  HD: 'Heidelberg',
  HH: 'Hamburg',
  HN: 'Heilbronn',
  HRO: 'Rostock',
  K: 'Köln',
  KA: 'Karlsruhe',
  KI: 'Kiel',
  KS: 'Kassel',
  L: 'Leipzig',
  M: 'München',
  MA: 'Mannheim',
  MG: 'Mönchengladbach',
  MS: 'Münster',
  MZ: 'Mainz',
  N: 'Nürnberg',
  R: 'Regensburg',
  S: 'Stuttgart',
  UL: 'Ulm',
  VS: 'Villingen-Schwenningen',
  W: 'Wuppertal',
  WI: 'Wiesbaden',
};
/** Titles of towns that are no part of their names. */
export const TITLES: ReadonlySet<string> = new Set(
  'hansestadt landeshauptstadt lutherstadt stadt kurort ostseebad nordseebad markt freie und'.split(
    ' ',
  ),
);

/** With one of these in front it is another town: `Bad Wurzach`. */
export const PARTS_OF_NAMES: ReadonlySet<string> = new Set(
  'bad sankt neu alt gross klein ober unter nieder hohen deutsch'.split(' '),
);

/** Swiss cantons, as they stand behind the name of a town: `Wil SG`. */
export const CANTONS: ReadonlySet<string> = new Set(
  'ag ai ar be bl bs fr ge gl gr ju lu ne nw ow sg sh so sz tg ti ur vd vs zg zh'.split(' '),
);
