import { leadMatchKey } from '../../src/domain/matching/normal-forms.js';
import { searchText } from '../../src/domain/text/search.js';
import { newId } from '../../src/platform/db/ids.js';
import type { TestDatabase } from './database.js';

/** A lead with one row of everything that can hang on it. */
export interface FullLead {
  readonly id: string;
  readonly ownershipId: string;
  readonly contact: string;
  readonly activity: string;
  /** Open. */
  readonly hold: string;
  readonly reminder: string;
  /** DELIVERED. */
  readonly sample: string;
  readonly item: string;
  /** OPEN; none without `request`. */
  readonly request: string;
  readonly email: string;
  /** OVERRIDDEN, and not decided; asked for by the owner. */
  readonly conflict: string;
  /** Another lead of the same owner, and a merge with it; only with `twin` or `merged`. */
  readonly twin: string;
  readonly merge: string;
}

export interface FullLeadOptions {
  readonly ownerId: string;
  readonly territory?: string | null;
  /** RELEASED leads are in the pool. */
  readonly status?: 'ACTIVE' | 'RELEASED';
  /** Who logged the activity and is reminded; the owner if left out. */
  readonly actorId?: string;
  readonly collaborators?: readonly { readonly userId: string; readonly role: string }[];
  readonly request?: boolean;
  /** Another lead beside it, or one that was merged into it. */
  readonly twin?: boolean;
  readonly merged?: boolean;
}

const DAY_MS = 86_400_000;

/** Leads as rows, written directly and all together: for tests of who may do what with them. */
export async function insertFullLeads(
  { prisma }: TestDatabase,
  now: Date,
  wanted: readonly FullLeadOptions[],
): Promise<FullLead[]> {
  const at = new Date(now.getTime() - 5 * DAY_MS);
  const leads = wanted.map((options) => {
    const [id, ownershipId, contact, activity, hold] = [1, 2, 3, 4, 5].map(newId) as Five;
    const [reminder, sample, item, request, email] = [1, 2, 3, 4, 5].map(newId) as Five;
    const ids = { id, ownershipId, contact, activity, hold, reminder, sample, item, request };
    const { ownerId, actorId = ownerId, status = 'ACTIVE' } = options;
    const [conflict, twin, merge] = [newId(), newId(), newId()];
    return {
      ...ids,
      email,
      conflict,
      twin,
      merge,
      options: { ...options, actorId, status },
      leadId: id,
    };
  });
  await prisma.lead.createMany({
    data: leads.map(({ id, options }) => {
      const company = { companyName: `Kantine ${id}`, city: 'Köln', country: 'DE' };
      const active = options.status === 'ACTIVE';
      return {
        ...company,
        id,
        stage: 'REGISTERED',
        status: options.status,
        ownerId: active ? options.ownerId : null,
        endedAt: active ? null : at,
        endReason: active ? null : options.status,
        territory: options.territory ?? null,
        notes: 'Ask for Erika',
        registeredAt: at,
        assignedAt: at,
        progressAnchor: at,
        searchText: searchText(company),
        matchKey: leadMatchKey(company),
      };
    }),
  });
  await prisma.ownership.createMany({
    data: leads.map(({ ownershipId, leadId, options: { ownerId, status } }) => ({
      id: ownershipId,
      leadId,
      ownerId,
      assignedAt: at,
      ...(status === 'ACTIVE' ? {} : { endedAt: at, endReason: status }),
    })),
  });
  await prisma.leadCollaborator.createMany({
    data: leads.flatMap(({ leadId, options: { ownerId, collaborators = [] } }) =>
      collaborators.map((collaborator) => ({ id: newId(), leadId, ownerId, ...collaborator })),
    ),
  });
  await prisma.contact.createMany({
    data: leads.map(({ contact, leadId }) => ({
      id: contact,
      leadId,
      name: 'Erika Muster',
      email: `${leadId}@kantine.example`,
      emailKey: `${leadId}@kantine.example`,
      primary: true,
    })),
  });
  await prisma.activity.createMany({
    data: leads.map(({ activity, leadId, ownershipId, options }) => ({
      id: activity,
      leadId,
      ownershipId,
      authorId: options.actorId,
      kind: 'NOTE',
      performedAt: now,
      note: 'Wants an offer',
    })),
  });
  await prisma.hold.createMany({
    data: leads.map(({ hold, leadId, ownershipId, options }) => ({
      id: hold,
      leadId,
      ownershipId,
      startedById: options.ownerId,
      reason: 'SUPPLY_ISSUE',
      startAt: new Date(now.getTime() - DAY_MS),
      // As an open-ended one of an agent does, unless a manager confirms it.
      endsBy: new Date(now.getTime() + 89 * DAY_MS),
    })),
  });
  await prisma.reminder.createMany({
    data: leads.map(({ reminder, leadId, options }) => ({
      id: reminder,
      leadId,
      recipientId: options.actorId,
      kind: 'FOLLOW_UP',
      windowStart: now,
      dueAt: now,
    })),
  });
  await prisma.sample.createMany({
    data: leads.map(({ sample, leadId, options }) => ({
      id: sample,
      leadId,
      requestedById: options.ownerId,
      status: 'DELIVERED',
      deliveredAt: now,
    })),
  });
  await prisma.sampleItem.createMany({
    data: leads.map(({ item, sample }) => ({
      id: item,
      sampleId: sample,
      sku: 'S-1',
      name: 'Lachs',
      quantity: 1,
    })),
  });
  await prisma.extensionRequest.createMany({
    data: leads
      .filter(({ options }) => options.request)
      .map(({ request, leadId, ownershipId, options }) => ({
        id: request,
        leadId,
        ownershipId,
        requestedById: options.ownerId,
        months: 1,
        reason: 'Trade fair',
      })),
  });
  await insertTwins({ prisma }, at, leads);
  await prisma.conflict.createMany({
    data: leads.map(({ conflict, leadId, options }) => ({
      id: conflict,
      kind: 'OVERRIDDEN',
      verdict: 'POSSIBLY_SAME',
      verb: 'updateLead',
      askedById: options.ownerId,
      leadId,
      newLeadId: leadId,
      why: ['NAME'],
      reason: 'Another canteen',
      status: 'OPEN',
      createdAt: now,
    })),
  });
  await prisma.outboxEmail.createMany({
    data: leads.map(({ email, leadId }) => ({
      id: email,
      leadId,
      template: 'follow-up',
      locale: 'de',
      recipient: 'somebody@example.com',
      data: {},
      dedupeKey: email,
      messageId: email,
    })),
  });
  return leads;
}

