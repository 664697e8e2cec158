/** An outward call was given up: it had not settled in time, or nothing waits for it any more. */
export class GivenUpError extends Error {
  override readonly name = 'GivenUpError';
}

export interface Deadline {
  readonly ms: number;
  /** For the message: the name of the missing result, as "answer". */
  readonly what: string;
  /** Gives the call up earlier. */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Makes an outward call that settles by the deadline at the latest, independently of the client library, which may
 * wait for an event that never comes. The call gets a signal that aborts it; its later outcome is ignored.
 * @throws GivenUpError
 */
export async function withinDeadline<T>(
  { ms, what, stop }: Deadline,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let onStop = () => {};
  const givenUp = new Promise<never>((_resolve, reject) => {
    const giveUp = (message: string) => {
      const error = new GivenUpError(message);
      reject(error);
      controller.abort(error);
    };
    timer = setTimeout(() => giveUp(`There was no ${what} within ${ms} ms.`), ms);
    onStop = () => giveUp(`There was no ${what} before the process stopped.`);
    stop?.addEventListener('abort', onStop, { once: true });
    if (stop?.aborted) onStop();
  });
  try {
    return await Promise.race([givenUp, call(controller.signal)]);
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', onStop);
  }
}
