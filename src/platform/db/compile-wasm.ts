import { open } from 'node:fs/promises';

const PAGE_BYTES = 65_536;

/**
 * Compiles a WebAssembly file. Its bytes are read into memory that is given back to the operating system as a whole:
 * once glibc has freed megabytes that came from `malloc`, it keeps as much of what the compiler's threads free later,
 * 60 MB and more.
 */
export async function compileWasm(file: URL | string): Promise<WebAssembly.Module> {
  await using handle = await open(file);
  const { size } = await handle.stat();
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE_BYTES) });
  const bytes = new Uint8Array(memory.buffer, 0, size);
  for (let at = 0; at < size; ) {
    const { bytesRead } = await handle.read(bytes, at, size - at, at);
    if (bytesRead === 0) throw new Error(`${file} ends after ${at} of ${size} bytes.`);
    at += bytesRead;
  }
  return WebAssembly.compile(bytes);
}
