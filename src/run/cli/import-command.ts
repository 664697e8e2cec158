import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import { AS_SYSTEM } from '../../domain/actor.js';
import type { Database } from '../../platform/db/open.js';
import type { App } from '../app.js';
import { email, emails } from './arguments.js';
import { CommandError, messageOf } from './command-error.js';
import { contextOf, withApp } from './open.js';
import { say } from './say.js';
import type { Shell, Terminal } from './shell.js';

/** How long, in seconds, to wait for another process that works off the same import. */
const PATIENCE = 180;

interface ImportOptions {
  as: string;
  owner?: string[];
  delimiter?: ',' | ';';
  sheet?: string;
  backdateReason?: string;
  dryRun?: boolean;
}

export function importCommand(command: Command, shell: Shell): void {
  command
    .argument('<file>', 'the file')
    .requiredOption('--as <email>', 'who imports', email)
    .option('--owner <email...>', 'agents to deal the leads to; the importer if left out', emails)
    .addOption(new Option('--delimiter <delimiter>', 'found out if left out').choices([',', ';']))
    .option('--sheet <name>', 'sheet of a workbook; found out if left out')
    .option('--backdate-reason <reason>', 'why rows may say that they were registered earlier')
    .option('--dry-run', 'only report what would become of each row')
    .action(async (file: string, options: ImportOptions) => {
      const content = await contentOf(shell, file);
      await withApp(
        shell,
        (app, signal) => importFile(shell, app, { file, content, ...options }, signal),
        new Map([[file, content]]),
      );
    });
}

async function contentOf({ host }: Shell, file: string): Promise<Buffer> {
  const sent = host?.files.get(file);
  if (sent) return sent;
  if (host) throw new CommandError(`The file ${JSON.stringify(file)} was not sent.`);
  return readFile(file).catch((error) => {
    throw new CommandError(`The file ${JSON.stringify(file)} cannot be read: ${messageOf(error)}`);
  });
}

async function importFile(
  shell: Shell,
  app: App,
  {
    file,
    content,
    as,
    owner = [],
    delimiter,
    sheet,
    backdateReason,
    dryRun,
  }: ImportOptions & { file: string; content: Buffer },
  signal: AbortSignal,
): Promise<void> {
  const { db } = app;
  const [{ importLeads }, { loadActor }] = await Promise.all([
    import('../../features/imports/import-leads.js'),
    import('../../features/sign-in/load-actor.js'),
  ]);
  const ids = await idsOf(db, [as, ...owner]);
  const ownerIds = owner.flatMap((address) => ids.get(address) ?? []);
  const options = { ownerIds, delimiter, sheet, backdateReason, dryRun };
  const input = { fileName: basename(file), content, ...options };
  const { id, replayed } = await importLeads(contextOf(db, await loadActor(db, as)), input);
  const { status } = await importJobOf(db, id);
  if (replayed && status === 'FINISHED') {
    say(shell, 'This file was imported before; nothing changes.');
  }
  // A server goes on with its imports; those of this process end with it.
  if (shell.host === null) signal.addEventListener('abort', () => void app.imports.stop());
  await toItsEnd(app, id, signal);
  await report(shell, db, id);
}

async function idsOf(db: Database, addresses: readonly string[]): Promise<Map<string, string>> {
  const users = await db.transaction(
    (tx) =>
      tx.user.findMany({
        where: { active: true, role: { in: ['ADMIN', 'MANAGER', 'REP'] } },
        orderBy: { email: 'asc' },
      }),
    AS_SYSTEM,
  );
  const ids = new Map(users.map((user) => [user.email, user.id]));
  const unknown = addresses.filter((address) => !ids.has(address)).join(', ');
  if (!unknown) return ids;
  const known = [...ids.keys()].slice(0, 20).join(', ');
  throw new CommandError(
    `${unknown}: no active ADMIN, MANAGER or REP has this e-mail. ` +
      (known ? `There are ${users.length}: ${known}` : '"leadwarden user" adds the first.'),
  );
}

/** Works an import off, or waits for the process that does. */
async function toItsEnd({ db, imports }: App, id: string, signal: AbortSignal): Promise<void> {
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

async function report(terminal: Terminal, db: Database, id: string): Promise<void> {
  const job = await importJobOf(db, id);
  const notes = job.warnings as unknown as { message: string }[];
  for (const { message } of notes) say(terminal, `note: ${message}`);
  for (const { line, outcome, duplicateOfLeadId, duplicateOfLine, problems } of job.rows) {
    const of =
      duplicateOfLine === null
        ? duplicateOfLeadId && `lead ${duplicateOfLeadId}`
        : `line ${duplicateOfLine}`;
    const why = outcome === 'DUPLICATE' && of ? `of ${of}` : reasons(problems);
    say(terminal, `line ${line}: ${outcome} ${why}`);
  }
  const { status, totalRows, createdRows, duplicateRows, rejectedRows } = job;
  const counts = `${createdRows} created, ${duplicateRows} duplicates, ${rejectedRows} rejected`;
  say(terminal, `${status}: ${totalRows ?? 0} rows: ${counts}.`);
  if (status === 'FAILED') throw new CommandError(job.error ?? 'The import failed.');
}

function reasons(problems: unknown): string {
  return (problems as { column: string | null; message: string }[])
    .map(({ column, message }) => (column ? `${column}: ${message}` : message))
    .join('; ');
}
