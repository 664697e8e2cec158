import type { ImportField } from '../../features/imports/column-names.js';
import type { Choice } from '../../features/imports/columns.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';

/** What a column can be imported as, with its code in the API. */
const FIELDS = {
  companyName: ['COMPANY_NAME', 'Name of the company.'],
  companyName2: ['COMPANY_NAME_ADDITION', 'A second line of the name, which is appended.'],
  postalCode: ['POSTAL_CODE', 'Postal code.'],
  city: ['CITY', 'City.'],
  postalCodeAndCity: ['POSTAL_CODE_AND_CITY', 'Both in one cell: `89073 Ulm`.'],
  address: ['ADDRESS', 'A whole address, of which postal code and city are taken.'],
  country: ['COUNTRY', 'Country, as a code or by name.'],
  businessType: ['BUSINESS_TYPE', 'Business type.'],
  contactName: ['CONTACT_NAME', 'Whole name of the contact.'],
  salutation: ['SALUTATION', 'Salutation of the contact.'],
  title: ['TITLE', 'Title of the contact.'],
  firstName: ['FIRST_NAME', 'First name of the contact.'],
  lastName: ['LAST_NAME', 'Surname of the contact.'],
  role: ['ROLE', 'Role of the contact in the company.'],
  email: ['EMAIL', 'E-mail addresses.'],
  phone: ['PHONE', 'Phone numbers.'],
  mobile: ['MOBILE', 'Mobile numbers.'],
  website: ['WEBSITE', 'Website.'],
  source: ['SOURCE', 'Where the lead comes from.'],
  registeredAt: ['REGISTERED_AT', 'When it was registered.'],
  estimatedVolume: ['ESTIMATED_VOLUME', 'Expected volume a year.'],
  currency: ['CURRENCY', 'Currency of the volume.'],
  vatId: ['VAT_ID', 'VAT id.'],
  representative: ['REPRESENTATIVE', 'The agent who gets the lead, if they are one of the owners.'],
  tags: ['TAGS', 'Tags.'],
  notes: ['NOTES', 'Notes.'],
  overrideReason: ['OVERRIDE_REASON', 'Why it is another company than the one it resembles.'],
} as const satisfies Record<ImportField, readonly [string, string]>;

type Code = (typeof FIELDS)[ImportField][0];

const ENTRIES = Object.entries(FIELDS) as [ImportField, readonly [Code, string]][];
const FIELD_OF = new Map<string, ImportField>(ENTRIES.map(([field, [code]]) => [code, field]));

export const ImportFieldType = codeType(
  'ImportField',
  'The field of a lead or a contact that a column is imported as.',
  Object.fromEntries(ENTRIES.map(([, [code, meaning]]) => [code, meaning])) as Record<Code, string>,
);

/** The code of a field; null for a column that is not imported. */
export function codeOfField(field: ImportField | null): Code | null {
  return field === null ? null : FIELDS[field][0];
}

export const ImportColumnInput = builder.inputType('ImportColumnInput', {
  description: 'What a column of a file means.',
  fields: (t) => ({
    column: t.int({ required: true, description: 'The column, from 1 to 1,000.' }),
    field: t.field({
      type: ImportFieldType,
      description: 'What it is imported as; not at all if left out or null.',
    }),
  }),
});

/** The choice as the verbs take it; null if nothing is said. */
export function choiceOf(
  columns:
    | readonly { readonly column: number; readonly field?: string | null | undefined }[]
    | null
    | undefined,
): Choice | null {
  if (!columns) return null;
  return columns.map(({ column, field }) => ({
    position: column - 1,
    field: (field && FIELD_OF.get(field)) || null,
  }));
}
