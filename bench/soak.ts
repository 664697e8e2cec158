import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withBenchDatabase } from './bench-database.js';
import { SUBSCRIPTION, startBroadcastServer } from './broadcast.js';
import { listen } from './broadcast-listeners.js';
import { type Figure, figure } from './measure.js';

/** As many as an hour brings to a wallboard server: 300 sockets come and go each time, among 60 events. */
const CYCLES = 60;
const SOCKETS = 300;
const EVENTS = 60;
/** Until then caches fill. */
const WARM_UP = 15;

/** What the process holds after sockets have come and gone for an hour, against what it held when it was warm. */
export async function benchSoak(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'leadwarden-bench-'));
  try {
    return await withBenchDatabase(async (_db, _client, url, children) => {
      const server = await startBroadcastServer(children, ['leadwarden', url, dataDir]);
      let warm = Number.NaN;
      for (let cycle = 0; cycle < CYCLES; cycle += 1) {
        if (cycle === WARM_UP) warm = (await server.memory()).bytes;
        const listeners = await listen(server, SOCKETS, SUBSCRIPTION);
        const arrival = listeners.arrived(EVENTS);
        for (let n = 0; n < EVENTS; n += 1) await server.publish(1);
        await arrival;
        listeners.close();
      }
      const { bytes, subscribers } = await server.memory();
      if (subscribers !== 0) throw new Error(`${subscribers} subscribers were left behind.`);
      const mebibyte = 1024 * 1024;
      return [
        figure(
          `soak: heap after ${CYCLES * SOCKETS} sockets and ${CYCLES * EVENTS} events / when warm`,
          bytes / mebibyte,
          warm / mebibyte,
          'MiB',
          { atMost: 1.1 },
        ),
      ];
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
