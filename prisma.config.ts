import { defineConfig } from 'prisma/config';

// `prisma generate` wants a schema engine that it never runs, and would download one. Any existing
// executable satisfies it, so that generating needs no internet.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
