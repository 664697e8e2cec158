import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ImportFileError } from '../import-file-error.js';
import type { XlsxLimits } from './limits.js';

/** The parts of a ZIP archive, unpacked while they are read. */
export interface Archive {
  has(path: string): boolean;
  /** @throws ImportFileError for a part that is missing, encrypted, broken or longer than is allowed */
  read(path: string): AsyncGenerator<Uint8Array, void>;
}

const INSTEAD =
  'Open it in Excel or LibreOffice, save it again as “Excel workbook (.xlsx)” or “CSV UTF-8”, and send that file.';

/**
 * Reads the table of an archive; what it says of sizes is not believed but measured.
 * @throws ImportFileError for an archive that is broken or has more parts than is allowed
 */
export async function openArchive(
  bytes: Uint8Array,
  { maxParts, maxPartBytes }: Pick<XlsxLimits, 'maxParts' | 'maxPartBytes'>,
): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  const zip = await asking(() => fromBufferPromise(buffer, { lazyEntries: true }));
  if (zip.entryCount > maxParts) {
    throw new ImportFileError(
      'BROKEN_WORKBOOK',
      `The archive has ${zip.entryCount} parts; a workbook has up to ${maxParts}.`,
    );
  }
  await asking(() => collect(zip, entries));

  async function* read(path: string): AsyncGenerator<Uint8Array, void> {
    const entry = entries.get(path);
    if (!entry) throw broken(`it lacks its part ${path}`);
    if (entry.isEncrypted()) {
      throw new ImportFileError(
        'ENCRYPTED',
        'The file is protected by a password. Take it off, and send the file again.',
      );
    }
    let size = 0;
    const stream = await asking(() => zip.openReadStreamPromise(entry));
    try {
      const chunks = stream[Symbol.asyncIterator]();
      for (;;) {
        const { done, value } = await asking(() => chunks.next());
        if (done) return;
        const chunk = value as Buffer;
        size += chunk.length;
        if (size > maxPartBytes) throw tooLarge(path, maxPartBytes);
        yield chunk;
      }
    } finally {
      stream.destroy();
    }
  }

  return { has: (path) => entries.has(path), read };
}

async function collect(zip: ZipFile, entries: Map<string, Entry>): Promise<void> {
  for await (const entry of zip.eachEntry()) {
    // Which of two would be read depends on the reader.
    if (entries.has(entry.fileName)) throw broken(`it has two parts ${entry.fileName}`);
    entries.set(entry.fileName, entry);
  }
}

/** Faults that the library finds in the archive are those of the file. */
async function asking<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ImportFileError || !(error instanceof Error)) throw error;
    throw broken(error.message);
  }
}

/** @param why goes on after “The workbook cannot be read:” */
export function broken(why: string): ImportFileError {
  return new ImportFileError(
    'BROKEN_WORKBOOK',
    `The workbook cannot be read: ${why.slice(0, 200).replace(/\.$/, '')}. ${INSTEAD}`,
  );
}

function tooLarge(path: string, most: number): ImportFileError {
  return new ImportFileError(
    'UNPACKED_TOO_LARGE',
    `The part ${path} of the workbook has more than ${Math.floor(most / 1024 / 1024)} MB when it is unpacked. Split the list, or copy it into a new workbook.`,
  );
}
