import { isDriverAdapterError } from '@prisma/driver-adapter-utils';

/**
 * The message of the database, which Prisma's adapters hide in the error, or the reason that it could not be asked.
 */
export function driverMessage(error: unknown): string {
  if (isDriverAdapterError(error)) {
    const { cause } = error;
    if (cause.originalMessage) return cause.originalMessage;
    if (cause.kind === 'DatabaseNotReachable') {
      const port = cause.port ? `:${cause.port}` : '';
      return `nothing answers at ${cause.host ?? 'its host'}${port}`;
    }
    return cause.kind;
  }
  return error instanceof Error ? error.message : String(error);
}
