import type { Prisma } from '../../src/platform/db/generated/prisma/client.js';
import { newId } from '../../src/platform/db/ids.js';
import type { TestDatabase } from './database.js';
import { leadRow } from './factories.js';

const DAY_MS = 86_400_000;

interface LeadRowsOptions {
  ownerId: string;
  count: number;
  /** When the first was registered; each later one a day later. */
  from: Date;
  /** How many of each relation every lead has. */
  children?: number;
  lead?: (index: number) => Partial<Prisma.LeadCreateManyInput>;
}

/** Leads as rows, written directly: for tests of reading, where how they came about is no matter. */
export async function insertLeads(db: TestDatabase, options: LeadRowsOptions): Promise<string[]> {
  const { ownerId, count, from, children = 0, lead } = options;
  const leads = Array.from({ length: count }, (_, index) => {
    const at = new Date(from.getTime() + index * DAY_MS);
    return leadRow({
      companyName: `Hotel ${String(index).padStart(3, '0')}`,
      city: 'Berlin',
      ownerId,
      registeredAt: at,
      assignedAt: at,
      progressAnchor: at,
      warningDueAt: new Date(at.getTime() + 53 * DAY_MS),
      progressDeadline: new Date(at.getTime() + 60 * DAY_MS),
      baseEndsAt: new Date(at.getTime() + 181 * DAY_MS),
      expiresAt: new Date(at.getTime() + 181 * DAY_MS),
      ...lead?.(index),
    });
  });
  await db.prisma.lead.createMany({ data: leads });
  const owned = leads.filter((row) => row.ownerId !== null);
  const ownerships = owned.map(({ id, registeredAt }) => ({
    id: newId(),
    leadId: id,
    ownerId,
    assignedAt: new Date(registeredAt),
  }));
  await db.prisma.ownership.createMany({ data: ownerships });
  await db.prisma.contact.createMany({
    data: leads.map(({ id }, index) => ({
      id: newId(),
      leadId: id,
      name: 'Erika Muster',
      email: `info${index}@hotel.example`,
      emailKey: `info${index}@hotel.example`,
      primary: true,
    })),
  });
  await insertChildren(db, ownerId, ownerships, children);
  return leads.map(({ id }) => id);
}

async function insertChildren(
  { prisma }: TestDatabase,
  ownerId: string,
  ownerships: readonly { id: string; leadId: string; assignedAt: Date }[],
  count: number,
): Promise<void> {
  const children = ownerships.flatMap(({ id, leadId, assignedAt }) =>
    Array.from({ length: count }, (_, index) => ({
      leadId,
      ownershipId: id,
      at: new Date(assignedAt.getTime() + (index + 1) * DAY_MS),
    })),
  );
  await prisma.activity.createMany({
    data: children.map(({ at, ...of }) => ({
      ...of,
      id: newId(),
      authorId: ownerId,
      kind: 'NOTE',
      performedAt: at,
      note: 'Wants an offer',
    })),
  });
  await prisma.hold.createMany({
    data: children.map(({ at, ...of }) => ({
      ...of,
      id: newId(),
      startedById: ownerId,
      reason: 'SAMPLE_DELAY',
      startAt: at,
      endAt: new Date(at.getTime() + DAY_MS / 2),
    })),
  });
  await prisma.reminder.createMany({
    data: children.map(({ at, ...of }) => ({
      ...of,
      id: newId(),
      recipientId: ownerId,
      kind: 'FOLLOW_UP',
      windowStart: at,
      dueAt: at,
    })),
  });
  const samples = children.map(({ leadId, at }) => ({
    id: newId(),
    leadId,
    requestedById: ownerId,
    createdAt: at,
  }));
  await prisma.sample.createMany({ data: samples });
  await prisma.sampleItem.createMany({
    data: samples.map(({ id }) => ({
      id: newId(),
      sampleId: id,
      sku: 'A-1',
      name: 'Olive oil',
      quantity: 2,
    })),
  });
}
