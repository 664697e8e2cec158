import type { ImportField } from './column-names.js';

/** Most characters of a cell. */
export const FIELD_LIMITS = {
  companyName: 200,
  companyName2: 200,
  postalCode: 60,
  city: 100,
  postalCodeAndCity: 120,
  address: 400,
  country: 60,
  businessType: 60,
  contactName: 200,
  salutation: 60,
  title: 100,
  firstName: 100,
  lastName: 100,
  role: 100,
  // Several of each may stand in a cell.
  email: 600,
  phone: 200,
  mobile: 200,
  website: 255,
  source: 200,
  registeredAt: 40,
  estimatedVolume: 40,
  currency: 20,
  vatId: 40,
  representative: 200,
  // Fifty of fifty characters each, as the API takes them.
  tags: 2_700,
  notes: 5_000,
  overrideReason: 500,
} satisfies Record<ImportField, number>;
