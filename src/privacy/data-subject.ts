import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';
import { Prisma } from '../db/generated/prisma/client.js';
import type { Tx } from '../db/open.js';
import { normalizeEmail, normalizePhone } from '../domain/matching.js';
import { ValidationError } from '../errors.js';
import { countryInput } from '../leads/lead-input.js';
import { optionalText } from '../parse-input.js';
import type { KeyRing } from './key-ring.js';
import { matchTombstones } from './tombstone.js';

/** By which a person is found; whoever has one of them is meant. */
export const dataSubjectInput = z.object({
  email: optionalText(254),
  phone: optionalText(40),
  /** Of a phone number without a country code. */
  country: countryInput.nullish().transform((country) => country ?? 'DE'),
});

/** A person at leads, and what texts call them. */
export interface DataSubject {
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly contacts: readonly { readonly id: string; readonly leadId: string }[];
  readonly leadIds: readonly string[];
  /** Leads at which only a tombstone of them is left. */
  readonly formerLeadIds: readonly string[];
  /** In lower case. A text with one of these speaks of them, wherever it stands. */
  readonly addresses: readonly string[];
  /** In lower case. These may be somebody else's too, so they count in texts about their leads only. */
  readonly names: readonly string[];
  /** Their phone numbers without country code, as digits; they count like names. */
  readonly digits: readonly string[];
}

/** @throws ValidationError if there is nothing that a person could be found by */
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
  const spellings = contacts.flatMap((contact) => [
    contact.email,
    contact.emailKey,
    contact.phone,
    contact.phoneKey,
  ]);
  const phones = [phone, ...contacts.map(({ phoneKey }) => phoneKey)];
  return {
    email,
    phone,
    contacts: contacts.map(({ id, leadId }) => ({ id, leadId })),
    leadIds: unique(contacts.map(({ leadId }) => leadId)),
    formerLeadIds: unique(graves.map(({ leadId }) => leadId)),
    addresses: unique([email, phone, ...spellings].map((text) => text?.toLowerCase())),
    names: unique(contacts.flatMap(({ name }) => (name === null ? [] : wordsOf(name)))),
    digits: unique(phones.map((number) => number && nationalNumber(number))),
  };
}

function addressesOf({ email, phone, country }: z.output<typeof dataSubjectInput>) {
  const found = {
    email: email === null ? null : normalizeEmail(email),
    phone: phone === null ? null : normalizePhone(phone, country),
  };
  const problems = [
    ...(email === null && phone === null
      ? [
          {
            path: 'email',
            message: 'nothing given, allowed is an e-mail address, a phone number or both',
          },
        ]
      : []),
    ...(email !== null && found.email === null
      ? [
          {
            path: 'email',
            message: `${JSON.stringify(email)} given, allowed is one address like name@example.com`,
          },
        ]
      : []),
    ...(phone !== null && found.phone === null
      ? [
          {
            path: 'phone',
            message: `${JSON.stringify(phone)} given, allowed is a phone number of ${country} or one with a country code`,
          },
        ]
      : []),
  ];
  if (problems.length > 0) throw new ValidationError(problems);
  return found;
}

const FORMS_OF_ADDRESS: ReadonlySet<string> = new Set(['herr', 'frau', 'familie', 'prof.']);

/** The name and those of its words that are long enough to mean somebody. */
function wordsOf(name: string): string[] {
  const lower = name.trim().toLowerCase();
  const words = lower.split(/\s+/).filter((word) => word.length > 3 && !FORMS_OF_ADDRESS.has(word));
  return [...(lower.length > 2 ? [lower] : []), ...words];
}

function nationalNumber(e164: string): string | null {
  const digits = parsePhoneNumberFromString(e164)?.nationalNumber ?? '';
  return digits.length >= 5 ? digits : null;
}

function unique(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value != null && value !== ''))] as string[];
}

/**
 * The condition that a column speaks of the person. In phone numbers only the digits are compared.
 * @param ofTheirLeads the condition that the row is about one of their leads
 */
export function mentions(
  { addresses, names, digits }: DataSubject,
  column: Prisma.Sql,
  ofTheirLeads: Prisma.Sql,
): Prisma.Sql {
  const contains = (text: Prisma.Sql, terms: readonly string[]) => Prisma.sql`
    EXISTS (SELECT FROM unnest(${[...terms]}::text[]) AS term (wanted) WHERE strpos(${text}, wanted) > 0)`;
  const text = Prisma.sql`lower(${column}::text)`;
  const onlyDigits = Prisma.sql`regexp_replace(${column}::text, '[^0-9]', '', 'g')`;
  return Prisma.sql`(${contains(text, addresses)}
    OR (${ofTheirLeads} AND (${contains(text, names)} OR ${contains(onlyDigits, digits)})))`;
}
