import type { TxContext } from '../context.js';
import { normalizePhone } from '../domain/matching.js';

/** A contact whose number is another one in another country. */
export interface RekeyedPhone {
  readonly contactId: string;
  /** Null where it is no number of the country. */
  readonly phoneKey: string | null;
}

/** The contacts of a lead whose numbers, written without a country code, mean others in the lead's new country. */
export async function rekeyedPhones(
  { tx }: TxContext,
  leadId: string,
  country: string,
): Promise<RekeyedPhone[]> {
  const contacts = await tx.contact.findMany({
    where: { leadId, phone: { not: null } },
    select: { id: true, phone: true, phoneKey: true },
    orderBy: { id: 'asc' },
  });
  return contacts.flatMap(({ id: contactId, phone, phoneKey: before }) => {
    const phoneKey = phone === null ? null : normalizePhone(phone, country);
    return phoneKey === before ? [] : [{ contactId, phoneKey }];
  });
}

export async function writePhoneKeys(
  { tx }: TxContext,
  phones: readonly RekeyedPhone[],
): Promise<void> {
  for (const { contactId: id, phoneKey } of phones) {
    await tx.contact.update({ where: { id }, data: { phoneKey } });
  }
}
