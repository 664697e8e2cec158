#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { GraphQLScalarType } from 'graphql';
import { type App, createApp } from './app.js';
import { type Actor, AS_SYSTEM, SYSTEM_ACTOR } from './auth/actor.js';
import { loadActor } from './auth/authenticate.js';
import { createSignIn } from './auth/sign-in.js';
import type { VerbContext } from './context.js';
import { type Database, openDatabase } from './db/open.js';
import { addPeople } from './demo/add-people.js';
import { PEOPLE } from './demo/people.js';
import { normalizeEmail } from './domain/matching.js';
import { LeadwardenError } from './errors.js';
import { schema } from './graphql/schema.js';
import { importLeads } from './imports/import-leads.js';
import { JOB_NAMES } from './jobs/define-job.js';
import { type RunJobInput, runJob } from './jobs/run-job.js';
import { createLog } from './ops/log.js';
import { parseConfigOrExit, serve } from './serve.js';

/** The command could not do its work; the message says all there is to say. */
class CommandError extends Error {}

/** How long, in seconds, to wait for another process that works off the same import. */
const PATIENCE = 180;

const program: Command = new Command('leadwarden')
  .description('Lead protection for companies that sell through commercial agents.')
  .showHelpAfterError('(--help tells how to use it)')
  .exitOverride();

program
  .command('serve')
  .description('run the server until it is told to stop')
  .action(() => opened(serve(process.env)));

program
  .command('migrate')
  .description('bring the database to the present schema')
  .action(() =>
    withDatabase('The server migrates when it starts: there is nothing to do.', async (db) => {
      for (const name of db.migrated) say(name);
      if (db.migrated.length === 0) say('up to date');
    }),
  );

program
  .command('seed')
  .description('add the people of the demo, at least one per role, for trying things out')
  .action(() =>
    withDatabase('Stop the server while you seed.', async (db) => {
      await addPeople(db);
      table(PEOPLE.map(({ role, email }) => [role, email]));
    }),
  );

program
  .command('token')
  .description('sign a token; only where this program is the issuer, also while the server runs')
  .requiredOption('--as <email>', 'whose token', email)
  .option('--days <number>', 'for how many days', days, 30)
  .action(async ({ as, days }: { as: string; days: number }) => {
    const { issuer } = await createSignIn(configuration());
    const why = 'Tokens are not signed here: JWT_PRIVATE_KEY is missing, or JWKS_URL is set.';
    if (!issuer) throw new CommandError(why);
    say(await issuer.sign(as, new Date(), days * 86_400_000));
  });

program
  .command('job')
  .description('run a nightly job now')
  .addArgument(program.createArgument('<name>', 'which job').choices(JOB_NAMES))
  .option('--as-of <instant>', 'what is due by then, in ISO 8601; now if left out', instant)
  .option('--dry-run', 'only tell what would be done')
  .action((name: string, { asOf, dryRun = false }: { asOf?: Date; dryRun?: boolean }) => {
    const code = name.toUpperCase().replace('-', '_');
    const mutation = `runJob(input: { job: ${code}${dryRun ? ', dryRun: true' : ''} })`;
    const instead = `Ask the server by the mutation ${mutation}.`;
    return withApp(instead, (app, signal) => runNow(app, { job: name, asOf, dryRun }, signal));
  });

async function runNow({ db, runner }: App, input: RunJobInput, signal: AbortSignal): Promise<void> {
  const result = await runJob(contextOf(db, SYSTEM_ACTOR), input, runner, { signal });
  if (result.dryRun) {
    const due = result.affected.map(({ action, entity, id, dueAt }) => {
      return [action, entity, id, dueAt.toISOString()];
    });
    table([['ACTION', 'ENTITY', 'ID', 'DUE'], ...due]);
    say(`${due.length} affected as of ${result.asOf.toISOString()}; dry run.`);
    return;
  }
  const where = { id: result.runId };
  const run = await db.transaction((tx) => tx.jobRun.findUniqueOrThrow({ where }), AS_SYSTEM);
  const { job, status, processed, failed, error } = run;
  const head = ['JOB', 'STATUS', 'PROCESSED', 'FAILED'];
  table([head, [job, status, String(processed), String(failed)]]);
  if (status !== 'SUCCEEDED') throw new CommandError(error ?? `The run is ${status}.`);
}

program
  .command('import')
  .description('import leads from a CSV file')
  .argument('<file>', 'the file')
  .requiredOption('--as <email>', 'who imports', email)
  .option('--owner <email...>', 'agents to deal the leads to; the importer if left out', emails)
  .addOption(new Option('--delimiter <delimiter>', 'found out if left out').choices([',', ';']))
  .action(async (file: string, options: ImportOptions) => {
    const content = await readFile(file).catch((error) => {
      throw new CommandError(
        `The file ${JSON.stringify(file)} cannot be read: ${messageOf(error)}`,
      );
    });
    const instead = 'Ask the server by the mutation importLeads(input: { file: … }).';
    await withApp(instead, (app, signal) => importFile(app, { file, content, ...options }, signal));
  });

interface ImportOptions {
  as: string;
  owner?: string[];
  delimiter?: ',' | ';';
}

async function importFile(
  app: App,
  { file, content, as, owner = [], delimiter }: ImportOptions & { file: string; content: Buffer },
  signal: AbortSignal,
): Promise<void> {
  const { db } = app;
  const ids = await idsOf(db, [as, ...owner]);
  const ownerIds = owner.flatMap((email) => ids.get(email) ?? []);
  const input = { fileName: basename(file), content, ownerIds, delimiter };
  const { id, replayed } = await importLeads(contextOf(db, await loadActor(db, as)), input);
  const { status } = await importJobOf(db, id);
  if (replayed && status === 'FINISHED') say('This file was imported before; nothing changes.');
  await toItsEnd(app, id, signal);
  await report(db, id);
}

