import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Short files that take long, because processes start in them: the last of them would run beside an idle worker. */
const SLOW = ['test/faults/', 'test/chaos/', 'test/run/', 'query-plans', 'one-gate', 'process-'];

/** Without a record of an earlier run Vitest begins with the largest files; a fresh checkout has none. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      SLOW.some((part) => moduleId.includes(part)) ? 0 : 1;
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => a.project.name.localeCompare(b.project.name) || rank(a) - rank(b));
  }
}

// Everything runs on the embedded database. What touches a database runs once more on the server that
// TEST_DATABASE_URL names; rules that touch none have nothing to repeat.
const server = process.env.TEST_DATABASE_URL;
/** What the processes of the tests make is named by it, for whoever clears up after them. */
const run = { TEST_RUN: String(process.pid) };
const shared = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // What is waited for comes at once on a quiet machine; on a busy one it comes too.
  expect: { poll: { timeout: 20_000 } },
  pool: 'forks' as const,
  // Loading the schema anew for each file took longer than the tests. No test file may leave anything behind in a module.
  isolate: false,
};

// Vite would take graphql's `module` entry while Node, in dependencies, takes `main`: two copies.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        resolve,
        test: {
          ...shared,
          name: 'embedded',
          include: ['test/**/*.test.ts'],
          env: { ...run, TEST_DATABASE_URL: '', TEST_REDIS_URL: '' },
        },
      },
      ...(server
        ? [
            {
              resolve,
              test: {
                ...shared,
                name: 'servers',
                env: run,
                globalSetup: 'test/support/drop-databases.ts',
                include: ['test/**/*.test.ts'],
                exclude: [
                  'test/domain/**',
                  'test/browser/**',
                  'test/layout.test.ts',
                  'test/markdown-links.test.ts',
                  'test/run/config.test.ts',
                  'test/platform/db/lock-data-dir.test.ts',
                  'test/features/imports/parse-row.test.ts',
                  'test/features/imports/read-csv.test.ts',
                  'test/api/kit/schema.test.ts',
                ],
              },
            },
          ]
        : []),
    ],
  },
});
