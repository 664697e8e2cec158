import { ConflictError } from '../../domain/errors.js';
import type { Lead } from '../../platform/db/generated/prisma/client.js';

/**
 * Refuses to write about a lead that has ended and whose personal data was replaced: personal data written then would
 * never be replaced.
 * @throws ConflictError
 */
export function refusePseudonymized({
  status,
  pseudonymizedAt,
}: Pick<Lead, 'status' | 'pseudonymizedAt'>): void {
  if (status === 'ACTIVE' || pseudonymizedAt === null) return;
  throw new ConflictError(
    `The lead is ${status} and its personal data was replaced at ${pseudonymizedAt.toISOString()}; allowed is only before that.`,
    'LEAD_PSEUDONYMIZED',
  );
}