async function idsOf(db: Database, emails: readonly string[]): Promise<Map<string, string>> {
  const users = await db.transaction(
    (tx) =>
      tx.user.findMany({
        where: { active: true, role: { in: ['ADMIN', 'MANAGER', 'REP'] } },
        orderBy: { email: 'asc' },
      }),
    AS_SYSTEM,
  );
  const ids = new Map(users.map(({ id, email }) => [email, id]));
  const unknown = emails.filter((email) => !ids.has(email)).join(', ');
  if (!unknown) return ids;
  const known = [...ids.keys()].slice(0, 20).join(', ');
  throw new CommandError(
    `${unknown}: no active ADMIN, MANAGER or REP has this e-mail. ` +
      (known ? `There are ${users.length}: ${known}` : '"leadwarden seed" adds those of the demo.'),
  );
}

/** Works an import off, or waits for the process that does. */
async function toItsEnd({ db, imports }: App, id: string, signal: AbortSignal): Promise<void> {
  signal.addEventListener('abort', () => void imports.stop());
  for (let second = 1; ; second++) {
    await imports.kick();
    const job = await importJobOf(db, id);
    if (job.status === 'FINISHED' || job.status === 'FAILED') return;
    if (signal.aborted || second > PATIENCE) {
      const message = `The import is ${job.status} yet; the server or this command continues it.`;
      throw new CommandError(message);
    }
    await sleep(1_000);
  }
}

function importJobOf(db: Database, id: string) {
  const rows = { where: { outcome: { not: 'CREATED' } }, orderBy: { line: 'asc' } } as const;
  return db.transaction(
    (tx) => tx.importJob.findUniqueOrThrow({ where: { id }, include: { rows } }),
    AS_SYSTEM,
  );
}

async function report(db: Database, id: string): Promise<void> {
  const job = await importJobOf(db, id);
  const notes = job.warnings as unknown as { message: string }[];
  for (const { message } of notes) say(`note: ${message}`);
  for (const { line, outcome, duplicateOfLeadId, duplicateOfLine, problems } of job.rows) {
    const of = duplicateOfLine === null ? `lead ${duplicateOfLeadId}` : `line ${duplicateOfLine}`;
    say(`line ${line}: ${outcome} ${outcome === 'DUPLICATE' ? `of ${of}` : reasons(problems)}`);
  }
  const { status, totalRows, createdRows, duplicateRows, rejectedRows } = job;
  const counts = `${createdRows} created, ${duplicateRows} duplicates, ${rejectedRows} rejected`;
  say(`${status}: ${totalRows ?? 0} rows: ${counts}.`);
  if (status === 'FAILED') throw new CommandError(job.error ?? 'The import failed.');
}

function reasons(problems: unknown): string {
  return (problems as { column: string | null; message: string }[])
    .map(({ column, message }) => (column ? `${column}: ${message}` : message))
    .join('; ');
}

/**
 * Runs a command on the application without starting it. A first Ctrl-C aborts the signal, a second
 * ends the process.
 * @param instead what to do when a running server holds the embedded database
 */
async function withApp(
  instead: string,
  work: (app: App, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const config = configuration();
  const log = createLog(config.logLevel, { write: (line) => void process.stderr.write(line) });
  const app = await opened(createApp(config, { log }), instead);
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    await work(app, interrupted.signal);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await app.stop();
  }
}

async function withDatabase(instead: string, work: (db: Database) => Promise<void>) {
  const db = await opened(openDatabase(configuration().database), instead);
  try {
    await work(db);
  } finally {
    await db.stop();
  }
}

/** What cannot be opened is said without a stack: somebody runs it twice, or the settings are wrong. */
async function opened<T>(opening: Promise<T>, instead?: string): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    const message = messageOf(error);
    const locked = /^The data directory .* is in use by the process/.test(message);
    throw new CommandError(locked && instead ? `${message} ${instead}` : message, { cause: error });
  }
}

function contextOf(db: Database, actor: Actor): VerbContext {
  return { db, actor, now: new Date(), requestId: null };
}

function configuration() {
  return parseConfigOrExit({ LOG_LEVEL: 'warn', ...process.env });
}

function email(text: string): string {
  const address = normalizeEmail(text);
  if (address !== null) return address;
  throw new InvalidArgumentError('Allowed is an e-mail address, as anna@example.com.');
}

function emails(text: string, before: string[] = []): string[] {
  return [...before, email(text)];
}

function days(text: string): number {
  const number = Number(text);
  if (number > 0 && number <= 3650) return number;
  throw new InvalidArgumentError('Allowed is a number above 0, up to 3650.');
}

/** By the rules of the API. */
function instant(text: string): Date {
  const type = schema.getType('DateTime') as GraphQLScalarType<Date>;
  try {
    return type.parseValue(text);
  } catch {
    throw new InvalidArgumentError('Allowed is ISO 8601 with offset, as 2026-03-01T00:00:00Z.');
  }
}

function table(rows: readonly (readonly string[])[]): void {
  const widthOf = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = (rows[0] ?? []).map((_, column) => widthOf(column));
  for (const row of rows) {
    say(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

try {
  await program.parseAsync();
} catch (error) {
  const ours = error instanceof CommandError || error instanceof LeadwardenError;
  if (!ours && !(error instanceof CommanderError)) throw error;
  // Commander has said its own already; what is wrong with the arguments ends with 2, the rest with 1.
  if (ours) console.error(`error: ${error.message}`);
  process.exitCode = ours ? 1 : error.exitCode && 2;
}
