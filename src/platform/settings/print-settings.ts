import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { KNOWN_SETTINGS, type KnownSetting } from './registry.js';

const HEAD = `# Settings

Written by \`npm run docs\` from [src/platform/settings/registry.ts](../src/platform/settings/registry.ts), which is where a new one is
added. The query \`settings\` lists the same with the values in force and the JSON Schema of each. The environment
variables of the process stand in the [README](../README.md#environment).

The parts of the protection policy (\`protection.…\`) are stored and versioned together. Those marked *by business type*
may have another value for the leads of one business type, in \`protection.overrides\`; all other settings have one value for all leads.

| key | default | allowed | meaning |
|---|---|---|---|
`;

/** The page of the documentation that lists every setting. */
export function settingsPage(): string {
  return HEAD + KNOWN_SETTINGS.map((setting) => `${row(setting)}\n`).join('');
}

function row({ key, schema, defaultValue, scope, description }: KnownSetting): string {
  const byType = scope === 'BUSINESS_TYPE' ? ' *By business type.*' : '';
  const allowed = allowedBy(z.toJSONSchema(schema));
  return `| \`${key}\` | \`${JSON.stringify(defaultValue)}\` | ${allowed} | ${description}${byType} |`;
}

function allowedBy(schema: z.core.JSONSchema.BaseSchema): string {
  if (schema.title) return schema.title;
  if (schema.anyOf) {
    return schema.anyOf.map((one) => allowedBy(one as z.core.JSONSchema.BaseSchema)).join(' or ');
  }
  if (schema.enum) return schema.enum.map((code) => `\`${code}\``).join(', ');
  switch (schema.type) {
    case 'integer':
      return `${schema.minimum} to ${schema.maximum}`;
    case 'boolean':
      return '`true`, `false`';
    case 'array':
      return `a list of ${allowedBy(schema.items as z.core.JSONSchema.BaseSchema)}`;
    default:
      return String(schema.type);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeFile('docs/settings.md', settingsPage());
}
