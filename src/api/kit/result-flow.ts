import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Subscriber } from '../../platform/events/channel.js';
import type { Session } from '../../platform/identity/session.js';

/** The result of an event for all subscribers of a channel. */
export interface Rendered {
  readonly result: ExecutionResult;
  /** The result as JSON, its errors without their HTTP extensions. */
  readonly text: string;
  /** Continues behind the event. */
  readonly cursor: string;
}

const renderings = new WeakMap<object, Rendered>();

/** The text and the cursor of a result that was rendered for a channel. */
export function renderingOf(result: object): Rendered | undefined {
  return renderings.get(result);
}

export interface ResultFlowOptions {
  readonly session: Session;
  readonly signal: AbortSignal | null;
  /** Sent before any other result. */
  readonly first?: Rendered;
  readonly toPublic: (error: unknown) => GraphQLError;
  readonly onEnd: () => void;
}

export interface ResultFlow {
  readonly results: AsyncIterableIterator<ExecutionResult>;
  readonly subscriber: Subscriber<Rendered>;
  /** Called when the flow ends: by its client, or with its connection. */
  leaveWith(leave: () => void): void;
}

type Next = IteratorResult<ExecutionResult, undefined>;

/** The two sides of a subscription: a subscriber of a channel, and the results for its client. Nothing waits in between. */
export function resultFlow(options: ResultFlowOptions): ResultFlow {
  const { session, signal, toPublic, onEnd } = options;
  const done: Next = { done: true, value: undefined };
  const waiting: ((next: Next) => void)[] = [];
  let wanted = () => {};
  let { first } = options;
  let last: Next | undefined;
  let isOver = false;
  let leave = () => {};

  function over(final: Next): void {
    if (isOver) return;
    isOver = true;
    signal?.removeEventListener('abort', abandon);
    const earliest = waiting.shift();
    if (earliest) earliest(final);
    else last = final;
    for (const resolve of waiting.splice(0)) resolve(done);
    wanted();
    onEnd();
  }
  function abandon(): void {
    leave();
    over(done);
  }

  const results: AsyncIterableIterator<ExecutionResult, undefined> = {
    [Symbol.asyncIterator]: () => results,
    next() {
      if (isOver) {
        const next = last ?? done;
        last = undefined;
        return Promise.resolve(next);
      }
      if (first) {
        const { result, ...rest } = first;
        first = undefined;
        renderings.set(result, { result, ...rest });
        return Promise.resolve({ done: false, value: result });
      }
      return new Promise((resolve) => {
        waiting.push(resolve);
        wanted();
      });
    },
    async return() {
      last = undefined;
      abandon();
      return done;
    },
  };

  const subscriber: Subscriber<Rendered> = {
    session,
    take({ result, ...rest }) {
      renderings.set(result, { result, ...rest });
      waiting.shift()?.({ done: false, value: result });
      return waiting.length > 0;
    },
    async ready() {
      if (waiting.length > 0 || isOver) return;
      await new Promise<void>((resolve) => {
        wanted = resolve;
      });
    },
    end(error) {
      over(error === undefined ? done : { done: false, value: { errors: [toPublic(error)] } });
    },
  };

  signal?.addEventListener('abort', abandon, { once: true });
  return {
    results,
    subscriber,
    leaveWith(given) {
      leave = given;
      if (isOver) leave();
      else if (signal?.aborted) abandon();
    },
  };
}
