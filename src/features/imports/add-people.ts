import { LeadwardenError } from '../../domain/errors.js';
import { normalizeEmail, normalizePhone } from '../../domain/matching/normal-forms.js';
import { foldText } from '../../domain/text/fold.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import type { TxContext } from '../../platform/verbs/context.js';
import type { NewContact } from '../leads/new-lead.js';
import { updateLead } from '../registration/update-lead.js';

/** A row that repeats the company of an earlier row of its file. */
export interface Twin {
  readonly line: number;
  readonly leadId: string;
  readonly contacts: readonly NewContact[];
}

/** The outcome of the people of such a row. */
export type Added =
  | { readonly people: number }
  /** Why none of them could be added. */
  | { readonly problem: string };

/**
 * The second person of a company that already stands in the file is a contact of its lead, not a lost row. Each passes the
 * rules that `updateLead` has. Answers by line; rows that name nobody new have no answer.
 */
export async function addPeople(
  ctx: TxContext,
  twins: readonly Twin[],
  keyRing: KeyRing,
): Promise<Map<number, Added>> {
  const added = new Map<number, Added>();
  for (const { line, leadId, contacts } of twins) {
    const lead = await ctx.tx.lead.findUnique({
      where: { id: leadId },
      select: { version: true, stage: true, country: true, contacts: true },
    });
    if (lead === null) continue;
    const known = knownOf(lead.contacts, lead.country);
    const people = contacts.filter((contact) => isNew(contact, lead.country, known));
    if (people.length === 0) continue;
    const stage = lead.stage === 'PRE_REGISTRATION' ? ({ stage: 'REGISTERED' } as const) : {};
    try {
      const change = { leadId, expectedVersion: lead.version, addContacts: people, ...stage };
      await updateLead(ctx, change, keyRing);
      added.set(line, { people: people.length });
    } catch (error) {
      if (!(error instanceof LeadwardenError)) throw error;
      added.set(line, { problem: error.message });
    }
  }
  return added;
}

type Known = Readonly<Record<'emails' | 'phones' | 'names', ReadonlySet<string>>>;
type Person = Pick<NewContact, 'name' | 'email' | 'phone'>;

function knownOf(contacts: readonly Person[], country: string): Known {
  const keys = contacts.map((contact) => keysOf(contact, country));
  return {
    emails: new Set(keys.flatMap(({ email }) => email ?? [])),
    phones: new Set(keys.flatMap(({ phone }) => phone ?? [])),
    names: new Set(keys.flatMap(({ name }) => name ?? [])),
  };
}

/** Whether it tells a name, an address or a number that the lead does not have. */
function isNew(contact: Person, country: string, { emails, phones, names }: Known): boolean {
  const { email, phone, name } = keysOf(contact, country);
  return (
    (email !== null && !emails.has(email)) ||
    (phone !== null && !phones.has(phone)) ||
    (name !== null && !names.has(name))
  );
}

function keysOf({ name, email, phone }: Person, country: string) {
  return {
    email: email === null ? null : normalizeEmail(email),
    phone: phone === null ? null : normalizePhone(phone, country),
    name: name === null ? null : foldText(name),
  };
}
