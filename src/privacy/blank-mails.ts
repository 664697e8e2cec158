import { Prisma } from '../db/generated/prisma/client.js';
import type { Tx } from '../db/open.js';
import { PSEUDONYMIZED } from './placeholder.js';

/** Blanks the mails about the leads and those to their contacts. Returns how many there were. */
export function blankMailsOf(tx: Tx, leadIds: readonly string[]): Promise<number> {
  const ids = [...leadIds];
  return blankMails(
    tx,
    Prisma.sql`
      lead_id = ANY(${ids}::uuid[])
      OR (lead_id IS NULL
        AND lower(recipient) IN (
          SELECT unnest(ARRAY[lower(email), email_key]) FROM contact
          WHERE lead_id = ANY(${ids}::uuid[]))
        AND lower(recipient) NOT IN (SELECT lower(email) FROM user_account))`,
  );
}

/**
 * Blanks mails; what was still to be sent is discarded. The address of an agent stays. Returns how
 * many there were.
 */
export function blankMails(tx: Tx, which: Prisma.Sql): Promise<number> {
  // What the receiving server said often repeats the address: last_error goes as well.
  return tx.$executeRaw`
    UPDATE outbox_email
    SET data = '{}', subject = NULL, text_body = NULL, html_body = NULL, last_error = NULL,
      locked_until = NULL,
      status = CASE WHEN status IN ('PENDING', 'DEAD') THEN 'DISCARDED' ELSE status END,
      recipient = CASE
        WHEN lower(recipient) IN (SELECT lower(email) FROM user_account) THEN recipient
        ELSE ${PSEUDONYMIZED}
      END
    WHERE ${which}`;
}