type Five = [string, string, string, string, string];

async function insertTwins(
  { prisma }: Pick<TestDatabase, 'prisma'>,
  at: Date,
  leads: readonly (FullLead & { readonly options: FullLeadOptions })[],
): Promise<void> {
  const twins = leads.filter(({ options }) => options.twin || options.merged);
  await prisma.lead.createMany({
    data: twins.map(({ id, twin, options }) => {
      const company = { companyName: `Mensa ${twin}`, city: 'Köln', country: 'DE' };
      const { ownerId, territory = null, merged = false } = options;
      return {
        ...company,
        id: twin,
        stage: 'REGISTERED',
        status: merged ? 'LOST' : 'ACTIVE',
        endedAt: merged ? at : null,
        endReason: merged ? 'LOST' : null,
        mergedIntoId: merged ? id : null,
        ownerId,
        territory,
        registeredAt: new Date(at.getTime() + DAY_MS),
        assignedAt: at,
        progressAnchor: at,
        searchText: searchText(company),
        matchKey: leadMatchKey(company),
      };
    }),
  });
  await prisma.ownership.createMany({
    data: twins
      .filter(({ options }) => !options.merged)
      .map(({ twin, options: { ownerId } }) => ({
        id: newId(),
        leadId: twin,
        ownerId,
        assignedAt: at,
      })),
  });
  await prisma.leadMerge.createMany({
    data: twins
      .filter(({ options }) => options.merged)
      .map(({ id, twin, merge, ownershipId, options: { ownerId, territory = null } }) => ({
        id: merge,
        leadId: id,
        mergedLeadId: twin,
        rule: 'ENDED',
        mergedAt: at,
        passed: {
          rows: {},
          joined: {},
          ownerships: [],
          forwarded: [],
          ownershipId: null,
          primaryContacts: [],
          lapsedRequests: [],
          ownershipAfter: ownershipId,
          kept: {
            status: 'ACTIVE',
            ownerId,
            territory,
            endedAt: null,
            endReason: null,
            stage: 'REGISTERED',
            ownershipId,
            assignedAt: at.toISOString(),
          },
          merged: { status: 'LOST', ownerId, endedAt: at.toISOString(), endReason: 'LOST' },
        },
      })),
  });
}
