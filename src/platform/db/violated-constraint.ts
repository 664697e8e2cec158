import { Prisma } from './generated/prisma/client.js';

/** PostgreSQL's codes for foreign keys, unique indexes, CHECK and exclusion constraints. */
const VIOLATIONS = new Set(['23503', '23505', '23514', '23P01']);

interface DriverError {
  originalCode?: string;
  originalMessage?: string;
  constraint?: { index?: string };
}

/**
 * The name of the constraint or unique index that refused a write, or null when `error` is something else. Works for
 * models and raw SQL, on both databases: Prisma's own codes and meta differ between them.
 */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  const { driverAdapterError } = (error.meta ?? {}) as {
    driverAdapterError?: { cause?: DriverError };
  };
  const cause = driverAdapterError?.cause;
  if (!cause || !VIOLATIONS.has(cause.originalCode ?? '')) return null;
  // PostgreSQL names the constraint last, in the quotes of its language.
  const quoted = cause.originalMessage?.match(/["»«„“]\s?([^"»«„“”\s]+)\s?["»«”“]/g) ?? [];
  return cause.constraint?.index ?? quoted.at(-1)?.replace(/["»«„“”\s]/g, '') ?? null;
}
