import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { allowedValues } from './allowed-values.js';
import { KNOWN_SETTINGS, type KnownSetting } from './registry.js';

const HEAD = `# What can be set

Written by \`npm run docs\` from [src/platform/settings/registry.ts](../src/platform/settings/registry.ts), which is where a new one is
added. The query \`settings\` lists the same with the values in force and the JSON Schema of each. The environment
variables of the process stand in the [README](../README.md#environment).

The parts of the protection policy (\`protection.…\`) are stored and versioned together. Those marked *by business type*
may have another value for the leads of one business type, in \`protection.overrides\`; all else counts for everybody.

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
