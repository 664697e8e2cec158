import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite would take graphql's `module` entry while Node, in dependencies, takes `main`: two copies.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
