import { createApp } from '../src/app.js';
import { parseConfig } from '../src/config.js';
import { startBareServer } from './bare-server.js';
import { PAGE_SQL } from './page-queries.js';

// A process of its own for each server, so that neither shares its event loop with the load.
const [kind, databaseUrl, dataDir] = process.argv.slice(2);
if (!databaseUrl || !dataDir || (kind !== 'bare' && kind !== 'leadwarden')) {
  throw new Error('usage: page-server bare|leadwarden DATABASE_URL DATA_DIR');
}
if (kind === 'bare') {
  const server = await startBareServer(databaseUrl, PAGE_SQL);
  process.send?.({ url: server.url });
  process.once('disconnect', () => void server.stop().then(() => process.exit(0)));
} else {
  const app = await createApp(
    parseConfig({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' }),
    { background: false },
  );
  await app.start();
  process.send?.({
    url: app.url,
    token: await app.issuer?.sign('admin@bench.example', new Date()),
  });
  process.once('disconnect', () => void app.stop().then(() => process.exit(0)));
}
