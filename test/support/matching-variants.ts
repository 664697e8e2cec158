import { GERMANY } from '../../src/domain/matching/places/germany.js';
import type { LeadIdentity } from '../../src/domain/matching/read-lead.js';

/** Two leads that are one company, or are not, and the rules by which the second was made of the first. */
export interface MadePair {
  readonly same: boolean;
  readonly rules: readonly string[];
  readonly a: LeadIdentity;
  readonly b: LeadIdentity;
}

type Draft = { -readonly [Key in keyof LeadIdentity]: LeadIdentity[Key] };
type Rule = readonly [name: string, change: (lead: Draft, pick: Pick) => void];
type Pick = <T>(list: readonly T[]) => T;

const TRADES = [
  ['Hotel', 'Hotel-Restaurant', 'Hotel garni', 'Landhotel'],
  ['Gasthof', 'Gasthaus', 'Landgasthof'],
  ['Restaurant', 'Gaststätte', 'Wirtshaus'],
  ['Café', 'Konditorei', 'Eiscafé'],
  ['Bäckerei', 'Metzgerei', 'Pizzeria'],
  ['Seniorenheim', 'Klinikum', 'Kita', 'Kantine'],
] as const;
const NAMES =
  'Alpenblick Sonnenhof Weißes_Rößl Goldener_Anker Krone Post Lindenwirt Kaiserhof Drei_Könige Schwarzer_Adler Bergkristall Müllers_Mühle Waldfrieden Seerose Zur_Traube Zum_Löwen Am_Markt Villa_Rosa Schützenhaus Brückenwirt Fährhaus Königshof Prinz_Karl Grüner_Baum Alte_Schmiede Klostergarten Burgschänke Steinbock Edelweiß Jägerstüble Kastanienhof Rosengarten Rebstock Mühlbach Kornhaus Sternwarte Da_Giovanni Bella_Napoli La_Rocca Poseidon Akropolis Mandarin Maximilian Wehrle Schmälzle Huber Gruber Oberländer Böhme Groß Weiß Vöhringer Düsterhöft Sankt_Anna Sankt_Josef Sonnenschein Regenbogen Kunterbunt Bethanien Am_Stadtpark Abendfrieden Elisabethenstift Bosch Zeiss Voith Kärcher Heidelberger'
    .split(' ')
    .map((name) => name.replaceAll('_', ' '));
const MAIL = ['info', 'kueche', 'einkauf', 'rezeption'] as const;

const PLACES = GERMANY.split('\n').map((line) => {
  const [name = '', codes = ''] = line.split('|');
  return { name, codes: codes.split(' ') };
});

