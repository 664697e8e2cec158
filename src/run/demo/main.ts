import { EXIT, StartUpError } from '../../platform/ops/start-up-error.js';
import { type Config, parseConfig } from '../config.js';
import { orExit, type Running, startApp, stopOnSignal } from '../serve.js';
import { addPeople } from './add-people.js';
import { type ApiClient, createApiClient } from './api-client.js';
import { keepWorking } from './keep-working.js';
import { printLiveFeed } from './live-feed.js';
import { agentIds, loadLeads } from './load-leads.js';
import { AGENTS, PEOPLE } from './people.js';
import { sayWhatToTry } from './say-what-to-try.js';

const ADMIN = 'admin@example.com';

// The server with a company in it: people, an imported spreadsheet, jobs that ran, agents at work.
await orExit(async () => {
  const config = parseConfig({
    LOG_LEVEL: 'warn',
    ...process.env,
    DATA_DIR: process.env.DATA_DIR ?? '.data/demo',
  });
  if (config.issuer.kind === 'jwks' || config.issuer.kind === 'none') {
    const why =
      'The demo signs its own tokens: allowed is neither JWKS_URL nor NODE_ENV=production';
    throw new StartUpError(why, EXIT.config);
  }
  const running = await startApp(config, {
    playgroundToken: async (issuer) => (await issuer?.sign(ADMIN, new Date())) ?? null,
  });
  await runDemo(config, running);
});

async function runDemo(config: Config, { app, stop }: Running): Promise<void> {
  let stopWorking = (): void => {};
  let stopFeed = async (): Promise<void> => {};
  stopOnSignal(async () => {
    stopWorking();
    await stopFeed();
    await stop();
  });
  const { issuer, url } = app;
  if (issuer === null || url === null) throw new Error('The demo runs without a server.');
  await addPeople(app.db);
  const tokens = new Map<string, string>();
  for (const { email } of PEOPLE) tokens.set(email, await issuer.sign(email, new Date()));
  const clientOf = (email: string): ApiClient => createApiClient(url, tokens.get(email) ?? '');
  const admin = clientOf(ADMIN);
  const agents = AGENTS.map(({ email }) => clientOf(email));

  console.log('\nImporting a spreadsheet of 630 rows …');
  const rows = await loadLeads(admin, await agentIds(agents));
  console.log(
    `${rows.totalRows} rows: ${rows.createdRows} leads created, ${rows.duplicateRows} duplicates, ${rows.rejectedRows} rejected.`,
  );
  await runNightlyJobs(admin);
  await sayWhatToTry({ url, dataDir: config.dataDir, tokens, admin });
  stopFeed = printLiveFeed(url, tokens.get('wall@example.com') ?? '');
  stopWorking = keepWorking({ agents, manager: clientOf('martin@example.com'), admin });
}

async function runNightlyJobs(admin: ApiClient): Promise<void> {
  console.log('\nRunning the four nightly jobs and the check …');
  for (const job of [
    'PROGRESS_WARNING',
    'PROTECTION_EXPIRY',
    'PSEUDONYMIZATION',
    'IMPORT_ARCHIVAL',
    'PROJECTION_CHECK',
  ]) {
    const { runJob } = await admin.request<{
      runJob: { jobRun?: { processed: number; status: string }; message?: string };
    }>(
      `mutation ($job: Job!) {
        runJob(input: { job: $job }) {
          ... on RunJobPayload { jobRun { processed status } }
          ... on UserError { message }
        }
      }`,
      { job },
    );
    const said = runJob.jobRun ? `${runJob.jobRun.processed} processed` : runJob.message;
    console.log(`  ${job.toLowerCase().replaceAll('_', '-').padEnd(20)} ${said}`);
  }
}
