import { openDatabase } from '../src/platform/db/open.js';
import { createApp } from '../src/run/app.js';
import { parseConfig } from '../src/run/config.js';
import { startBareServer } from './bare-server.js';
import { PAGE_SQL } from './page-queries.js';
import { unprotected } from './unprotected.js';

// A process of its own for each server, so that neither shares its event loop with the load.
const [kind, databaseUrl, dataDir] = process.argv.slice(2);
if (!databaseUrl || !dataDir || !['bare', 'leadwarden', 'unprotected'].includes(kind ?? '')) {
  throw new Error('usage: page-server bare|leadwarden|unprotected DATABASE_URL DATA_DIR');
}
if (kind === 'bare') {
  const server = await startBareServer(databaseUrl, PAGE_SQL);
  process.send?.({ url: server.url });
  process.once('disconnect', () => void server.stop().then(() => process.exit(0)));
} else {
  const opened = await openDatabase({ kind: 'postgres', url: databaseUrl });
  const database = kind === 'unprotected' ? unprotected(opened, databaseUrl) : opened;
  const app = await createApp(
    parseConfig({
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'silent',
      // One client stands for all: it is counted, but not refused.
      RATE_LIMIT_IDENTITY: '1000000000',
      RATE_LIMIT_ADDRESS: '1000000000',
    }),
    { background: false, database },
  );
  await app.start();
  process.send?.({
    url: app.url,
    token: await app.issuer?.sign('admin@bench.example', new Date()),
    agentToken: await app.issuer?.sign('rep1@bench.example', new Date()),
  });
  const stop = () => app.stop().then(() => database.stop());
  process.once('disconnect', () => void stop().then(() => process.exit(0)));
}
