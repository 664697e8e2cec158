#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { type App, createApp } from './app.js';
import { SYSTEM_ACTOR } from './auth/actor.js';
import { loadActor } from './auth/authenticate.js';
import { createSignIn } from './auth/sign-in.js';
import type { Config } from './config.js';
import type { VerbContext } from './context.js';
import { openDatabase } from './db/open.js';
import { addPeople } from './demo/add-people.js';
import { PEOPLE } from './demo/people.js';
import { LeadwardenError } from './errors.js';
import { importLeads } from './imports/import-leads.js';
import { JOB_NAMES } from './jobs/define-job.js';
import { runJob } from './jobs/run-job.js';
import { createLog } from './ops/log.js';
import { parseConfigOrExit, serve } from './serve.js';

const program: Command = new Command('leadwarden')
  .description('Lead protection for companies that sell through commercial agents.')
  .showHelpAfterError();

program
  .command('serve')
  .description('run the server until it is told to stop')
  .action(() => serve(process.env));

program
  .command('migrate')
  .description('bring the database to the present schema')
  .action(async () => {
    const db = await openDatabase(configuration().database);
    const { migrated } = db;
    await db.stop();
    say(migrated.length === 0 ? 'The database is up to date.' : `Applied ${migrated.join(', ')}.`);
  });

program
  .command('seed')
  .description('make the people of the demo, one per role and more, for trying things out')
  .action(() =>
    withApp(async ({ db }) => {
      await addPeople(db);
      for (const { role, email } of PEOPLE) say(`${role.padEnd(10)} ${email}`);
    }),
  );

program
  .command('token')
  .description('sign a token; only where this program is the issuer')
  .requiredOption('--as <email>', 'whose token')
  .option('--days <days>', 'for how many days', Number, 30)
  .action(async ({ as: email, days }: { as: string; days: number }) => {
    const { issuer } = await createSignIn(configuration());
    if (!issuer) program.error('Tokens are not signed here: set JWT_PRIVATE_KEY to do so.');
    say(await issuer.sign(email.toLowerCase(), new Date(), days * 86_400_000));
  });

program
  .command('job')
  .description('run a nightly job now')
  .addArgument(program.createArgument('<name>', 'which job').choices(JOB_NAMES))
  .option('--as-of <instant>', 'what is due by then, in ISO 8601; now if left out')
  .option('--dry-run', 'only tell what would be done')
  .action((name: string, { asOf, dryRun }: { asOf?: string; dryRun?: boolean }) =>
    withApp(async ({ db, runner }) => {
      const ctx = systemContext(db);
      const input = { job: name, asOf: asOf ? instant(asOf) : null, dryRun: dryRun ?? false };
      const result = await runJob(ctx, input, runner);
      if (!result.dryRun) {
        const run = await db.prisma.jobRun.findUniqueOrThrow({ where: { id: result.runId } });
        say(`${run.job} ${run.status}: ${run.processed} processed, ${run.failed} failed.`);
        if (run.status === 'FAILED') process.exitCode = 1;
        return;
      }
      for (const { action, entity, id, dueAt } of result.affected) {
        say(`${action} ${entity} ${id} (due ${dueAt.toISOString()})`);
      }
      say(`${result.affected.length} would be dealt with. Nothing was written.`);
    }),
  );

program
  .command('import')
  .description('import leads from a CSV file')
  .argument('<file>', 'the file')
  .requiredOption('--as <email>', 'who imports')
  .option('--owner <email...>', 'the agents to whom the leads are dealt in turn')
  .addOption(new Option('--delimiter <delimiter>', 'found out if left out').choices([',', ';']))
  .action((file: string, options: { as: string; owner?: string[]; delimiter?: ',' | ';' }) =>
    withApp(async (app) => {
      const { db } = app;
      const actor = await loadActor(db, options.as.toLowerCase());
      const owners = await Promise.all(
        (options.owner ?? []).map((email) => loadActor(db, email.toLowerCase())),
      );
      const ctx: VerbContext = { db, actor, now: new Date(), requestId: null };
      const { id, replayed } = await importLeads(ctx, {
        fileName: basename(file),
        content: await readFile(file),
        ownerIds: owners.flatMap(({ id }) => id ?? []),
        delimiter: options.delimiter,
      });
      if (replayed) say('This file was imported before; nothing changes.');
      await app.imports.kick();
      await report(app, id);
    }),
  );

async function report({ db }: App, id: string): Promise<void> {
  const job = await db.prisma.importJob.findUniqueOrThrow({
    where: { id },
    include: { rows: { where: { outcome: { not: 'CREATED' } }, orderBy: { line: 'asc' } } },
  });
  for (const { line, outcome, duplicateOfLeadId, duplicateOfLine, problems } of job.rows) {
    const of = duplicateOfLine === null ? `lead ${duplicateOfLeadId}` : `line ${duplicateOfLine}`;
    say(`line ${line}: ${outcome} ${outcome === 'DUPLICATE' ? `of ${of}` : reasons(problems)}`);
  }
  const { createdRows, duplicateRows, rejectedRows } = job;
  say(
    `${job.status}: ${createdRows} created, ${duplicateRows} duplicates, ${rejectedRows} rejected.`,
  );
  if (job.error) say(job.error);
  if (job.status === 'FAILED') process.exitCode = 1;
}

function reasons(problems: unknown): string {
  return (problems as { message: string }[]).map(({ message }) => message).join('; ');
}

/** Runs a command on the application without starting it. */
async function withApp(work: (app: App) => Promise<void>): Promise<void> {
  const config = configuration();
  const app = await createApp(config, { log: createLog('warn') });
  try {
    await work(app);
  } finally {
    await app.stop();
  }
}

function systemContext(db: App['db']): VerbContext {
  return { db, actor: SYSTEM_ACTOR, now: new Date(), requestId: null };
}

function configuration(): Config {
  return parseConfigOrExit(process.env);
}

function instant(text: string): Date {
  const at = new Date(text);
  if (!Number.isNaN(at.getTime())) return at;
  program.error(`${JSON.stringify(text)} is no instant, allowed is ISO 8601: 2026-03-01T00:00:00Z`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof LeadwardenError)) throw error;
  program.error(error.message);
}
