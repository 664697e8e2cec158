import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Actor } from '../../domain/actor.js';
import { CursorExpiredError, LeadwardenError } from '../../domain/errors.js';
import type { Session } from '../identity/session.js';
import { type Channel, type ChannelOptions, createChannel, type Subscriber } from './channel.js';
import type { Hub } from './hub.js';
import type { LogPlace } from './log-reader.js';

/** The parts of a channel's key. */
export interface ChannelSpec<Rendered> extends Pick<ChannelOptions<Rendered>, 'filter' | 'render'> {
  /** Channels with the same key render the same. */
  readonly key: string;
}

export interface Channels<Rendered> {
  /**
   * Sends the subscriber all events behind `from` that pass the filter and that it may see, in the order of the log,
   * without gaps or repetition, until the returned function or its `end` is called. Throws while the hub is not
   * running.
   */
  join(spec: ChannelSpec<Rendered>, subscriber: Subscriber<Rendered>, from: LogPlace): () => void;
  /** Subscribers that have not ended. */
  readonly subscribers: number;
}

export interface ChannelsOptions {
  readonly hub: Pick<Hub, 'openReader' | 'end'>;
  readonly reauthorize: (session: Session) => Promise<Actor | null>;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Pauses between attempts while the database is away; after the last one the subscribers get the error. */
  readonly retryPausesMs?: readonly number[];
}

const RETRY_PAUSES_MS = [50, 200, 1_000, 2_000, 5_000, 10_000, 20_000, 20_000];

/** The channels with subscribers: one for all subscribers that get the same. */
export function createChannels<Rendered>(options: ChannelsOptions): Channels<Rendered> {
  const { hub, reauthorize, clock, log, retryPausesMs = RETRY_PAUSES_MS } = options;
  const open = new Map<string, Channel<Rendered>>();

  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    for (const pauseMs of retryPausesMs) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof LeadwardenError) throw error;
        log.warn({ err: error, pauseMs }, 'subscribers cannot be told; trying again');
        await pause(pauseMs, undefined, { ref: false });
      }
    }
    return work();
  }

  function channelOf({ key, ...spec }: ChannelSpec<Rendered>): Channel<Rendered> {
    const known = open.get(key);
    if (known) return known;
    const reader = hub.openReader();
    const made = createChannel({
      ...spec,
      reader,
      reauthorize,
      patiently,
      clock,
      onEmpty: () => open.delete(key),
    });
    open.set(key, made);
    return made;
  }

  return {
    join(spec, subscriber, from) {
      const { epoch } = open.get(spec.key)?.start ?? hub.end();
      if (from.epoch !== epoch) {
        throw new CursorExpiredError(
          'The event log was rebuilt. Read the present state and follow from there.',
        );
      }
      return channelOf(spec).join(subscriber, from.position);
    },
    get subscribers() {
      return [...open.values()].reduce((sum, { size }) => sum + size, 0);
    },
  };
}
