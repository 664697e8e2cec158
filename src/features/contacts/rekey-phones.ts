import { type PhoneKey, phoneKey } from '../../domain/matching/contact-keys.js';
import type { TxContext } from '../../platform/verbs/context.js';

/** A contact whose number is another one in another country. */
export interface RekeyedPhone {
  readonly contactId: string;
  /** Null where it is no number of the country. */
  readonly phone: PhoneKey | null;
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
  return contacts.flatMap(({ id: contactId, phone: text, phoneKey: before }) => {
    const phone = text === null ? null : phoneKey(text, country);
    return (phone?.number ?? null) === before ? [] : [{ contactId, phone }];
  });
}

export async function writePhoneKeys(
  { tx }: TxContext,
  phones: readonly RekeyedPhone[],
): Promise<void> {
  for (const { contactId: id, phone } of phones) {
    const data = { phoneKey: phone?.number ?? null, switchboard: phone?.base ?? null };
    await tx.contact.update({ where: { id }, data });
  }
}
