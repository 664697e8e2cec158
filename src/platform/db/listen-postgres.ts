import pg from 'pg';
import type { Listener, Warn } from './backend.js';

const RECONNECT_AFTER_MS = 1_000;

/**
 * LISTEN on one connection of its own, opened with the first listener. When it breaks it is opened again, and every
 * listener gets an empty message, because notifications sent meanwhile are lost.
 */
export function listenOnPostgres(config: pg.ClientConfig, warn: Warn) {
  const listeners = new Map<string, Set<(payload: string) => void>>();
  let connected: Promise<pg.Client> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  function connect(): Promise<pg.Client> {
    connected ??= openClient().catch((error: unknown) => {
      connected = undefined;
      throw error;
    });
    return connected;
  }

  async function openClient(): Promise<pg.Client> {
    const client = new pg.Client(config);
    client.on('error', (error) => warn('The connection for notifications broke', error));
    client.on('notification', ({ channel, payload }) => {
      for (const onMessage of listeners.get(channel) ?? []) onMessage(payload ?? '');
    });
    await client.connect();
    client.on('end', () => {
      connected = undefined;
      reconnectLater();
    });
    for (const channel of listeners.keys()) await client.query(`LISTEN ${quote(channel)}`);
    return client;
  }

  function reconnectLater(): void {
    if (closed) return;
    clearTimeout(retry);
    retry = setTimeout(() => {
      connect().then(wakeAll, (error: unknown) => {
        warn('The connection for notifications cannot be opened again yet', error);
        reconnectLater();
      });
    }, RECONNECT_AFTER_MS);
  }

  function wakeAll(): void {
    for (const group of listeners.values()) for (const onMessage of group) onMessage('');
  }

  return {
    async listen(channel: string, onMessage: (payload: string) => void): Promise<Listener> {
      const group = listeners.get(channel) ?? new Set();
      listeners.set(channel, group.add(onMessage));
      const client = await connect();
      await client.query(`LISTEN ${quote(channel)}`);
      return {
        async stop() {
          group.delete(onMessage);
        },
      };
    },
    async close(): Promise<void> {
      closed = true;
      clearTimeout(retry);
      listeners.clear();
      const client = await connected?.catch(() => undefined);
      await client?.end();
    },
  };
}

function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
