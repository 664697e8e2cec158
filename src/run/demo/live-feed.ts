import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

interface FeedEvent {
  type: string;
  occurredAt: string;
  lead: { companyName: string; city: string } | null;
  payload: Record<string, unknown>;
}

/** Not worth a line on the terminal: there are too many of them. */
const QUIET = new Set(['JOB_RUN_PROGRESSED', 'IMPORT_PROGRESSED', 'LEAD_REGISTERED']);

/** Prints every event the moment it happens, from a WebSocket subscription like a wallboard's. */
export function printLiveFeed(url: string, token: string): () => Promise<void> {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
  });
  client.subscribe<{ events: FeedEvent }>(
    { query: 'subscription { events { type occurredAt lead { companyName city } payload } }' },
    {
      next: ({ data }) => {
        if (data && !QUIET.has(data.events.type)) console.log(lineOf(data.events));
      },
      error: (error) => console.error('The live feed broke off:', error),
      complete: () => {},
    },
  );
  return async () => {
    await client.dispose();
  };
}

function lineOf({ type, occurredAt, lead, payload }: FeedEvent): string {
  const what = type.toLowerCase().replaceAll('_', ' ');
  const where = lead ? `${lead.companyName}, ${lead.city}` : '';
  const why = typeof payload.reason === 'string' ? ` (${payload.reason})` : '';
  return `  ${occurredAt.slice(11, 19)}  ${what.padEnd(34)} ${where}${why}`;
}