/** Changes after which it is the same company still. */
const SAME_RULES: readonly Rule[] = [
  [
    'legal form',
    (lead, pick) =>
      add(
        lead,
        pick([
          ' GmbH',
          ' GmbH & Co. KG',
          ' e.K.',
          ' Gesellschaft mbH',
          ' UG (haftungsbeschränkt)',
          ' GbR',
          ' OHG',
          ' G.m.b.H.',
        ]),
      ),
  ],
  [
    'operating company',
    (lead, pick) =>
      add(
        lead,
        pick([
          ' Betriebs GmbH',
          ' Betriebsgesellschaft mbH',
          ' Verwaltungs GmbH',
          ' Besitzgesellschaft mbH',
        ]),
      ),
  ],
  [
    'owner',
    (lead, pick) =>
      add(
        lead,
        pick([
          ' Inh. Peter Schulz',
          ', Inhaber K. Maier',
          ' Familie Haas',
          ' - Inh. Fam. Wolf',
          ', Bes. Uwe Roth',
        ]),
      ),
  ],
  ['stars', (lead, pick) => add(lead, pick([' ***', ' ****S', ' 4 Sterne', ' *** Superior']))],
  ['city in the name', (lead) => add(lead, ` ${lead.city}`)],
  ['umlauts spelled', (lead) => rename(lead, spellUmlauts)],
  [
    'umlauts left out',
    (lead) => rename(lead, (name) => name.normalize('NFD').replace(/\p{M}/gu, '')),
  ],
  ['decomposed', (lead) => rename(lead, (name) => name.normalize('NFD'))],
  ['capitals', (lead) => rename(lead, (name) => name.toUpperCase())],
  [
    'invisible letters',
    (lead) => rename(lead, (name) => name.replace(/(?<=\p{L}{3})(?=\p{L})/u, '\u200b')),
  ],
  ['doubled space', (lead) => rename(lead, (name) => `  ${name.replaceAll(' ', '  ')} `)],
  [
    'trade last',
    (lead) =>
      rename(lead, (name) =>
        /^(\S+) (.+)$/.test(name) ? name.replace(/^(\S+) (.+)$/, '$2 $1') : name,
      ),
  ],
  [
    'trade shortened',
    (lead) =>
      rename(lead, (name) =>
        name
          .replace(/^Gasthof /, 'Gasth. ')
          .replace(/^Gasthaus /, 'GH ')
          .replace(/^Restaurant /, 'Rest. '),
      ),
  ],
  [
    'article',
    (lead) => rename(lead, (name) => name.replace(/^(\S+) (?=[A-ZÄÖÜ])(?!Zu[mr] |Am )/, '$1 Zum ')),
  ],
  ['Sankt', (lead) => rename(lead, (name) => name.replace('Sankt', 'St.'))],
  ['hyphen', (lead) => rename(lead, (name) => name.replace(/^(Hotel|Gasthof|Café) /, '$1-'))],
  ['city spelled', (lead) => move(lead, spellUmlauts)],
  ['city with code', (lead) => move(lead, (city) => `${lead.postalCode ?? ''} ${city}`.trim())],
  [
    'city without addition',
    (lead) =>
      move(lead, (city) =>
        city.replace(/ (?:am|an der|ob der|im|in der|bei|vor der) .+$| \(.+\)$/, ''),
      ),
  ],
  [
    'city addition shortened',
    (lead) =>
      move(lead, (city) =>
        city
          .replace(/ am /, ' a. ')
          .replace(/ an der /, ' a.d. ')
          .replace(/ in der /, ' i.d. ')
          .replace(/ ob der /, ' o.d. '),
      ),
  ],
  ['city addition by slash', (lead) => move(lead, (city) => city.replace(/ (?:am|an der) /, '/'))],
  ['city in capitals', (lead) => move(lead, (city) => city.toUpperCase())],
  ['district', (lead) => move(lead, (city) => (/[ (/-]/.test(city) ? city : `${city}-Altstadt`))],
  [
    'postal code with country',
    (lead) => {
      lead.postalCode = lead.postalCode && `D-${lead.postalCode}`;
    },
  ],
  [
    'postal code left out',
    (lead) => {
      lead.postalCode = null;
    },
  ],
];

/** A contact that both have in forms of their own. */
const CONTACT_RULES = ['same domain', 'same switchboard', 'same e-mail'] as const;

/** Changes after which it is another company. */
const OTHER_RULES: readonly Rule[] = [
  ['other name', (lead, pick) => rename(lead, (name) => withName(name, pick(NAMES)))],
  [
    'other city',
    (lead, pick) => {
      const { name, codes } = pick(PLACES);
      lead.city = name;
      lead.postalCode = lead.postalCode && (codes[0] ?? null);
    },
  ],
  ['other number', (lead) => add(lead, ' 2')],
  [
    'distant trade',
    (lead) =>
      rename(lead, (name) =>
        /^(?:Hotel|Land|Gasth|Gastst|Wirts|Rest|Pizz|Caf|Eis|Kond|Bäck)/.test(name)
          ? name.replace(/^\S+/, 'Kita')
          : name.replace(/^\S+/, 'Hotel'),
      ),
  ],
  [
    'namesake with a telling word',
    (lead, pick) =>
      rename(lead, (name) =>
        /\b(?:Alte|Neue|Kleine|Obere)\b/.test(name)
          ? name
          : name.replace(/^(\S+) /, `$1 ${pick(['Alte', 'Neue', 'Kleine', 'Obere'])} `),
      ),
  ],
  [
    'same portal',
    (lead, pick) => {
      rename(lead, (name) => withName(name, pick(NAMES)));
      lead.website = 'www.gelbeseiten.de/eintrag/2';
    },
  ],
];

/** As many pairs as wanted, the same for the same seed: some 60 in 100 of one company. */
export function makePairs(count: number, seed = 1): MadePair[] {
  const random = randomFrom(seed);
  const pick: Pick = (list) => list[Math.floor(random() * list.length)] as (typeof list)[number];
  const pairs: MadePair[] = [];
  while (pairs.length < count) {
    const a = makeLead(pick);
    const rules: string[] = [];
    const same = random() < 0.6;
    // Another company has contacts of its own, or none.
    const b: Draft = same ? { ...a } : { ...a, website: null, contacts: [] };
    if (!same) apply(pick(OTHER_RULES), b, pick, rules);
    if (!same && isOneAfterAll(a, b)) continue;
    for (
      let left = same ? 1 + Math.floor(random() * 3) : Math.floor(random() * 3);
      left > 0;
      left--
    ) {
      apply(pick(SAME_RULES), b, pick, rules);
    }
    if (same && random() < 0.15) rules.push(giveContact(a, b, pick));
    if (rules.length === 0) continue;
    pairs.push({ same, rules, a, b });
  }
  return pairs;
}

function makeLead(pick: Pick): Draft {
  const { name: city, codes } = pick(PLACES);
  const slug = city.toLowerCase().replace(/[^a-z]/g, '');
  const companyName = `${pick(pick(TRADES))} ${pick(NAMES)}`;
  const phone = `${pick(['030', '089', '0221', '0711'])} ${pick(['98550', '77310', '45620'])}${pick(['1', '2', '3', '4'])}-0`;
  return {
    companyName,
    city,
    country: 'DE',
    postalCode: pick([null, codes[0] ?? null]),
    website: pick([
      null,
      null,
      `www.${companyName.toLowerCase().replace(/[^a-z]/g, '')}-${slug}.de`,
    ]),
    contacts: [{ email: null, phone: pick([null, null, phone]) }],
  };
}

function apply([name, change]: Rule, b: Draft, pick: Pick, rules: string[]): void {
  const before = JSON.stringify(b);
  change(b, pick);
  if (JSON.stringify(b) !== before) rules.push(name);
}

function giveContact(a: Draft, b: Draft, pick: Pick): string {
  const rule = pick(CONTACT_RULES);
  const own = pick(['sonnig', 'waldeck', 'talblick', 'hochrhein']);
  const domain = `${own}-${a.city.toLowerCase().replace(/[^a-z]/g, '')}.de`;
  if (rule === 'same domain') {
    a.contacts = [{ email: `${MAIL[0]}@${domain}`, phone: null }];
    b.contacts = [];
    b.website = `https://reservierung.${domain}/kontakt`;
  } else if (rule === 'same switchboard') {
    a.contacts = [{ email: null, phone: '06021 98550-0' }];
    b.contacts = [{ email: null, phone: '+49 6021 98550-431' }];
  } else {
    a.contacts = [{ email: `${own}@t-online.de`, phone: null }];
    b.contacts = [{ email: `${own.toUpperCase()}@T-Online.de`, phone: null }];
  }
  return rule;
}

function isOneAfterAll(a: LeadIdentity, b: LeadIdentity): boolean {
  const plain = ({ companyName, city }: LeadIdentity) =>
    spellUmlauts(`${companyName} ${city}`)
      .replace('Alte Alte', 'Alte')
      .replace(' garni', '')
      .toLowerCase();
  return plain(a) === plain(b);
}

function add(lead: Draft, text: string): void {
  lead.companyName += text;
}

function rename(lead: Draft, to: (name: string) => string): void {
  lead.companyName = to(lead.companyName);
}

function move(lead: Draft, to: (city: string) => string): void {
  lead.city = to(lead.city);
}

function withName(name: string, other: string): string {
  return name.replace(/ .+$/, ` ${other}`);
}

function spellUmlauts(text: string): string {
  const letters: Record<string, string> = {
    ä: 'ae',
    ö: 'oe',
    ü: 'ue',
    Ä: 'Ae',
    Ö: 'Oe',
    Ü: 'Ue',
    ß: 'ss',
  };
  return text.replace(/[äöüÄÖÜß]/g, (letter) => letters[letter] ?? letter);
}

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
