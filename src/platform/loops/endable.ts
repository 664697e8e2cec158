export interface Endable<T> {
  readonly events: AsyncGenerator<T, void, undefined>;
  /** Ends the flow now; a `next` that waits resolves as done. */
  readonly end: () => void;
}

/**
 * A plain async generator answers `return` only when its pending `next` has settled, which while nothing changes may
 * be never. This one ends at once, even while it waits. `onEnd` is called once, for any end.
 */
export function endable<T>(
  inner: AsyncGenerator<T, void, undefined>,
  onEnd: () => void,
): Endable<T> {
  const done: IteratorResult<T, void> = { done: true, value: undefined };
  const waiting = new Set<(result: IteratorResult<T, void>) => void>();
  let ended = false;

  function end(): void {
    if (ended) return;
    ended = true;
    for (const resolve of waiting) resolve(done);
    waiting.clear();
    onEnd();
    // There is no listener any more; later results are dropped.
    inner.return().catch(() => {});
  }

  function next(): Promise<IteratorResult<T, void>> {
    if (ended) return Promise.resolve(done);
    return new Promise((resolve, reject) => {
      waiting.add(resolve);
      inner.next().then(
        (result) => {
          waiting.delete(resolve);
          if (result.done) end();
          resolve(result);
        },
        (error) => {
          waiting.delete(resolve);
          end();
          reject(error);
        },
      );
    });
  }

  const events: AsyncGenerator<T, void, undefined> = {
    next,
    async return() {
      end();
      return done;
    },
    async throw(error) {
      end();
      throw error;
    },
    [Symbol.asyncIterator]: () => events,
    async [Symbol.asyncDispose]() {
      end();
    },
  };
  return { events, end };
}
