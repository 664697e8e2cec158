import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** The parts of an archive as texts, by path. */
export async function unzip(bytes: Uint8Array): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const parts: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    parts[entry.fileName] = await text(await zip.openReadStreamPromise(entry));
  }
  return parts;
}
