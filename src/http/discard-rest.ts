import type { IncomingMessage, ServerResponse } from 'node:http';

/** Timeout for the rest of a body. */
const REST_MS = 5_000;

/**
 * Reads past the rest of a body that was answered before it was there as a whole, as too large ones are:
 * left unread, it would block the next request on its connection.
 */
export function discardRest(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (request.complete) return;
    // The former reader is done with it, and would only hold it up.
    for (const event of ['data', 'readable']) request.removeAllListeners(event);
    const cut = setTimeout(() => request.socket.destroy(), REST_MS).unref();
    request.once('close', () => clearTimeout(cut)).resume();
  });
}
