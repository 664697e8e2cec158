import { localDayOf } from '../../domain/calendar.js';
import { ConflictError } from '../../domain/errors.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import type { TxContext } from '../../platform/verbs/context.js';

/** Namespace of the advisory locks on actors who check for conflicts. */
const LOCK_CLASS = 4_711_004;

/**
 * Holds each actor to the checks that the settings allow for one local day, one after the other, so
 * that fifty in one request count as fifty, and so do fifty rows of a dry run. A refused verb counts as a check; a row of a file does not.
 * @param asked how many checks are to be made
 * @throws ConflictError if the actor has made as many as allowed
 */
export async function refuseOverCheckLimit(
  { tx, actor, now }: TxContext,
  asked = 1,
): Promise<void> {
  if (actor.id === null) return;
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(${LOCK_CLASS}::int, hashtext(${actor.id}))`;
  const most = await readSetting(tx, 'conflictChecksPerDay');
  const { timeZone } = await loadPolicy(tx);
  const today = localDayOf(now.getTime(), timeZone);
  const made = await tx.conflictCheck.count({
    where: {
      actorId: actor.id,
      checkedAt: { gte: new Date(today.start) },
      verb: { not: 'importLeads' },
    },
  });
  if (made + asked <= most) return;
  const until = new Date(today.end).toISOString();
  throw new ConflictError(
    `${most} checks a day are allowed; the next one from ${until} on.`,
    'CHECK_LIMIT',
  );
}
