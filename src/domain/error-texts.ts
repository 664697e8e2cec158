import { CONFLICT_REASONS, type ConflictReason } from './conflict-reasons.js';
import { ERROR_CODES, type ErrorCode } from './error-codes.js';
import type { FieldProblem } from './errors.js';
import type { Locale } from './locales.js';

/** What an error says of itself, in English, with the values that it is about. */
export interface SpokenError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly reason?: ConflictReason | undefined;
  readonly problems?: readonly FieldProblem[] | undefined;
}

/**
 * The message of an error for people. In English it names the values; the German one says what the code or the
 * reason means, and what is wrong with each field.
 */
export function errorText(locale: Locale, error: SpokenError): string {
  const { code, message, reason, problems } = error;
  if (locale === 'en') return message;
  if (problems && problems.length > 0) {
    return problems.map((one) => `${one.path}: ${problemText(locale, one.message)}`).join('; ');
  }
  if (reason !== undefined) return CONFLICT_REASONS[reason][locale];
  return ERROR_CODES[code][locale];
}

/** The sentences that faults of fields are made of; `…` stands for values, in the same order in both languages. */
const PROBLEMS: readonly Readonly<Record<Locale, string>>[] = [
  { en: 'is empty, allowed is a text', de: 'ist leer, erlaubt ist ein Text' },
  { en: 'is empty, allowed are …', de: 'ist leer, erlaubt sind …' },
  {
    en: 'is too long, allowed are up to … characters',
    de: 'ist zu lang, erlaubt sind bis zu … Zeichen',
  },
  { en: 'is too long, allowed are … characters', de: 'ist zu lang, erlaubt sind … Zeichen' },
  { en: 'has … entries, allowed are up to …', de: 'hat … Einträge, erlaubt sind bis zu …' },
  { en: 'has … words, allowed are up to …', de: 'hat … Wörter, erlaubt sind bis zu …' },
  {
    en: 'has the character … at …, which no text may have',
    de: 'hat das Zeichen … an der Stelle …, das kein Text haben darf',
  },
  {
    en: 'allowed is a country code of two letters, such as DE',
    de: 'erlaubt ist ein Ländercode aus zwei Buchstaben, etwa DE',
  },
  {
    en: 'is no country, allowed is a code of ISO 3166, such as DE',
    de: 'ist kein Land, erlaubt ist ein Code nach ISO 3166, etwa DE',
  },
  {
    en: 'allowed is a currency code of three letters, such as EUR',
    de: 'erlaubt ist ein Währungscode aus drei Buchstaben, etwa EUR',
  },
  {
    en: 'allowed is an amount from 0 with up to two decimal places',
    de: 'erlaubt ist ein Betrag ab 0 mit bis zu zwei Nachkommastellen',
  },
  {
    en: 'nothing given, allowed is a contact with a name, an e-mail or a phone number',
    de: 'leer, erlaubt ist ein Kontakt mit Name, E-Mail-Adresse oder Telefonnummer',
  },
  {
    en: '… given, allowed is one address like name@example.com',
    de: '… angegeben, erlaubt ist eine Adresse wie name@example.com',
  },
  {
    en: '… given, allowed is a phone number of … or one with a country code',
    de: '… angegeben, erlaubt ist eine Telefonnummer aus … oder eine mit Ländervorwahl',
  },
  {
    en: '… given, allowed is one with a country code',
    de: '… angegeben, erlaubt ist eine mit Ländervorwahl',
  },
  {
    en: '… given, allowed is a web address like www.example.com',
    de: '… angegeben, erlaubt ist eine Webadresse wie www.example.com',
  },
  { en: '… given, allowed is from … to before …', de: '… angegeben, erlaubt ist von … bis vor …' },
  { en: '… is given, allowed is … to …', de: '… angegeben, erlaubt ist … bis …' },
  {
    en: '… is no cursor of this list and order',
    de: '… ist kein Cursor dieser Liste und Sortierung',
  },
  { en: '… is no cursor', de: '… ist kein Cursor' },
  {
    en: '… lies in the future, allowed is up to …',
    de: '… liegt in der Zukunft, erlaubt ist bis …',
  },
  { en: '… given, allowed is …', de: '… angegeben, erlaubt ist: …' },
];

/** A fault of a field in a language; a sentence that the table does not have stays as it is. */
export function problemText(locale: Locale, message: string): string {
  if (locale === 'en') return message;
  for (const { en, de } of PROBLEMS) {
    const values = valuesIn(message, en);
    if (values !== null) return filled(de, values);
  }
  return message;
}

/** The values that stand for the dots of a sentence; null if the message is another one. */
function valuesIn(message: string, sentence: string): string[] | null {
  const [first = '', ...parts] = sentence.split('…');
  if (!message.startsWith(first)) return null;
  const values: string[] = [];
  let at = first.length;
  for (const [nth, part] of parts.entries()) {
    const isLast = nth === parts.length - 1;
    // A value may hold anything but the words behind it; the last part ends the message.
    const end =
      part === '' ? message.length : isLast ? message.lastIndexOf(part) : message.indexOf(part, at);
    if (end < at || (isLast && end + part.length !== message.length)) return null;
    values.push(message.slice(at, end));
    at = end + part.length;
  }
  return at === message.length ? values : null;
}

function filled(sentence: string, values: readonly string[]): string {
  const left = [...values];
  return sentence.replace(/…/g, () => left.shift() ?? '');
}
