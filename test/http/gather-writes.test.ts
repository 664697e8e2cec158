import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWriteGatherer } from '../../src/http/websocket/gather-writes.js';

let server: ReturnType<typeof createServer>;
let near: Socket;
let far: Socket;

beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection');
  far = connect((server.address() as AddressInfo).port, '127.0.0.1').setEncoding('utf8');
  [near] = await accepted;
});
afterEach(() => {
  near.destroy();
  far.destroy();
  server.close();
});

test('what is written in one turn of the event loop leaves together, in order', async () => {
  const hold = createWriteGatherer();
  for (const [first, second] of [
    ['a', 'b'],
    ['c', 'd'],
  ]) {
    const arrival = once(far, 'data');
    hold(near);
    near.write(first ?? '');
    await Promise.resolve();
    hold(near);
    near.write(second ?? '');
    expect(near.writableLength).toBe(2);
    expect(await arrival).toEqual([`${first}${second}`]);
    expect([near.writableCorked, near.writableLength]).toEqual([0, 0]);
  }
});

test('what is held when the socket ends still leaves; one that was cut off harms no other', async () => {
  const hold = createWriteGatherer();
  const arrival = once(far, 'data');
  const cut = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(cut, 'connect');
  hold(cut);
  cut.write('lost');
  hold(near);
  near.end('kept');
  cut.destroy();
  expect(await arrival).toEqual(['kept']);
});

test('one message for each does not wait until all have theirs; a second one for somebody does', async () => {
  const hold = createWriteGatherer();
  const sockets = await Promise.all(
    Array.from({ length: 120 }, async () => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
      await once(socket, 'connect');
      return socket;
    }),
  );
  function tell(told: readonly Socket[]): number {
    for (const socket of told) {
      hold(socket);
      socket.write('.');
    }
    return sockets.filter(({ writableCorked }) => writableCorked > 0).length;
  }
  const first = sockets.slice(0, 60);
  expect(tell(first)).toBe(10);
  // From here on somebody has two, and there may be more to come.
  expect(tell(sockets)).toBe(120);
  await new Promise((resolve) => setImmediate(resolve));
  expect(sockets.filter(({ writableCorked }) => writableCorked > 0)).toEqual([]);
  for (const socket of sockets) socket.destroy();
});
