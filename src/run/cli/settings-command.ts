import { type Command, Option } from 'commander';
import { AS_SYSTEM, SYSTEM_ACTOR } from '../../domain/actor.js';
import type { PolicyPreview } from '../../features/settings/policy-tally.js';
import type { SettingHistoryEntry } from '../../features/settings/setting-history.js';
import type { Database } from '../../platform/db/open.js';
import type { SettingView } from '../../platform/settings/list-settings.js';
import { email, instant } from './arguments.js';
import { CommandError } from './command-error.js';
import { contextOf, withApp, withDatabase } from './open.js';
import { say, sayTable } from './say.js';
import type { Shell } from './shell.js';

interface SetOptions {
  as: string;
  reason?: string;
  businessType?: string;
  from?: string;
  dryRun?: boolean;
}

/** Lists, sets and previews settings. */
export function settingsCommand(command: Command, shell: Shell): void {
  const businessType = () =>
    new Option('--business-type <name>', 'for the leads of this type alone; for `protection.…`');

  command
    .command('get')
    .description('show a setting, or all of them')
    .argument('[key]', 'which')
    .action((key?: string) => withDatabase(shell, (db) => get(shell, db, key)));
  command
    .command('set')
    .description('change a setting')
    .argument('<key>', 'which')
    .argument('<json>', 'the value as JSON: 30, null, \'["MEETING"]\'')
    .requiredOption('--as <email>', 'the admin who changes it', email)
    .option('--reason <text>', 'why; only a dry run needs none')
    .addOption(businessType())
    .option(
      '--from <instant>',
      'when to change it, such as 2027-01-01T00:00+01:00; at once if left out',
    )
    .option('--dry-run', 'only judge it and tell what it would do')
    .action(async (key: string, value: string, { from, ...options }: SetOptions, self: Command) => {
      const validFrom = from === undefined ? undefined : await instant(self, from);
      return withApp(shell, (app, signal) =>
        set(shell, app.db, { key, value, validFrom, ...options }, signal),
      );
    });
  command
    .command('history')
    .description('how a setting was changed, the latest first')
    .argument('<key>', 'which')
    .addOption(businessType())
    .action((key: string, options: { businessType?: string }) =>
      withDatabase(shell, (db) => history(shell, db, { key, ...options })),
    );
  command
    .command('preview')
    .description('what another protection policy would do to every lead')
    .argument('<key>', 'which part, protection.…')
    .argument('<json>', 'the value as JSON')
    .addOption(businessType())
    .option('--csv', 'every lead that changes, one a line')
    .action((key: string, value: string, options: { businessType?: string; csv?: boolean }) =>
      withApp(shell, ({ db }, signal) => preview(shell, db, { key, value, ...options }, signal)),
    );
}

async function get(shell: Shell, db: Database, key: string | undefined): Promise<void> {
  const settings = await listed(db);
  const chosen = key === undefined ? settings : [await one(db, key)];
  const rows = chosen.map(({ key, value, version, updatedAt }) => [
    key,
    JSON.stringify(value),
    String(version ?? 0),
    updatedAt?.toISOString() ?? 'default',
  ]);
  sayTable(shell, [['KEY', 'VALUE', 'VERSION', 'CHANGED'], ...rows]);
}

async function listed(db: Database): Promise<SettingView[]> {
  const { listSettings } = await import('../../platform/settings/list-settings.js');
  return db.transaction((tx) => listSettings(tx), AS_SYSTEM);
}

async function one(db: Database, key: string): Promise<SettingView> {
  const found = (await listed(db)).find((setting) => setting.key === key);
  if (found) return found;
  const { noSetting } = await import('../../features/settings/read-change.js');
  throw new CommandError(noSetting(key));
}

async function set(
  shell: Shell,
  db: Database,
  {
    as,
    validFrom,
    ...given
  }: Omit<SetOptions, 'from'> & { key: string; value: string; validFrom: Date | undefined },
  signal: AbortSignal,
): Promise<void> {
  const [{ updateSetting }, { loadActor }] = await Promise.all([
    import('../../features/settings/update-setting.js'),
    import('../../features/sign-in/load-actor.js'),
  ]);
  const ctx = contextOf(db, await loadActor(db, as));
  const before = await one(db, given.key);
  const input = { ...given, validFrom, expectedVersion: before.version ?? 0 };
  const { changed, preview } = await updateSetting(ctx, input, signal);
  if (given.dryRun) {
    if (preview) return tell(shell, preview);
    return say(shell, `${given.key} may be ${given.value}; dry run.`);
  }
  if (validFrom) {
    return say(shell, `${given.key} becomes ${given.value} at ${validFrom.toISOString()}.`);
  }
  if (!changed) return say(shell, `${given.key} is that already; nothing changes.`);
  await get(shell, db, given.key);
}

async function history(
  shell: Shell,
  db: Database,
  of: { key: string; businessType?: string },
): Promise<void> {
  const { settingHistory } = await import('../../features/settings/setting-history.js');
  const { entries, names } = await db.transaction(async (tx) => {
    const entries = await settingHistory(tx, { ...of, first: 200 });
    const ids = entries.flatMap(({ actorId }) => actorId ?? []);
    const users = await tx.user.findMany({ where: { id: { in: ids } } });
    return { entries, names: new Map(users.map(({ id, email }) => [id, email])) };
  }, AS_SYSTEM);
  const row = (entry: SettingHistoryEntry) => [
    entry.occurredAt.toISOString(),
    names.get(entry.actorId ?? '') ?? 'the system',
    entry.businessType ?? 'all',
    JSON.stringify(entry.before),
    JSON.stringify(entry.after),
    entry.reason ?? '',
  ];
  const head = ['WHEN', 'WHO', 'FOR', 'BEFORE', 'AFTER', 'REASON'];
  sayTable(shell, [head, ...entries.map(row)]);
}

async function preview(
  shell: Shell,
  db: Database,
  { csv = false, ...change }: { key: string; value: string; businessType?: string; csv?: boolean },
  signal: AbortSignal,
): Promise<void> {
  const { previewChanges, PreviewEndedError } = await import(
    '../../features/settings/preview-policy.js'
  );
  const ctx = contextOf(db, SYSTEM_ACTOR);
  if (!csv) return tell(shell, await previewChanges(ctx, [change], signal));
  const [{ changedLeadRows }, { CHANGED_LEAD_TABLE }, { CSV }] = await Promise.all([
    import('../../features/settings/changed-lead-rows.js'),
    import('../../http/exports/changed-lead-table.js'),
    import('../../platform/tables/write-csv.js'),
  ]);
  const style = { language: 'en', timeZone: 'UTC' } as const;
  const decoder = new TextDecoder();
  try {
    const rows = changedLeadRows(ctx, [change], signal);
    for await (const part of CSV.write(CHANGED_LEAD_TABLE, style, rows)) {
      shell.out(decoder.decode(part));
    }
  } catch (error) {
    if (error instanceof PreviewEndedError) throw new CommandError(error.message);
    throw error;
  }
}

function tell(shell: Shell, preview: PolicyPreview): void {
  const { complete, examined, changed, warned, expired, paused, states } = preview;
  const rows = states.map(({ before, after, leads }) => [before, after, String(leads)]);
  sayTable(shell, [['BEFORE', 'AFTER', 'LEADS'], ...rows]);
  say(
    shell,
    `${changed} of ${examined} leads would change: ${warned} warned, ${expired} expired, ${paused} paused at once; nothing was written.`,
  );
  if (!complete) throw new CommandError('It was ended before every lead was examined.');
}
