import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { beginTextFrame } from '../../../src/http/websocket/text-frame.js';

let server: WebSocketServer;
let client: WebSocket;
let request: IncomingMessage;

beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const accepted = once(server, 'connection');
  client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  request = (await accepted)[1];
  await once(client, 'open');
});
afterAll(() => {
  client.terminate();
  server.close();
});

// Headers are of another length from 126 and from 65,536 bytes on; the head has two bytes.
test.each([
  0, 1, 123, 124, 65_533, 65_534, 1_000_000,
])('a message whose shared part has %i bytes is one frame, as ws reads it', async (tailBytes) => {
  const tail = Buffer.alloc(tailBytes, 'x');
  const messages: string[] = [];
  const both = new Promise<void>((resolve) => {
    client.on('message', (data) => {
      if (messages.push(String(data)) === 2) resolve();
    });
  });
  const frame = Buffer.concat([beginTextFrame('ü', tail.length), tail]);
  request.socket.write(Buffer.concat([frame, frame]));
  await both;
  client.removeAllListeners('message');
  expect(messages).toEqual([`ü${tail}`, `ü${tail}`]);
});
