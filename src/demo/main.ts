import { createApp } from '../app.js';
import { parseConfigOrExit } from '../serve.js';
import { addPeople } from './add-people.js';
import { type ApiClient, createApiClient } from './api-client.js';
import { keepWorking } from './keep-working.js';
import { printLiveFeed } from './live-feed.js';
import { agentIds, loadLeads } from './load-leads.js';
import { AGENTS, PEOPLE } from './people.js';

// The server with a company in it: people, an imported spreadsheet, jobs that ran, agents at work.
const config = parseConfigOrExit({
  LOG_LEVEL: 'warn',
  ...process.env,
  DATA_DIR: process.env.DATA_DIR ?? '.data/demo',
});
const app = await createApp(config);

let stopWorking = (): void => {};
let stopFeed = async (): Promise<void> => {};
let stopping = false;
const stop = (): void => {
  if (stopping) process.exit(130);
  stopping = true;
  setTimeout(() => process.exit(1), 4_500).unref();
  stopWorking();
  void stopFeed()
    .then(() => app.stop())
    .then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

await addPeople(app.db);
await app.start();
const url = app.url ?? '';
const { issuer } = app;
if (issuer === null) throw new Error('The demo signs its own tokens: leave JWKS_URL out.');

const tokens = new Map<string, string>();
for (const { email } of PEOPLE) tokens.set(email, await issuer.sign(email, new Date()));
const clientOf = (email: string): ApiClient => createApiClient(url, tokens.get(email) ?? '');
const admin = clientOf('admin@example.com');
const agents = AGENTS.map(({ email }) => clientOf(email));

console.log('\nImporting the spreadsheet test/fixtures/leads-export-de.csv …');
const rows = await loadLeads(admin, await agentIds(agents));
console.log(
  `${rows.totalRows} rows: ${rows.createdRows} leads created, ${rows.duplicateRows} duplicates, ${rows.rejectedRows} rejected.`,
);

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
  console.log(
    `  ${job.toLowerCase().replace('_', '-').padEnd(20)} ${runJob.jobRun ? `${runJob.jobRun.processed} processed` : runJob.message}`,
  );
}

const shown = url.replace('127.0.0.1', 'localhost');
console.log(`
Leadwarden runs:  ${shown}            playground: ${shown}/graphql

Tokens (valid for 30 days, for the Headers editor: {"Authorization": "Bearer …"}):`);
for (const role of ['REP', 'MANAGER', 'ADMIN', 'AUDITOR', 'WALLBOARD'] as const) {
  const person = PEOPLE.find((candidate) => candidate.role === role);
  if (person) console.log(`\n  ${role} ${person.email}\n  ${tokens.get(person.email)}`);
}
console.log(`
Three things to try:
  1. Open ${shown}/graphql, paste the ADMIN token into Headers, run the first tab:
     the leads whose protection ends first.
  2. Run the third tab (a subscription) and watch warnings, expiries and re-claims arrive.
  3. Ask why a date is what it is: explainProtection(leadId: "<id from tab 1>").

What happens now (agents at work, jobs every 15 s; Ctrl-C stops, the data stays in ${config.dataDir}):
`);
stopFeed = printLiveFeed(url, tokens.get('wall@example.com') ?? '');
stopWorking = keepWorking({ agents, manager: clientOf('martin@example.com'), admin });
