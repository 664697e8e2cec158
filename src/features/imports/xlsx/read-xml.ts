import { SaxesParser } from 'saxes';
import { ImportFileError } from '../import-file-error.js';
import { broken } from './open-archive.js';

/** What a reader of a part is told, by names without their prefix. */
export interface XmlReader {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Elements within one another. A sheet has fewer than ten. */
const MOST_DEPTH = 50;

/**
 * Reads XML as it comes, and yields after each chunk of it. No entity is known but the five of XML itself, and a document type
 * is refused, so that nothing is expanded or fetched.
 * @throws ImportFileError for what is no well-formed XML
 */
export async function* readXml(
  chunks: AsyncIterable<Uint8Array>,
  reader: XmlReader,
): AsyncGenerator<void, void> {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  parser.on('error', (error) => {
    throw broken(error.message);
  });
  parser.on('doctype', () => {
    throw broken('it has a document type, which no workbook has');
  });
  parser.on('opentag', (tag) => {
    const name = tag.name;
    const attributes = tag.attributes as Readonly<Record<string, string>>;
    depth++;
    if (depth > MOST_DEPTH) throw broken(`its elements are nested more than ${MOST_DEPTH} deep`);
    reader.open?.(localName(name), (wanted) => attributeOf(attributes, wanted));
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    reader.close?.(localName(name));
  });
  if (reader.text) parser.on('text', (text) => reader.text?.(text));
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    parser.write(decoded(decoder, chunk));
    yield;
  }
  parser.write(decoded(decoder ?? new TextDecoder(), undefined)).close();
  yield;
}

/** Reads a short part as a whole. @throws ImportFileError */
export async function readWhole(
  chunks: AsyncIterable<Uint8Array>,
  reader: XmlReader,
): Promise<void> {
  for await (const _ of readXml(chunks, reader));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute may have a prefix, as `r:id` has. */
function attributeOf(attributes: Readonly<Record<string, string>>, wanted: string) {
  const name =
    wanted in attributes
      ? wanted
      : Object.keys(attributes).find((key) => key.includes(':') && localName(key) === wanted);
  return name === undefined ? undefined : attributes[name];
}

function decoderFor([first, second]: Uint8Array): TextDecoder {
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
}

function decoded(decoder: TextDecoder, chunk: Uint8Array | undefined): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ImportFileError('INVALID_ENCODING', 'The letters of the workbook are not UTF-8.');
  }
}
