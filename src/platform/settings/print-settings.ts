import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { allowedValues } from './allowed-values.js';
import { KNOWN_SETTINGS, type KnownSetting } from './registry.js';

const HEAD = `# Settings

Written by \`npm run docs\` from [src/platform/settings/registry.ts](../src/platform/settings/registry.ts), which is where a new one is
added. The query \`settings\` lists the same with the values in force and the JSON Schema of each. The environment
variables of the process stand in the [README](../README.md#environment).

The parts of the protection policy (\`protection.…\`) are stored and versioned together. Those marked *by business type*
may have another value for the leads of one business type, in \`protection.overrides\`; all other settings have one value for all leads.

## Changing a setting

Admins change settings by \`updateSetting\` or \`leadwarden settings set\`; programs cannot.

\`\`\`graphql
mutation {
  updateSetting(input: {
    key: "protection.progressDays", value: "45", businessType: "CATERING"
    expectedVersion: 0, reason: "Agreed with the agents on 3 March"
  }) {
    ... on UpdateSettingPayload { changed setting { value version } }
    ... on ConflictError { reason message }
    ... on ValidationError { problems { path message } }
  }
}
\`\`\`

- \`value\` is JSON as text: \`30\`, \`null\`, \`["MEETING"]\`, \`"LATEST"\`, up to 10,000 characters.
- \`expectedVersion\` is the \`version\` in \`settings\`, or 0 where that is null: the default is in force. If another
  admin was faster, the answer is a \`ConflictError\` with \`STALE_VERSION\`. All parts of the protection policy have
  one version; the default is the first, so that the first change makes version 2.
- With \`businessType\` a part differs for the leads of that type; null restores the general value.
- A value that is in force already changes nothing, also if it is the default.
- Subscribers get \`SETTING_CHANGED\`. \`settingHistory\` (admins, auditors) lists the changes with actor, instant and
  reason. There is no verb to go back: set the value before an entry, with a reason. Changes by SQL are in force too,
  but in no history.

## Scheduling a change

With \`validFrom\` (\`leadwarden settings set --from 2027-01-01T00:00:00+01:00\`), at most five years ahead, a change is judged now and made at
its instant: a tick makes it within seconds, and no job and no end of protection goes by a value whose successor is due. If the
other settings do not allow it any more by then, it is FAILED with the reason. Several changes are made in the order of their instants,
each on top of those before it. \`scheduledSettings\` (admins, auditors) lists them; \`cancelScheduledSetting\` takes back one that
still waits. At most 100 wait at a time. \`forecastProtection\` and \`previewPolicy\` do not know of them.

## Previewing another policy

\`previewPolicy(changes)\` (admins, auditors), a dry run of \`updateSetting\` and \`leadwarden settings preview KEY JSON\` compare the
policy in force with the changed one for every lead under protection, and write nothing: how many change, would be warned or
over at once, or paused by an open hold; by state before and after; by agent (the first 100); and the 100 leads that would end
first. The API takes ten seconds at most and then says \`complete: false\`; the command takes as long as it needs,
and with \`--csv\` lists every lead that changes.

A changed policy reaches every lead in the background within seconds, and the nightly jobs begin with that; until then
a lead keeps its dates of the earlier version. \`policyRollout\` counts the leads that are done. No protection
ends for lack of progress without a warning, after any change; a shorter base period may be over at once.

So does a default that changes with a version of Leadwarden, where the part was never set: the first start compares the
defaults, and the rules of the clock, with those of the program before. The version gets the next number, and the history
names the change.

## All settings

| key | default | allowed | meaning |
|---|---|---|---|
`;

/** The page of the documentation that lists every setting. */
export function settingsPage(): string {
  return HEAD + KNOWN_SETTINGS.map((setting) => `${row(setting)}\n`).join('');
}

function row({ key, schema, defaultValue, scope, description }: KnownSetting): string {
  const byType = scope === 'BUSINESS_TYPE' ? ' *By business type.*' : '';
  return `| \`${key}\` | \`${JSON.stringify(defaultValue)}\` | ${allowedValues(schema)} | ${description}${byType} |`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeFile('docs/settings.md', settingsPage());
}
