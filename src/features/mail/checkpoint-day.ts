import { localTime } from '../../domain/wall-time.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import type { TxContext } from '../../platform/verbs/context.js';
import type { TemplateName } from '../outbox/email-templates.js';

/** Local hour from which on the checkpoint of a day is mailed: after the nightly jobs. */
const FROM_HOUR = 5;

/** A checkpoint that is mailed once a day, if it has grown. */
interface DailyCheckpoint {
  readonly template: TemplateName;
  /** The field in the data of its mails that grows. */
  readonly measure: string;
  /** Its present value. */
  readonly reached: number;
}

/** The local day whose mail is due; null before its hour, or if nothing has grown since the last mail. */
export async function dueCheckpointDay(
  { tx, now }: TxContext,
  { template, measure, reached }: DailyCheckpoint,
): Promise<string | null> {
  const { timeZone } = await loadPolicy(tx);
  const { date, hour } = localTime(now, timeZone);
  if (hour < FROM_HOUR) return null;
  const [last] = await tx.$queryRaw<{ mailed: number }[]>`
    SELECT (data ->> ${measure}::text)::float8 AS mailed FROM outbox_email
    WHERE template = ${template} ORDER BY id DESC LIMIT 1`;
  return reached > (last?.mailed ?? 0) ? date : null;
}
