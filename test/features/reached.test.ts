import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schema } from '../../src/api/schema.js';
import { EVENT_TYPES } from '../../src/domain/events.js';
import { VERBS } from '../../src/platform/identity/may.js';

/** Verbs that are neither a mutation nor a query. */
const ROUTES = ['exportLeads'];

test('every verb is a mutation or a query, or a route asks for it; every mutation is a verb', async () => {
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  const reached = [
    ...mutations,
    ...Object.keys(schema.getQueryType()?.getFields() ?? {}),
    ...ROUTES,
  ];
  expect(VERBS.filter((verb) => !reached.includes(verb))).toEqual([]);
  expect(mutations.filter((name) => !VERBS.some((verb) => verb === name))).toEqual([]);
  const http = await textOf(['http']);
  for (const verb of ROUTES) expect(http).toContain(`'${verb}'`);
});

test('every type of event is appended by something', async () => {
  const code = await textOf(['features', 'platform/audit', 'platform/outbound', 'run']);
  expect(EVENT_TYPES.filter((type) => !code.includes(`'${type}'`))).toEqual([]);
});

async function textOf(folders: readonly string[]): Promise<string> {
  const files = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join('src', folder), { recursive: true });
      return names.filter((name) => name.endsWith('.ts')).map((name) => join('src', folder, name));
    }),
  );
  return (await Promise.all(files.flat().map((file) => readFile(file, 'utf8')))).join('\n');
}
