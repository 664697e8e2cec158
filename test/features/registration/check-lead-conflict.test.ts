import { beforeAll, describe, expect, test } from 'vitest';
import { ConflictError, ValidationError } from '../../../src/domain/errors.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import {
  type CheckLeadConflictInput,
  checkLeadConflict,
} from '../../../src/features/registration/check-lead-conflict.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { contextFor, seedUsers } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const { rep, otherRep } = await seedUsers(db);
const owner = contextFor(db, rep);
const ctx = contextFor(db, otherRep);

beforeAll(async () => {
  await registerLead(owner, {
    companyName: 'Hotel zum Goldenen Adler GmbH & Co. KG',
    city: 'Frankfurt am Main',
    postalCode: '60311',
    website: 'https://www.goldener-adler.example',
    contacts: [{ name: 'Erika', email: 'erika@adler-post.example', phone: '069 97650310' }],
  });
  await registerLead(owner, { companyName: 'Kantine 1', city: 'Ulm' });
  const { leadId } = await registerLead(owner, { companyName: 'Bistro Morgenrot', city: 'Ulm' });
  await releaseLead(owner, { leadId });
});

const ADLER = { companyName: 'Hotel zum Goldenen Adler', city: 'Frankfurt' };

const CASES: readonly (readonly [string, CheckLeadConflictInput, string])[] = [
  ['the same company in another spelling', ADLER, 'PROTECTED'],
  [
    'its e-mail',
    { companyName: 'X', city: 'Y', email: 'Erika@Adler-Post.example' },
    'POSSIBLY_SAME',
  ],
  ['its phone', { companyName: 'X', city: 'Y', phone: '+49 69 97650310' }, 'POSSIBLY_SAME'],
  [
    'its website',
    { companyName: 'X', city: 'Y', website: 'goldener-adler.example' },
    'POSSIBLY_SAME',
  ],
  [
    'its e-mail under a like name',
    { ...ADLER, companyName: 'Goldener Adler', email: 'Erika@Adler-Post.example' },
    'PROTECTED',
  ],
  ['a name with a typo', { ...ADLER, companyName: 'Hotel zum Goldnen Adler' }, 'POSSIBLY_SAME'],
  ['a name cut short', { ...ADLER, companyName: 'Hotel Goldener Adler' }, 'POSSIBLY_SAME'],
  ['a city with a typo', { ...ADLER, city: 'Frankfrt' }, 'POSSIBLY_SAME'],
  ['the name in another city', { ...ADLER, city: 'Hamburg' }, 'FREE'],
  [
    'the name in another country',
    { ...ADLER, city: 'Frankfurt am Main', country: 'AT' },
    'POSSIBLY_SAME',
  ],
  ['the name at another postal code', { ...ADLER, postalCode: '60599' }, 'POSSIBLY_SAME'],
  ['another name', { ...ADLER, companyName: 'Hotel zur Silbernen Krone' }, 'FREE'],
  ['another number', { companyName: 'Kantine 2', city: 'Ulm' }, 'FREE'],
  ['what lies in the pool', { companyName: 'Bistro Morgenrot', city: 'Ulm' }, 'FREE'],
];

describe('the verdict', () => {
  test.each(CASES)('on %s', async (_what, input, verdict) => {
    expect(await checkLeadConflict(ctx, input)).toBe(verdict);
  });

  test.each(CASES)('on %s is the same whosoever asks', async (_what, input, verdict) => {
    expect(await checkLeadConflict(owner, input)).toBe(verdict);
  });

  test('is refused on an address that is none, with its place', async () => {
    await expect(
      checkLeadConflict(ctx, { ...ADLER, email: 'nobody', website: 'no web' }),
    ).rejects.toThrow(/^email: "nobody" given, .*; website: "no web" given/);
  });
});

describe('registering', () => {
  const similar = { ...ADLER, companyName: 'Hotel zum Goldnen Adler' };

  test('is refused without a way round what is certainly protected', async () => {
    await expect(registerLead(ctx, { ...ADLER, overrideReason: 'I want it' })).rejects.toThrow(
      ConflictError,
    );
  });

  test('what is possibly protected needs a reason, which stands in the audit trail', async () => {
    const refused = registerLead(ctx, similar);
    await expect(refused).rejects.toThrow(ValidationError);
    await expect(refused).rejects.toThrow(
      'overrideReason: nothing given; the company is possibly the same as one under protection, allowed is a reason why it is another one',
    );
    const overrideReason = 'Other street, other owner';
    const { leadId } = await registerLead(ctx, { ...similar, overrideReason });
    const entry = await db.prisma.auditEntry.findFirst({ where: { leadId } });
    expect(entry?.after).toMatchObject({ overrideReason });
  });

  test('what resembles nothing keeps no reason', async () => {
    const { leadId } = await registerLead(ctx, {
      companyName: 'Schulmensa Nordlicht',
      city: 'Kiel',
      overrideReason: 'just in case',
    });
    const entry = await db.prisma.auditEntry.findFirst({ where: { leadId } });
    expect(entry?.after).toMatchObject({ overrideReason: null });
  });
});
