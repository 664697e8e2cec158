import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FetchAPI } from 'graphql-yoga';
import type { Amounts } from '../platform/limits/amounts.js';
import { refusedBody } from './body-refusals.js';
import { readChunks } from './read-chunks.js';

export interface UploadSpool {
  readonly mostBytes: number;
  /** Takes a body in and waits until it may be read into memory. */
  receive(request: Request, address: string): Promise<Upload>;
}

export interface Upload {
  /** The same request with the body that was stored. */
  requestWith(fetchAPI: FetchAPI): Request;
  release(): void;
}

export interface UploadSpoolOptions {
  /** Uploads by address. */
  readonly places: Amounts;
  readonly mostBytes: number;
  readonly withinMs: number;
}

/** Uploads that are in memory at the same time, each with its file twice over. */
const READ_AT_ONCE = 2;

/**
 * Keeps uploads on disk while they come, however slowly, and lets few of them into memory at a time. The files have no
 * name: nothing is left of them when the program ends, in whatever way.
 */
export function createUploadSpool({
  places,
  mostBytes,
  withinMs,
}: UploadSpoolOptions): UploadSpool {
  const waiting: (() => void)[] = [];
  let reading = 0;

  async function turn(): Promise<void> {
    if (reading < READ_AT_ONCE) {
      reading += 1;
      return;
    }
    await new Promise<void>((resolve) => void waiting.push(resolve));
  }
  function nextTurn(): void {
    const next = waiting.shift();
    if (next) next();
    else reading -= 1;
  }

  async function store(request: Request): Promise<FileHandle> {
    const file = await openUnnamed();
    try {
      await readChunks(request, { limit: mostBytes, withinMs }, async (chunk) => {
        await file.writeFile(chunk);
      });
      return file;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  return {
    mostBytes,
    async receive(request, address) {
      if (!places.take(address, 1)) throw refusedBody('TOO_MUCH_AT_ONCE');
      try {
        const file = await store(request);
        await turn();
        const { url, method, headers, signal } = request;
        return {
          requestWith: (fetchAPI) => {
            const body = file.createReadStream({ start: 0, autoClose: false });
            const init = { method, headers, signal, body: body as unknown as ReadableStream };
            return new fetchAPI.Request(url, init);
          },
          release() {
            places.give(address, 1);
            nextTurn();
            void file.close();
          },
        };
      } catch (error) {
        places.give(address, 1);
        throw error;
      }
    },
  };
}

async function openUnnamed(): Promise<FileHandle> {
  const path = join(tmpdir(), `leadwarden-upload-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}
