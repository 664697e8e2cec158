import pg from 'pg';
import type { Listener } from './backend.js';

const RECONNECT_AFTER_MS = 1_000;

/**
 * LISTEN on one connection of its own, opened with the first listener. When it breaks it is opened again, and every
 * listener gets an empty message, because notifications sent meanwhile are lost.
 */
export function listenOnPostgres(config: pg.ClientConfig) {
  const listeners = new Map<string, Set<(payload: string) => void>>();
  let connecting: Promise<pg.Client> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...config, application_name: 'leadwarden listen' });
    client.on('error', (error) => console.warn(`The notification connection broke: ${error.message}`));
    client.on('end', reconnectLater);
    client.on('notification', ({ channel, payload }) => {
      for (const onMessage of listeners.get(channel) ?? []) onMessage(payload ?? '');
    });
    await client.connect();
    for (const channel of listeners.keys()) await client.query(`LISTEN ${quote(channel)}`);
    return client;
  }

  function reconnectLater(): void {
    if (closed) return;
    connecting = undefined;
    clearTimeout(retry);
    retry = setTimeout(() => {
      connecting ??= connect();
      connecting.then(wakeAll, reconnectLater);
    }, RECONNECT_AFTER_MS);
    retry.unref();
  }

  function wakeAll(): void {
    for (const group of listeners.values()) for (const onMessage of group) onMessage('');
  }

  return {
    async listen(channel: string, onMessage: (payload: string) => void): Promise<Listener> {
      const group = listeners.get(channel) ?? new Set();
      listeners.set(channel, group.add(onMessage));
      connecting ??= connect();
      const client = await connecting;
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
      const client = await connecting?.catch(() => undefined);
      await client?.end();
    },
  };
}

function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
