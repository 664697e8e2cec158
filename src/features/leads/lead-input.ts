import { z } from 'zod';
import { isCountry } from '../../domain/countries.js';
import type { FieldProblem } from '../../domain/errors.js';
import { ownDomain, phoneKey } from '../../domain/matching/contact-keys.js';
import {
  normalizeEmail,
  normalizePhone,
  normalizeWebsite,
} from '../../domain/matching/normal-forms.js';
import { normalizePostalCode, readPostalCode } from '../../domain/postal-codes.js';
import { optionalLine, requiredLine } from '../../platform/verbs/parse-input.js';
import type { NewContact } from './new-lead.js';

/** A person at the lead, as given. */
export const contactInput = z.object({
  name: optionalLine(200),
  email: optionalLine(254),
  phone: optionalLine(40),
  role: optionalLine(100),
});

export const companyNameInput = requiredLine(200);
export const cityInput = requiredLine(100);

/** ISO 3166 alpha-2. */
export const countryInput = z
  .string()
  .trim()
  // Before it is made upper case, by which ß becomes the code of South Sudan.
  .regex(/^[A-Za-z]{2}$/, {
    error: 'allowed is a country code of two letters, such as DE',
    abort: true,
  })
  .toUpperCase()
  .refine(isCountry, 'is no country, allowed is a code of ISO 3166, such as DE');

/**
 * A postal code in the form of its country, which its prefix names if the input does not: `A-1010` is 1010 in Austria.
 */
export function placeOf(
  postalCode: string | null,
  country: string | null | undefined,
): { postalCode: string | null; country: string } {
  if (postalCode === null) return { postalCode, country: country ?? 'DE' };
  const where = country ?? readPostalCode(postalCode).country ?? 'DE';
  return { postalCode: normalizePostalCode(postalCode, where), country: where };
}

/** The fault of a postal code whose prefix names another country than the input. */
export function postalCodeProblems(postalCode: string | null, country: string): FieldProblem[] {
  const named = postalCode === null ? null : readPostalCode(postalCode).country;
  if (named === null || named === country) return [];
  const message = `${JSON.stringify(postalCode)} is a postal code of ${named}, given is ${country}; allowed is one of the country`;
  return [{ path: 'postalCode', message }];
}

/** ISO 4217. */
export const currencyInput = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{3}$/, 'allowed is a currency code of three letters, such as EUR')
  .toUpperCase();

/** Exact to two places, kept as text. */
export const volumeInput = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(
    z
      .string()
      .trim()
      .regex(/^\d{1,12}(\.\d{1,2})?$/, 'allowed is an amount from 0 with up to two decimal places'),
  );

export const tagsInput = z.array(requiredLine(50)).max(50, 'allowed are up to 50 tags');

/**
 * The faults of contacts; empty if every address and number can be used.
 * @param country of numbers without a country code; null if it is not known yet, when those are not judged
 */
export function contactProblems(
  contacts: readonly NewContact[],
  country: string | null,
  path = 'contacts',
): FieldProblem[] {
  return contacts.flatMap(({ name, email, phone }, index) => {
    const at = path === '' ? '' : `${path}.${index}.`;
    const problems: FieldProblem[] = [];
    if (name === null && email === null && phone === null) {
      const message =
        'nothing given, allowed is a contact with a name, an e-mail or a phone number';
      problems.push({ path: `${at}name`, message });
    }
    if (email !== null && normalizeEmail(email) === null) {
      const message = `${JSON.stringify(email)} given, allowed is one address like name@example.com`;
      problems.push({ path: `${at}email`, message });
    }
    if (phone !== null) problems.push(...phoneProblems(phone, country, `${at}phone`));
    return problems;
  });
}

/** @param country of a number without a country code; null if it is not known yet, when such a one is not judged */
export function phoneProblems(phone: string, country: string | null, path: string): FieldProblem[] {
  const isJudged = country !== null || /^\s*(\+|00)|^\D*$/.test(phone);
  if (!isJudged || normalizePhone(phone, country ?? '') !== null) return [];
  const allowed = country === null ? 'one' : `a phone number of ${country} or one`;
  return [
    { path, message: `${JSON.stringify(phone)} given, allowed is ${allowed} with a country code` },
  ];
}

export function websiteProblems(website: string | null): FieldProblem[] {
  if (website === null || normalizeWebsite(website) !== null) return [];
  const message = `${JSON.stringify(website)} given, allowed is a web address like www.example.com`;
  return [{ path: 'website', message }];
}

/**
 * A website as it is stored: a site of the company's own as its host name, a page at a portal as it
 * was given.
 */
export function storedWebsite(website: string | null): string | null {
  if (website === null) return null;
  return (ownDomain(website) && normalizeWebsite(website)) ?? website.trim();
}

/** A contact with the normal forms that search and matching use. */
export function contactColumns(contact: NewContact, country: string) {
  const phone = contact.phone === null ? null : phoneKey(contact.phone, country);
  return {
    name: contact.name,
    email: contact.email,
    phone: contact.phone,
    role: contact.role,
    emailKey: contact.email === null ? null : normalizeEmail(contact.email),
    phoneKey: phone?.number ?? null,
    emailDomain: contact.email === null ? null : ownDomain(contact.email),
    switchboard: phone?.base ?? null,
  };
}
