import { readFile } from 'node:fs/promises';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { commitNumbered, range } from '../events/event-setup.js';
import { openTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi({ started: true });
});
afterAll(() => api[Symbol.asyncDispose]());

/** The loop of docs/subscriptions.md, as it stands there, with everything that it takes from around it. */
async function documentedLoop(): Promise<(surroundings: Record<string, unknown>) => Promise<void>> {
  const docs = await readFile('docs/subscriptions.md', 'utf8');
  const [, code = ''] =
    /```js\nimport \{ createClient \} from 'graphql-ws';\n(.*?)```/s.exec(docs) ?? [];
  expect(code).toContain('client.iterate');
  return async (surroundings) => {
    const names = Object.keys(surroundings);
    const loop = new Function(...names, `return (async () => {\n${code}\n})();`);
    await loop(...Object.values(surroundings));
  };
}

test('the loop in the documentation loses nothing and shows nothing twice, however often it is cut off', async () => {
  const user = await api.user('ADMIN');
  const run = await documentedLoop();
  const shown: number[] = [];
  const sockets: WebSocket[] = [];
  const stored = new Map<string, string>();
  let anew = 0;
  let isOver = false;

  const following = run({
    createClient: (options: object) =>
      createClient({
        ...(options as { url: string }),
        webSocketImpl: class extends WebSocket {
          constructor(address: string, protocols: string) {
            super(address, protocols);
            sockets.push(this);
          }
        },
      }),
    url: `${api.app.url?.replace('http', 'ws')}/graphql`,
    newToken: async () => {
      if (isOver) throw new Error('enough');
      return user.token;
    },
    show: async ({ payload }: { payload: { n: number } }) => void shown.push(payload.n),
    showEverythingAnew: async () => {
      anew += 1;
      isOver = true;
    },
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
    },
    // It need not wait as long as a browser.
    setTimeout: (resolve: () => void) => setTimeout(resolve, 1),
    console: { warn: () => {} },
  });
  following.catch(() => {});

  await expect.poll(() => api.app.followers).toBe(1);
  await commitNumbered(api.app.db, 1, 5);
  await expect.poll(() => shown).toEqual(range(1, 5));
  sockets.at(-1)?.terminate();
  await commitNumbered(api.app.db, 6, 8);
  await expect.poll(() => shown).toEqual(range(1, 8));
  for (let n = 9; n <= 20; n += 1) {
    await commitNumbered(api.app.db, n, n);
    if (n % 4 === 0) sockets.at(-1)?.terminate();
  }
  await expect.poll(() => shown).toEqual(range(1, 20));

  // The log is cut off beyond what it has seen: it is told, and follows from now.
  const log = await api.db.prisma.eventLog.findUniqueOrThrow({ where: { id: 1 } });
  const firstPosition = log.lastPosition + 5n;
  await api.db.prisma.eventLog.update({
    where: { id: 1 },
    data: { firstPosition, lastPosition: firstPosition },
  });
  sockets.at(-1)?.terminate();
  await expect(following).rejects.toThrow('enough');
  expect(anew).toBe(1);
});
