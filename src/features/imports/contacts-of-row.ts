import type { NewContact } from '../leads/new-lead.js';

export interface ContactCells {
  readonly contactName: string | null;
  readonly salutation: string | null;
  readonly title: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly role: string | null;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** Academic titles stand before a name; anything else in a column “Title” is what the person does. */
const ACADEMIC =
  /^(?:(?:Univ\.?-?)?(?:Dr|Prof|Mag|Dipl|Ing|DI|Bakk|MMag|DDr|lic|MSc|BSc|MBA|MA|BA|M\.|B\.)\b|Professor)/i;

/**
 * The people of a row. One contact has one address and one number: further ones are kept as contacts of the same
 * name, so that none is lost and each is recognised.
 */
export function contactsOfRow(cells: ContactCells): NewContact[] {
  const { emails, phones } = cells;
  const { name, role } = personOf(cells);
  const count = Math.max(name === null && role === null ? 0 : 1, emails.length, phones.length);
  // A function without a person is no contact.
  if (name === null && emails.length === 0 && phones.length === 0) return [];
  return Array.from({ length: count }, (_, nth) => ({
    name,
    email: emails[nth] ?? null,
    phone: phones[nth] ?? null,
    role,
  }));
}

function personOf(cells: ContactCells): { name: string | null; role: string | null } {
  const { salutation, title, firstName, lastName, contactName, role } = cells;
  const isAcademic = title !== null && ACADEMIC.test(title);
  const function_ = [role, isAcademic ? null : title].filter((part) => part !== null).join(', ');
  // Whose first name is not known is written to as Herr or Frau.
  const address = firstName === null && /^(?:Herr|Frau|Hr|Fr|Mr|Mrs|Ms)\b/i.test(salutation ?? '');
  const parts = [
    address ? salutation : null,
    isAcademic ? title : null,
    firstName,
    lastName,
  ].filter((part): part is string => part !== null);
  const isPerson = firstName !== null || lastName !== null;
  const composed = isPerson ? parts.join(' ') : null;
  const name =
    contactName !== null && contactName.length >= (composed?.length ?? 0) ? contactName : composed;
  return { name, role: function_ === '' ? null : function_ };
}
