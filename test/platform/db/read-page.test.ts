import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Prisma } from '../../../src/platform/db/generated/prisma/client.js';
import { newId } from '../../../src/platform/db/ids.js';
import { readPage } from '../../../src/platform/db/read-page.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { leadRow, makeUser } from '../../support/factories.js';

const AT = new Date('2026-03-01T09:00:00.123Z');
const DAY = 86_400_000;

describe('a page read in one statement is what Prisma reads', () => {
  let db: TestDatabase;
  const first = newId();
  const owners = [first, newId()];

  beforeAll(async () => {
    db = await openTestDatabase();
    for (const [index, id] of owners.entries()) {
      await makeUser(db, { id, name: `Ö "${index}"` });
    }
    for (let n = 0; n < 12; n += 1) {
      const owned = n % 3 > 0;
      const ownerId = owned ? (owners[n % 2] ?? null) : null;
      const registeredAt = new Date(AT.getTime() + (n >> 1) * DAY);
      const id = newId();
      await db.prisma.lead.create({
        data: leadRow({
          id,
          companyName: `Hotel ${n} \\ "quoted" 🏨`,
          city: 'Köln',
          status: owned ? 'ACTIVE' : 'RELEASED',
          tags: n % 2 ? ['a', 'b,c'] : [],
          territory: n % 2 ? 'north' : null,
          registeredAt,
          ...(owned
            ? { ownerId, assignedAt: registeredAt }
            : { endedAt: AT, endReason: 'RELEASED' }),
          holdIntervals: [[1, null]],
          estimatedVolume: n % 2 ? `${n}.50` : null,
          postalCode: n === 2 ? '8x1' : `8_${n}`,
          contacts: { create: n % 4 ? [] : [{ id: newId(), name: `C ${n}`, primary: true }] },
        }),
      });
    }
  });
  afterAll(() => db.stop());

  const select = {
    id: true,
    companyName: true,
    tags: true,
    registeredAt: true,
    endedAt: true,
    holdIntervals: true,
    version: true,
    onHold: true,
    estimatedVolume: true,
    owner: { select: { id: true, name: true, createdAt: true } },
    contacts: {
      select: { id: true, name: true, primary: true },
      orderBy: [{ id: 'asc' as const }],
      take: 2,
    },
  } satisfies Prisma.LeadSelect;

  test.each<[string, Prisma.LeadWhereInput]>([
    ['all', {}],
    ['one owner', { AND: [{ AND: [{ ownerId: first }, {}] }] }],
    ['nobody', { ownerId: null }],
    ['none', { id: { in: [] } }],
    ['any of several', { status: { in: ['ACTIVE', 'LOST'] }, territory: 'north' }],
    [
      'a bound',
      {
        AND: [
          { registeredAt: { lte: AT } },
          { OR: [{ registeredAt: { lt: AT } }, { id: { gt: first } }] },
        ],
      },
    ],
    ['a label', { tags: { has: 'a' } }],
    ['all of several labels', { tags: { hasEvery: ['a', 'b,c'] } }],
    ['any of several labels', { tags: { hasSome: ['b,c', 'd'] } }],
    ['a part of a text', { companyName: { contains: '"quoted"' } }],
    ['not some ids', { id: { notIn: [first] }, status: { notIn: [] } }],
    ['some of what belongs to it', { contacts: { some: { name: 'C 4' } } }],
    ['none of what belongs to it', { contacts: { none: { primary: true } } }],
    ['an amount', { estimatedVolume: { gte: '5.5' } }],
    ['not null', { AND: [{ endedAt: { not: null } }, { registeredAt: { gte: AT } }] }],
  ])('where %s', async (_name, where) => {
    for (const direction of ['asc', 'desc'] as const) {
      const query = {
        select,
        where,
        orderBy: [{ registeredAt: direction }, { id: direction }],
        take: 7,
      };
      const found = await db.prisma.lead.findMany(query);
      expect(await readPage(db, 'Lead', query)).toEqual(found);
      expect(await readPage(db, 'Lead', { ...query, few: true })).toEqual(found);
    }
  });

  test('a beginning is taken as it is written', async () => {
    const where = { postalCode: { startsWith: '8_1' } };
    const query = { select: { postalCode: true }, where, orderBy: [{ id: 'asc' }] };
    expect(await readPage(db, 'Lead', query)).toEqual(
      ['8_1', '8_10', '8_11'].map((postalCode) => ({ postalCode })),
    );
  });

  test.each([
    ['a relation to one', { where: { owner: { role: 'REP' } } }],
    ['another pattern', { where: { searchText: { endsWith: 'hotel' } } }],
    ['all of what belongs to it', { where: { contacts: { every: { primary: true } } } }],
    ['nothing of what is undefined', { where: { ownerId: undefined } }],
    ['NOT', { where: { NOT: { city: 'Köln' } } }],
    ['an empty alternative', { where: { OR: [{}, { city: 'Köln' }] } }],
    ['a cursor', { cursor: { id: first } }],
  ])('what it does not know is left to Prisma: %s', async (_name, part) => {
    expect(await readPage(db, 'Lead', { select: { id: true }, ...part })).toBeNull();
  });
});
