import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EVENT_TYPES } from '../../src/domain/events.js';

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
