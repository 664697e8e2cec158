import { defineConfig } from 'vitest/config';

// Everything runs on the embedded database. What touches a database runs once more on the server that
// TEST_DATABASE_URL names; rules that touch none have nothing to repeat.
const server = process.env.TEST_DATABASE_URL;
const shared = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  pool: 'forks' as const,
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'embedded',
          include: ['test/**/*.test.ts'],
          env: { TEST_DATABASE_URL: '', TEST_REDIS_URL: '' },
        },
      },
      ...(server
        ? [
            {
              test: {
                ...shared,
                name: 'servers',
                include: ['test/**/*.test.ts'],
                exclude: ['test/domain/**', 'test/config.test.ts', 'test/graphql/schema.test.ts'],
              },
            },
          ]
        : []),
    ],
  },
});
