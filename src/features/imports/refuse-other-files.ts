import { ImportFileError } from './import-file-error.js';

interface FileKind {
  /** Goes on after “This is”. */
  readonly what: string;
  /** What to do instead. */
  readonly instead: string;
  readonly isIt: (bytes: Uint8Array, start: string) => boolean;
}

const FROM_EXCEL =
  'Open it in Excel, choose “Save as” and “Excel workbook (.xlsx)” or “CSV UTF-8”, and send that file.';
const AS_CSV = 'Export the list as CSV (UTF-8), and send that file.';

/** By how files begin that are taken for lists. `start` is the beginning as Latin letters, in lower case. */
const KINDS: readonly FileKind[] = [
  {
    what: 'an OpenDocument spreadsheet (.ods)',
    instead:
      'Open it in LibreOffice, choose “Save as” and “Text CSV” with the character set UTF-8, and send that file.',
    isIt: (bytes, start) => isZip(bytes) && start.includes('opendocument.spreadsheet'),
  },
  {
    what: 'a document that is protected by a password',
    instead:
      'Open it in Excel, take the password off (“File”, “Info”, “Protect workbook”), and send it again.',
    isIt: (bytes) => isCompound(bytes) && holds(bytes, 'EncryptedPackage'),
  },
  {
    what: 'an Excel workbook of the old kind (.xls)',
    instead: FROM_EXCEL,
    isIt: (bytes) => isCompound(bytes) || isBiff(bytes),
  },
  {
    what: 'a PDF document',
    instead: `A PDF has no cells: ${AS_CSV.charAt(0).toLowerCase()}${AS_CSV.slice(1)}`,
    isIt: (_bytes, start) => start.trimStart().startsWith('%pdf-'),
  },
  {
    what: 'an XML spreadsheet',
    instead: FROM_EXCEL,
    isIt: (_bytes, start) => /^\s*<\?xml/.test(start) && !/<html/.test(start),
  },
  {
    what: 'a web page (HTML), whatever its name says',
    instead: FROM_EXCEL,
    isIt: (_bytes, start) =>
      /^\s*(?:<!--|<!doctype html|<\?xml|<html|<head|<body|<meta|<style|<table|<div)/.test(start) ||
      (/^\s*mime-version:/.test(start) && start.includes('text/html')),
  },
  {
    what: 'a text document (.rtf)',
    instead: AS_CSV,
    isIt: (_bytes, start) => start.startsWith('{\\rtf'),
  },
  { what: 'JSON', instead: AS_CSV, isIt: (_bytes, start) => /^\s*(?:\[\s*)?\{\s*["}]/.test(start) },
  {
    what: 'a visiting card (vCard)',
    instead: AS_CSV,
    isIt: (_bytes, start) => start.trimStart().startsWith('begin:vcard'),
  },
  {
    what: 'a compressed file',
    instead: 'Unpack it, and send the CSV file in it.',
    isIt: (bytes) =>
      begins(bytes, [0x1f, 0x8b]) ||
      begins(bytes, [0x37, 0x7a, 0xbc, 0xaf]) ||
      begins(bytes, [0x52, 0x61, 0x72, 0x21]),
  },
  {
    what: 'a picture',
    instead: AS_CSV,
    isIt: (bytes) =>
      begins(bytes, [0x89, 0x50, 0x4e, 0x47]) ||
      begins(bytes, [0xff, 0xd8, 0xff]) ||
      begins(bytes, [0x47, 0x49, 0x46, 0x38]),
  },
  {
    what: 'a Numbers or other property list of Apple',
    instead: 'Open it in Numbers, choose “Export to” and “CSV” with UTF-8, and send that file.',
    isIt: (_bytes, start) => start.startsWith('bplist'),
  },
];

const LOOKED_AT_BYTES = 4_096;

/** @throws ImportFileError for a file that is known to be no list, with what it is and what to do instead */
export function refuseOtherFiles(bytes: Uint8Array): void {
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT_BYTES))
    .toString('latin1')
    .replace(/^ï»¿/, '')
    // HTML that Excel has saved comes in UTF-16 as well.
    .replaceAll('\0', '')
    .replace(/^(?:ÿþ|þÿ)/, '')
    .toLowerCase();
  const kind = KINDS.find(({ isIt }) => isIt(bytes, start));
  if (!kind) return;
  throw new ImportFileError('NOT_TEXT', `This is ${kind.what}, not CSV or XLSX. ${kind.instead}`);
}

function begins(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/** Whether it is a ZIP archive, as workbooks are. */
export function isZip(bytes: Uint8Array): boolean {
  return begins(bytes, [0x50, 0x4b, 3, 4]) || begins(bytes, [0x50, 0x4b, 5, 6]);
}

/** The container of the older Office, which newer ones put encrypted documents into. */
function isCompound(bytes: Uint8Array): boolean {
  return begins(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}

/** Whether the name of a part stands in a compound document. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'));
}

/** Workbooks of Excel 2 to 4 begin with a record that says so. */
function isBiff(bytes: Uint8Array): boolean {
  return bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1] ?? 1) && bytes[3] === 0x00;
}
