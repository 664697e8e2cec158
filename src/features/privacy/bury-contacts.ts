import { normalizeEmail } from '../../domain/matching/normal-forms.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { markKey } from '../../platform/keys/key-marks.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { tombstone } from '../../platform/keys/tombstone.js';

/**
 * Replaces contacts by tombstones; returns how many there were. The hashing is done here, because the key must never
 * reach the database. A contact with an earlier tombstone keeps it beside the new one.
 */
export async function buryContacts(
  tx: Tx,
  { current }: KeyRing,
  where: Prisma.ContactWhereInput,
): Promise<number> {
  await markKey(tx, current);
  const contacts = await tx.contact.findMany({
    where,
    select: { id: true, email: true, emailKey: true, phoneKey: true },
  });
  const bury = (value: string | null) => (value === null ? null : tombstone(current, value));
  const buried = contacts.map(({ id, email, emailKey, phoneKey }) => ({
    id,
    email: bury(emailKey ?? (email === null ? null : normalizeEmail(email))),
    phone: bury(phoneKey),
  }));
  return tx.$executeRaw`
    UPDATE contact
    SET name = NULL, role = NULL, email = NULL, phone = NULL, email_key = NULL, phone_key = NULL,
      email_domain = NULL, switchboard = NULL,
      email_tombstone = coalesce(buried.email, email_tombstone),
      phone_tombstone = coalesce(buried.phone, phone_tombstone),
      key_version = CASE
        WHEN buried.email IS NULL AND buried.phone IS NULL AND key_version IS NOT NULL THEN key_version
        ELSE ${current.version}::int
      END
    FROM jsonb_to_recordset(${JSON.stringify(buried)}::jsonb) AS buried (
      id uuid, email text, phone text)
    WHERE contact.id = buried.id`;
}
