import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { positionOf } from '../support/cursors.js';
import type { Person } from './installation.js';

/** An event as somebody was told of it. */
export interface Told {
  readonly id: string;
  readonly type: string;
  readonly cursor: string;
  readonly position: number;
}

/** Somebody who wants to be told of everything, goes on at whichever replica answers and loses no cursor. */
export interface Subscriber {
  readonly person: Person;
  readonly transport: Transport;
  readonly told: readonly Told[];
  /** What no server should have done: ended a flow as complete, or refused a cursor. */
  readonly complaints: readonly string[];
  readonly connections: number;
  /** Breaks its connection off, as when a phone changes networks. */
  drop(): void;
  stop(): Promise<void>;
}

export type Transport = 'WebSocket' | 'SSE';

export interface SubscriberOptions {
  readonly person: Person;
  readonly transport: Transport;
  /** Tried one after the other. */
  readonly urls: () => readonly string[];
  readonly after: string;
  /** Nothing came for so long, not even a sign of life: then it connects anew. */
  readonly silentMs?: number;
}

const EVENTS = 'subscription ($after: Cursor) { events(after: $after) { id type cursor } }';

/** What may come while replicas end, start and cannot reach their database. */
const MAY_HAPPEN = new Set(['UNAVAILABLE', 'INTERNAL', 'INTERNAL_SERVER_ERROR']);

export function startSubscriber(options: SubscriberOptions): Subscriber {
  const { person, transport, urls } = options;
  const told: Told[] = [];
  const complaints: string[] = [];
  const stopping = new AbortController();
  let cursor = options.after;
  let dropping = new AbortController();
  let connections = 0;
  const follow = transport === 'SSE' ? followSse : followWebSocket;

  function take({ events }: { events: Omit<Told, 'position'> }): void {
    cursor = events.cursor;
    told.push({ ...events, position: positionOf(events.cursor) });
  }

  async function keepFollowing(): Promise<void> {
    for (let turn = 0; !stopping.signal.aborted; turn += 1) {
      const all = urls();
      const url = all[turn % Math.max(all.length, 1)];
      if (url !== undefined) {
        dropping = new AbortController();
        connections += 1;
        const signal = AbortSignal.any([stopping.signal, dropping.signal]);
        const end = await follow(url, options, cursor, take, signal);
        if (end !== null && !signal.aborted) complaints.push(end);
      }
      await pause(50, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const following = keepFollowing();
  return {
    person,
    transport,
    told,
    complaints,
    get connections() {
      return connections;
    },
    drop: () => dropping.abort(),
    async stop() {
      stopping.abort();
      await following;
    },
  };
}

type Taking = (data: { events: Omit<Told, 'position'> }) => void;
type Result = {
  data?: { events: Omit<Told, 'position'> } | null;
  errors?: readonly { message: string; extensions?: { code?: unknown } }[];
};

/** A complaint, or null when the connection broke as connections do. */
type Follow = (
  url: string,
  options: SubscriberOptions,
  after: string,
  take: Taking,
  signal: AbortSignal,
) => Promise<string | null>;

function complaintOf({ errors }: Result): string | null {
  const [error] = errors ?? [];
  if (!error || MAY_HAPPEN.has(String(error.extensions?.code))) return null;
  return `${String(error.extensions?.code)}: ${error.message}`;
}

const followWebSocket: Follow = async (url, { person, silentMs = 5_000 }, after, take, signal) => {
  let socket: WebSocket | undefined;
  let unanswered: NodeJS.Timeout | undefined;
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    keepAlive: silentMs / 2,
    connectionParams: { authorization: `Bearer ${person.token}` },
    on: {
      opened: (opened) => {
        socket = opened as WebSocket;
      },
      ping: (received) => {
        if (!received) unanswered = setTimeout(() => socket?.terminate(), silentMs / 2);
      },
      pong: (received) => {
        if (received) clearTimeout(unanswered);
      },
    },
  });
  return new Promise((resolve) => {
    const connecting = setTimeout(() => {
      if (socket !== undefined) return;
      // If it comes about after all, the client takes its own farewell for the end of the flow.
      end(null);
      void client.dispose();
    }, silentMs);
    const end = (complaint: string | null) => {
      clearTimeout(unanswered);
      clearTimeout(connecting);
      signal.removeEventListener('abort', abort);
      socket?.terminate();
      resolve(complaint);
    };
    const abort = () => end(null);
    signal.addEventListener('abort', abort, { once: true });
    client.subscribe<{ events: Omit<Told, 'position'> }>(
      { query: EVENTS, variables: { after } },
      {
        next(result) {
          if (signal.aborted) return;
          if (result.data) take(result.data);
          if (result.errors) end(complaintOf(result as Result));
        },
        error: (error) =>
          end(
            Array.isArray(error) ? complaintOf({ errors: error as Result['errors'] & {} }) : null,
          ),
        complete: () => end('the flow was said to be complete'),
      },
    );
    if (signal.aborted) abort();
  });
};

const followSse: Follow = async (url, { person, silentMs = 15_000 }, after, take, signal) => {
  const silent = new AbortController();
  let timer = setTimeout(() => silent.abort(), silentMs);
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        accept: 'text/event-stream',
        'content-type': 'application/json',
        authorization: `Bearer ${person.token}`,
      },
      body: JSON.stringify({ query: EVENTS, variables: { after } }),
      signal: AbortSignal.any([signal, silent.signal]),
    });
    if (!response.body) return null;
    let rest = '';
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), silentMs);
      const messages = (rest + text).split('\n\n');
      rest = messages.pop() ?? '';
      for (const message of messages) {
        if (/^event: complete/m.test(message)) return 'the flow was said to be complete';
        const data = /^data: (.+)$/m.exec(message)?.[1];
        if (!/^event: next/m.test(message) || data === undefined) continue;
        const result = JSON.parse(data) as Result;
        if (result.data) take(result.data);
        // What follows it, if anything, is that the flow is complete.
        if (result.errors) return complaintOf(result);
      }
    }
    return null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
};
