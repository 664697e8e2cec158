import { normalizePhone } from '../../domain/matching/normal-forms.js';
import type { Parsed } from './row-problem.js';

export interface ReadPhone {
  /** E.164; an extension that was set off stays so: `+4989123456-12`. */
  readonly number: string;
  /** Whether it had lost the + of its country code. */
  readonly plusRestored: boolean;
}

/** Country codes of the market and its neighbours, which spreadsheets leave without their +. */
const COUNTRY_CODES: Readonly<Record<string, string>> = {
  DE: '49',
  AT: '43',
  CH: '41',
  LI: '423',
  LU: '352',
  IT: '39',
  FR: '33',
  NL: '31',
  BE: '32',
  DK: '45',
  PL: '48',
  CZ: '420',
};

const LABEL =
  /^(?:☎|☏|📞|✆|📱|telefon(?:nummer)?|telephone|tel|phone|fon|mobil(?:e|telefon|nr)?|handy|natel|festnetz|zentrale|büro|buero|office|privat|gesch(?:äftlich)?|dienstl(?:ich)?|rezeption|ruf|t|m|p|g|f)(?![\p{L}\p{N}])[-.:\s]*(?:nr|nummer)?[.:\s]*/iu;
const EXTENSION =
  /(?<=[\s,(])(?:durchwahl|dw|app(?:arat)?|ext(?:ension)?|nebenstelle|nst|klappe|kl|int(?:ern)?|x)[-.: ]{0,3}(\d{1,5})\)?$/iu;
const BETWEEN =
  /\n|;| oder | or | und | bzw\.? | \| | ?[/,] ?(?=\+|00[1-9]|0\d|(?:tel|fax|mobil|handy|fon)\b)/iu;

/** The numbers of a cell: `089 123456 / 0171 2345678`, `089/123456-12`, `Mobil: 0171/2345678`. */
export function parsePhones(text: string, country: string): Parsed<ReadPhone[]> {
  if (isShortened(text)) {
    return {
      ok: false,
      code: 'NUMBER_SHORTENED',
      message:
        'is a number that Excel has shortened; its digits are lost. Format the column as text in the original, and export it again',
    };
  }
  const numbers: ReadPhone[] = [];
  for (const part of partsOf(text)) {
    const read = readOne(part, country);
    if (!read.ok) return read;
    if (!numbers.some(({ number }) => number === read.value.number)) numbers.push(read.value);
  }
  if (numbers.length === 0) return invalid(country);
  return { ok: true, value: numbers };
}

/** `4,9351E+11`: what Excel shows of a long number, and exports. */
export function isShortened(text: string): boolean {
  return /^\s*\d(?:[.,]\d+)?E\+\d{1,3}\s*$/i.test(text);
}

/** The cell at what stands between two numbers; a slash within one number is none of that. */
function partsOf(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/^['’]/, '');
  const pieces = plain.split(BETWEEN);
  const parts: string[] = [];
  for (const piece of pieces) {
    const before = parts.at(-1);
    // An area code alone: `089 / 0123456` is one number written with a slash.
    if (before !== undefined && digitsIn(before) < 6 && digitsIn(before) > 0) {
      parts[parts.length - 1] = `${before} ${piece}`;
    } else parts.push(piece);
  }
  // What has no digits beside a number is a remark: (Zentrale).
  const numbers = parts.filter((part) => /\d/.test(part) && !/^\s*(?:tele)?fax/i.test(part));
  return numbers.length > 0 ? numbers : parts;
}

function readOne(part: string, country: string): Parsed<ReadPhone> {
  let text = part.trim();
  for (let label = LABEL.exec(text); label?.[0]; label = LABEL.exec(text)) {
    text = text.slice(label[0].length);
  }
  text = text.replace(/ ?\((?![\d\s+/-]+\))[^()]{0,40}\)$/u, '').trim();
  const [set, extension] = EXTENSION.exec(text) ?? [];
  const main = upToLastDigit(set === undefined ? text : text.slice(0, -set.length))
    .replace(/^\+ +(?=\d)/, '+')
    .replace(/^0\s?0(?=\s?[1-9])\s?/, '+')
    .replace(/^(\+\d{2,3})\s?\(0\)/, '$1 ');
  const restored = restorePlus(main, country);
  if (restored === 'AMBIGUOUS') {
    return {
      ok: false,
      code: 'AMBIGUOUS_PHONE',
      message:
        'has lost its + or its 0, and may be two different numbers; write it with one of them',
    };
  }
  const dialled = restored ?? main;
  const number = normalizePhone(dialled, country);
  if (number === null) return invalid(country);
  return {
    ok: true,
    value: { number: withExtension(number, dialled, extension), plusRestored: restored !== null },
  };
}

/** Without words and signs behind the number. */
function upToLastDigit(text: string): string {
  let end = text.length;
  while (end > 0 && !/\d/.test(text.charAt(end - 1))) end--;
  // Words without any digit stay, to be refused.
  return end === 0 ? text.trim() : text.slice(0, end).trim();
}

/** Extensions stay set off, so that the number of the switchboard is still known. */
function withExtension(number: string, dialled: string, extension: string | undefined): string {
  if (extension !== undefined) return `${number}-${extension}`;
  const [, behind] = /\d ?[-–] ?(\d{1,4})$/.exec(dialled) ?? [];
  if (behind === undefined || !/[\s/()]\d/.test(dialled) || !number.endsWith(behind)) return number;
  const base = number.slice(0, -behind.length);
  return base.length >= 9 ? `${base}-${behind}` : number;
}

/** The number with its +, null if it has not lost one. */
function restorePlus(text: string, country: string): string | 'AMBIGUOUS' | null {
  if (!/^[1-9]/.test(text)) return null;
  const code = Object.values(COUNTRY_CODES).find((one) => text.startsWith(one));
  if (code === undefined) return null;
  const rest = text.slice(code.length);
  const isSetOff = /^[\s/.-]|^\(0/.test(rest);
  if (!isSetOff && COUNTRY_CODES[country] !== code) return null;
  const international = `+${text.replace(/^(\d+)\s?\(0\)/, '$1 ')}`;
  if (normalizePhone(international, country) === null) return null;
  if (isSetOff) return international;
  const national = normalizePhone(`0${text}`, country);
  // Ten digits with a lost zero and eleven with a lost + look alike: 4921 in front is Emden, or Düsseldorf.
  return national !== null && digitsIn(text) < 12 ? 'AMBIGUOUS' : international;
}

function digitsIn(text: string): number {
  return text.match(/\d/g)?.length ?? 0;
}

function invalid(country: string): Parsed<never> {
  return {
    ok: false,
    code: 'INVALID_PHONE',
    message: `is no phone number of ${country}; write it like +49 30 1234567`,
    params: { country },
  };
}
