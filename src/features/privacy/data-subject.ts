import { z } from 'zod';
import type { FieldProblem } from '../../domain/errors.js';
import { normalizeEmail, normalizePhone } from '../../domain/matching/normal-forms.js';
import type { Tx } from '../../platform/db/open.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { matchTombstones } from '../../platform/keys/tombstone.js';
import { optionalLine } from '../../platform/verbs/parse-input.js';
import { countryInput, phoneProblems } from '../leads/lead-input.js';
import { makeTerms, type Terms } from './terms.js';

/** The keys by which a person is found; all contacts with one of them are meant. */
export const dataSubjectInput = z.object({
  email: optionalLine(254),
  phone: optionalLine(40),
  /** Of a phone number without a country code. */
  country: countryInput.nullish().transform((country) => country ?? 'DE'),
});

/** A person at leads, with their names in texts. */
export interface DataSubject {
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly contacts: readonly { readonly id: string; readonly leadId: string }[];
  readonly leadIds: readonly string[];
  /** Leads at which only a tombstone of them is left. */
  readonly formerLeadIds: readonly string[];
  readonly terms: Terms;
  /** Addresses and numbers of the other contacts at their leads, who may have the same name. */
  readonly others: Terms;
  /** By which they are recognised, also those of their contacts that were not asked for. */
  readonly emailKeys: readonly string[];
  readonly phoneKeys: readonly string[];
}

/** The data of a person; the keys were checked by `addressProblems`. */
export async function findDataSubject(
  tx: Tx,
  keyRing: KeyRing,
  input: z.output<typeof dataSubjectInput>,
): Promise<DataSubject> {
  const { email, phone } = addressesOf(input);
  const contacts = await tx.contact.findMany({
    where: {
      OR: [...(email ? [{ emailKey: email }] : []), ...(phone ? [{ phoneKey: phone }] : [])],
    },
    orderBy: { id: 'asc' },
  });
  const graves = await tx.contact.findMany({
    where: {
      OR: [
        ...(email ? [{ emailTombstone: { in: matchTombstones(keyRing, email) } }] : []),
        ...(phone ? [{ phoneTombstone: { in: matchTombstones(keyRing, phone) } }] : []),
      ],
    },
    select: { leadId: true },
  });
  const leadIds = unique(contacts.map(({ leadId }) => leadId));
  const others = await tx.contact.findMany({
    where: { leadId: { in: leadIds }, id: { notIn: contacts.map(({ id }) => id) } },
    select: { email: true, emailKey: true, phoneKey: true },
  });
  const known = <T>(values: readonly (T | null)[]) => values.filter((value) => value !== null);
  return {
    email,
    phone,
    contacts: contacts.map(({ id, leadId }) => ({ id, leadId })),
    leadIds,
    formerLeadIds: unique(graves.map(({ leadId }) => leadId)),
    emailKeys: unique(known([email, ...contacts.map(({ emailKey }) => emailKey)])),
    phoneKeys: unique(known([phone, ...contacts.map(({ phoneKey }) => phoneKey)])),
    terms: makeTerms(
      known([email, ...contacts.flatMap((contact) => [contact.email, contact.emailKey])]),
      known([phone, ...contacts.map(({ phoneKey }) => phoneKey)]),
      known(contacts.map(({ name }) => name)),
    ),
    others: makeTerms(
      known(others.flatMap((contact) => [contact.email, contact.emailKey])),
      known(others.map(({ phoneKey }) => phoneKey)),
      [],
    ),
  };
}

/** In their normal form; one that has none was refused before. */
function addressesOf({ email, phone, country }: z.output<typeof dataSubjectInput>) {
  return {
    email: email === null ? null : normalizeEmail(email),
    phone: phone === null ? null : normalizePhone(phone, country),
  };
}

/** The faults of the keys of a person. */
export function addressProblems(given: Partial<z.output<typeof dataSubjectInput>>): FieldProblem[] {
  const { email, phone, country } = given;
  return [
    ...(email === null && phone === null
      ? [
          {
            path: 'email',
            message: 'nothing given, allowed is an e-mail address, a phone number or both',
          },
        ]
      : []),
    ...(email != null && normalizeEmail(email) === null
      ? [
          {
            path: 'email',
            message: `${JSON.stringify(email)} given, allowed is one address like name@example.com`,
          },
        ]
      : []),
    ...(phone == null ? [] : phoneProblems(phone, country ?? null, 'phone')),
  ];
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
