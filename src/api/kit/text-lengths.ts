/**
 * The longest texts of the API by the name of their field, in characters: fields of one name have one length. A field
 * that differs says so itself, by `maxLength`; the verbs are held to it by a test.
 */
export const TEXT_LENGTHS: Readonly<Record<string, number>> = {
  backdateReason: 500,
  businessType: 60,
  city: 100,
  comment: 2_000,
  companyName: 200,
  email: 254,
  idempotencyKey: 200,
  name: 200,
  note: 1_000,
  notes: 5_000,
  overrideReason: 500,
  phone: 40,
  postalCode: 20,
  reason: 1_000,
  recipient: 254,
  role: 100,
  search: 254,
  sku: 200,
  source: 200,
  tag: 50,
  tags: 50,
  territory: 50,
  text: 1_000,
  trackingCode: 100,
  vatId: 40,
  website: 255,
};
