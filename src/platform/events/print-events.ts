import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { EVENT_TYPES } from '../../domain/events.js';
import { asyncApiDocument } from './asyncapi.js';
import { AUDIENCES } from './audience.js';
import { eventsDocument } from './event-schemas.js';
import { EVENT_PAYLOADS, type PayloadField } from './payloads.js';

const INTRO = `# Events and their payloads

Written by \`npm run docs\` from \`src/platform/events/payloads.ts\`. Subscriptions, \`eventLog\` and webhooks carry
the same payloads. The same as JSON Schema:
[events.schema.json](events.schema.json); as AsyncAPI 3.0: [asyncapi.json](asyncapi.json), which servers have at \`/asyncapi.json\`. Ids are global ids, for \`node(id)\`; instants are ISO 8601 in UTC; there is no personal data and
no free text. Types and fields are added over time, and the \`version\` of an event grows if a field changes its
meaning.

Audiences: \`LEAD\` the actors who see the lead and its owner at that time, \`IMPORT\` the importer and managers of the whole
market, \`OPERATIONS\` all roles but agents, \`TRAIL\` admins and auditors.
`;

/** docs/events.md as it should be. */
export function eventsPage(): string {
  const sections = EVENT_TYPES.map((type) => {
    const fields: [string, PayloadField][] = Object.entries(EVENT_PAYLOADS[type]);
    const rows = fields.flatMap(([name, field]) => rowsOf(name, field));
    const table = ['| field | holds | |', '|---|---|---|', ...rows].join('\n');
    return `## ${type}\n\nTold to: \`${AUDIENCES[type]}\`\n\n${table}\n`;
  });
  return [INTRO, ...sections].join('\n');
}

function rowsOf(name: string, field: PayloadField): string[] {
  const inner = Object.entries(field.fields ?? {});
  return [
    `| \`${name}\` | ${kindOf(field)} | ${field.says} |`,
    ...inner.flatMap(([one, of]) => rowsOf(`${name}.${one}`, of)),
  ];
}

/** A document as it stands in docs/. */
export function documentText(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

function kindOf({ holds, of, optional }: PayloadField): string {
  return `${holds === 'id' ? `id of ${of}` : holds}${optional ? ', may be missing or null' : ''}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeFile('docs/events.md', eventsPage());
  await writeFile('docs/events.schema.json', documentText(eventsDocument()));
  await writeFile('docs/asyncapi.json', documentText(asyncApiDocument()));
}
