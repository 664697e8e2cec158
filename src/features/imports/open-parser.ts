import { ValidationError } from '../../domain/errors.js';
import type { FilePreview } from './describe-file.js';
import type { Verdict } from './judge-rows.js';
import type { FileDescription, ParseAnswer, ParseRequest } from './parse-protocol.js';
import type { FileOptions } from './read-file.js';
import { giveBackThread, MOST_HEAP_MB, takeThread } from './spare-thread.js';

/** How long one step of parsing may take: the whole file once, or one batch of rows. */
export const PARSE_DEADLINE_MS = 60_000;

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
  const thread = takeThread();
  let waiting = false;
  let ended = false;

  function ask(request: ParseRequest): Promise<ParseAnswer> {
    return new Promise((resolve, reject) => {
      waiting = true;
      function settle(): void {
        waiting = false;
        clearTimeout(timer);
        thread.off('message', onMessage);
        thread.off('error', onError);
        signal?.removeEventListener('abort', onAbort);
      }
      function end(error: unknown): void {
        settle();
        ended = true;
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
      if (ended) return;
      if (waiting || signal?.aborted) await thread.terminate();
      else
        await ask({ kind: 'CLOSE' }).then(
          () => giveBackThread(thread),
          () => {},
        );
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
