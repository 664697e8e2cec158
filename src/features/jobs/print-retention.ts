import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { SETTINGS } from '../../platform/settings/registry.js';
import { RETENTION, type Retention } from './retention.js';

const INTRO = `# How long data is kept

Written by \`npm run docs\` from [src/features/jobs/retention.ts](../src/features/jobs/retention.ts); a test compares it with the tables of
the database.

Leadwarden forgets in two ways. The *people* behind a lead are forgotten some days after its protection has ended, or on request:
[pseudonymisation](security.md#privacy) empties what is personal and leaves the rows. The *rows* of a table go after a number of days,
which is a [setting](settings.md). Nightly jobs delete them in batches of 100, each in a transaction of its own; a run that was stopped goes
on where it was, and \`runJob(dryRun: true)\` lists what it would delete. Days are counted on the calendar of the policy.

A mail that carried a warning is kept while the ownership runs that it warned of, and for as many days after that, because the answer of the mail
server is evidence. That the warning was delivered, and when, stands in the reminder, in its receipt and in the audit trail, which stay.
`;

/** docs/retention.md as it should be. */
export function retentionPage(): string {
  return [
    INTRO,
    '## What goes\n',
    '| table | what | setting | days | by |',
    '|---|---|---|---|---|',
    ...rows((it) => ('goes' in it ? [it.goes, ...settings(it), `\`${it.by}\``] : null)),
    ...rows((it) => ('with' in it ? [`with its row in \`${it.with}\``, '', '', ''] : null)),
    '\n## What stays\n',
    '| table | why |',
    '|---|---|',
    ...rows((it) => ('stays' in it ? [it.stays] : null)),
    '',
  ].join('\n');
}

function settings({ after }: Extract<Retention, { goes: string }>): string[] {
  return [
    after.map((key) => `\`${key}\``).join(', '),
    after.map((key) => JSON.stringify(SETTINGS[key].defaultValue)).join(', '),
  ];
}

function rows(cells: (retention: Retention) => string[] | null): string[] {
  return Object.entries(RETENTION).flatMap(([table, retention]) => {
    const found = cells(retention);
    return found ? [`| \`${table}\` | ${found.join(' | ')} |`] : [];
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeFile('docs/retention.md', retentionPage());
}
