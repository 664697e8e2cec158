import type { Tx } from '../db/open.js';
import { normalizeEmail } from '../domain/matching.js';
import type { KeyRing } from './key-ring.js';
import { tombstone } from './tombstone.js';

/**
 * Leaves of the leads' contacts nothing but tombstones; returns how many there were. The hashing is
 * done here, because the key must never reach the database.
 */
export async function buryContacts(
  tx: Tx,
  { current }: KeyRing,
  leadIds: readonly string[],
): Promise<number> {
  const contacts = await tx.contact.findMany({
    where: { leadId: { in: [...leadIds] } },
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
      email_tombstone = buried.email, phone_tombstone = buried.phone,
      key_version = ${current.version}::int
    FROM jsonb_to_recordset(${JSON.stringify(buried)}::jsonb) AS buried (
      id uuid, email text, phone text)
    WHERE contact.id = buried.id`;
}
