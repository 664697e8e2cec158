import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { useWebhooks } from './webhook-setup.js';

const world = await useWebhooks();

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('the receiver in docs/webhooks.md takes what is sent, and refuses what another secret signed', async () => {
  // It goes by the real time, and refuses what is five minutes old.
  world.clock.set(new Date().toISOString());
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/hooks`;
  const { secret } = await world.webhook({ url });
  await world.webhook({ url });
  const [, example] = /```js\n([\s\S]*?)```/.exec(await readFile('docs/webhooks.md', 'utf8')) ?? [];
  const take = 'const takeOnce = (id, { data }) => console.log(JSON.stringify(data.payload));\n';
  const ready = '\nconsole.log("ready");';
  const receiver = spawn(process.execPath, ['--input-type=module', '-e', take + example + ready], {
    env: { PORT: String(port), WEBHOOK_SECRET: secret },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const lines = createInterface({ input: receiver.stdout })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('ready');
    await world.happen(1);
    const dispatcher = world.dispatcher();
    const { webhookAttempt } = world.db.prisma;
    let known = new Set<number | null>();
    while (![204, 401].every((status) => known.has(status))) {
      await dispatcher.deliverDue();
      world.clock.advance({ seconds: 20 });
      known = new Set((await webhookAttempt.findMany()).map(({ statusCode }) => statusCode));
    }
    expect((await lines.next()).value).toBe('{"n":1}');
    expect(
      await world.db.prisma.webhookDelivery.findMany({ where: { status: 'DELIVERED' } }),
    ).toHaveLength(1);
  } finally {
    receiver.kill();
  }
});
