import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** What the check says of a folder with these files; an empty text if all is well. */
async function complaintsAbout(files: Record<string, string> | null): Promise<string> {
  const folder = files === null ? 'src' : await mkdtemp(join(tmpdir(), 'layout-'));
  try {
    for (const [path, text] of Object.entries(files ?? {})) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await promisify(execFile)(process.execPath, ['scripts/check-layout.mjs', folder]);
    return '';
  } catch (error) {
    return (error as { stderr: string }).stderr.trim();
  } finally {
    if (files !== null) await rm(folder, { recursive: true });
  }
}

test('no wing imports one above it, and no two rooms each other', async () => {
  expect(await complaintsAbout(null)).toBe('');
});

test.each([
  ['platform/db/open.ts', '../../features/leads/lead.js', 'features/leads/lead.ts'],
  ['domain/clock.ts', '../platform/db/open.js', 'platform/db/open.ts'],
  ['features/leads/lead.ts', '../../api/leads/types.js', 'api/leads/types.ts'],
  ['api/leads/types.ts', '../../http/server.js', 'http/server.ts'],
  ['http/server.ts', '../run/config.js', 'run/config.ts'],
])('%s may not import %s', async (from, written, to) => {
  const importing = `import type { A } from '${written}';\nexport type B = A;\n`;
  expect(await complaintsAbout({ [from]: importing, [to]: 'export type A = 1;\n' })).toBe(
    `${from} imports ${to}, which is above it`,
  );
});

test('a circle between rooms is told with its way, however long', async () => {
  const importing = (path: string) => `import '${path}';\n`;
  const files = {
    'features/holds/a.ts': importing('../leads/b.js'),
    'features/leads/b.ts': importing('../mail/c.js'),
    'features/mail/c.ts': importing('../holds/d.js'),
    'features/holds/d.ts': 'export {};\n',
  };
  expect(await complaintsAbout(files)).toContain(
    'features/holds and features/leads import each other: features/holds/a.ts → features/leads/b.ts, ' +
      'features/leads/b.ts → features/mail/c.ts, features/mail/c.ts → features/holds/d.ts',
  );
});

test('the web page stands apart', async () => {
  const files = {
    'web/page.ts': "import '../domain/clock.js';\n",
    'domain/clock.ts': 'export {};\n',
  };
  expect(await complaintsAbout(files)).toBe('web/page.ts imports domain/clock.ts, which is apart');
});
