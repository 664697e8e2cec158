import { Worker } from 'node:worker_threads';
import { ValidationError } from '../../domain/errors.js';
import type { FilePreview } from './describe-file.js';
import type { Verdict } from './judge-rows.js';
import type { FileDescription, ParseAnswer, ParseRequest } from './parse-protocol.js';
import type { FileOptions } from './read-file.js';

/** How long one step of parsing may take: the whole file once, or one batch of rows. */
export const PARSE_DEADLINE_MS = 60_000;

/** Heap of the thread. A file has up to 10 MB. */
const MOST_HEAP_MB = 512;

const THREAD = import.meta.url.replace(/open-parser(?=\.[jt]s$)/, 'parse-thread');

/** A thread does not take over how its process reads TypeScript, as in development and tests. */
const FROM_SOURCE = `import('tsx/esm/api').then((tsx) => (tsx.register(), import(${JSON.stringify(THREAD)})));`;

export interface ParserOptions {
  readonly deadlineMs?: number | undefined;
  /** Ends the thread, whatever it does. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads one file in a thread of its own, so that no file holds up the requests of others, and none
 * takes longer than the deadline. A signal ends what is asked with its reason.
 */
export interface Parser extends AsyncDisposable {
  open(content: Uint8Array, options: FileOptions): Promise<FileDescription>;
  /** What an import would do, without opening the file for one. */
  preview(request: Omit<Extract<ParseRequest, { kind: 'PREVIEW' }>, 'kind'>): Promise<FilePreview>;
  judge(request: Omit<Extract<ParseRequest, { kind: 'JUDGE' }>, 'kind'>): Promise<void>;
  /** The next batch of judged rows; null after the last one. */
  next(): Promise<readonly Verdict[] | null>;
}

/** @throws ValidationError from each step, for a file that cannot be read or takes too long */
export function openParser({ deadlineMs = PARSE_DEADLINE_MS, signal }: ParserOptions = {}): Parser {
  const resourceLimits = { maxOldGenerationSizeMb: MOST_HEAP_MB };
  const thread = THREAD.endsWith('.ts')
    ? new Worker(FROM_SOURCE, { eval: true, execArgv: [], resourceLimits })
    : new Worker(new URL(THREAD), { resourceLimits });

  function ask(request: ParseRequest): Promise<ParseAnswer> {
    return new Promise((resolve, reject) => {
      function settle(): void {
        clearTimeout(timer);
        thread.off('message', onMessage);
        thread.off('error', onError);
        signal?.removeEventListener('abort', onAbort);
      }
      function end(error: unknown): void {
        settle();
        void thread.terminate().then(() => reject(error));
      }
      function onMessage(answer: ParseAnswer): void {
        settle();
        resolve(answer);
      }
      const onError = (error: Error) => end(isOutOfMemory(error) ? tooLarge() : error);
      const onAbort = () => end(signal?.reason);
      const timer = setTimeout(() => end(tooSlow(deadlineMs)), deadlineMs);
      thread.on('message', onMessage);
      thread.on('error', onError);
      if (signal?.aborted) return onAbort();
      signal?.addEventListener('abort', onAbort);
      thread.postMessage(request);
    });
  }

  async function told<Kind extends ParseAnswer['kind']>(request: ParseRequest, kind: Kind) {
    const answer = await ask(request);
    if (answer.kind === 'UNREADABLE') throw unreadable(answer.message);
    if (answer.kind !== kind) throw new Error(`${answer.kind} is no answer to ${request.kind}.`);
    return answer as Extract<ParseAnswer, { kind: Kind }>;
  }

  return {
    open: async (content, options) =>
      (await told({ kind: 'OPEN', content, options }, 'OPENED')).file,
    preview: async (request) => (await told({ kind: 'PREVIEW', ...request }, 'PREVIEWED')).preview,
    judge: async (request) => void (await told({ kind: 'JUDGE', ...request }, 'READY')),
    next: async () => (await told({ kind: 'NEXT' }, 'BATCH')).verdicts,
    async [Symbol.asyncDispose]() {
      await thread.terminate();
    },
  };
}

function tooSlow(deadlineMs: number): ValidationError {
  return unreadable(
    `The file could not be read within ${deadlineMs / 1000} s. Is it a list as CSV or XLSX? If it is, split it.`,
  );
}

function tooLarge(): ValidationError {
  return unreadable(
    `Reading the file takes more than ${MOST_HEAP_MB} MB of memory. Is it a list as CSV or XLSX? If it is, split it.`,
  );
}

function unreadable(message: string): ValidationError {
  return new ValidationError([{ path: 'file', message }]);
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
