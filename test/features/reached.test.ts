import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schema } from '../../src/api/schema.js';
import { EVENT_TYPES } from '../../src/domain/events.js';
import { VERBS } from '../../src/platform/identity/may.js';

/** Reach verbs beside the mutations: queries that ask, and routes. */
const ELSEWHERE = { checkLeadConflict: 'query', explainConflict: 'query', exportLeads: 'route' };

test('every verb has a mutation, or a query or route that asks for it', async () => {
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  const unreached = VERBS.filter((verb) => !mutations.includes(verb) && !(verb in ELSEWHERE));
  expect(unreached).toEqual([]);
  expect(mutations.filter((name) => !VERBS.some((verb) => verb === name))).toEqual([]);
  const asked = await textOf(['api', 'http', 'features']);
  for (const verb of Object.keys(ELSEWHERE)) expect(asked).toContain(`'${verb}'`);
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
