import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { explain } from '../../../src/domain/explain.js';
import { mergeFacts } from '../../../src/domain/merge-facts.js';
import { DEFAULT_POLICY } from '../../../src/domain/policy.js';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { addContact } from '../../../src/features/contacts/add-contact.js';
import { startHold } from '../../../src/features/holds/start-hold.js';
import { createTicks } from '../../../src/features/jobs/ticks.js';
import { mergeLeads } from '../../../src/features/merging/merge-leads.js';
import { previewMerge } from '../../../src/features/merging/preview-merge.js';
import { undoMerge } from '../../../src/features/merging/undo-merge.js';
import { claimLead } from '../../../src/features/ownership/claim-lead.js';
import { convertLead } from '../../../src/features/ownership/convert-lead.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { pseudonymizeLeads } from '../../../src/features/privacy/pseudonymize-leads.js';
import { findDrift, storedProjections } from '../../../src/features/protection/find-drift.js';
import { loadFacts } from '../../../src/features/protection/load-facts.js';
import { checkLeadConflict } from '../../../src/features/registration/check-lead-conflict.js';
import { requestSample } from '../../../src/features/samples/request-sample.js';
import type { VerbContext } from '../../../src/platform/verbs/context.js';
import { testClock } from '../../support/clock.js';
import { testKeyRing } from '../../support/cursors.js';
import { openTestDatabase } from '../../support/database.js';
import { contextFor, makeLead, makeUser, seedUsers } from '../../support/factories.js';

const db = await openTestDatabase();
afterAll(() => db[Symbol.asyncDispose]());

const START = '2026-03-01T09:00:00Z';
const clock = testClock(START);
let users: Awaited<ReturnType<typeof seedUsers>>;
const as = (who: keyof typeof users) => contextFor(db, users[who], clock.now());
const system = () => contextFor(db, SYSTEM_ACTOR, clock.now());
const lead = (id: string) => db.prisma.lead.findUniqueOrThrow({ where: { id } });

beforeEach(async () => {
  await db.reset();
  clock.set(START);
  users = await seedUsers(db);
});

/** Two leads of one company, with something of everything on both, ten days apart. */
async function twoLeads(owner: keyof typeof users = 'rep', other: keyof typeof users = owner) {
  const first = await makeLead(as(owner));
  await fill(as(owner), first.id);
  clock.advance({ days: 10 });
  const second = await makeLead(as(other));
  await fill(as(other), second.id);
  clock.advance({ days: 2 });
  return [first.id, second.id] as const;
}

async function fill(ctx: VerbContext, leadId: string) {
  await logActivity(ctx, { leadId, kind: 'QUALIFIED_CALL', performedAt: ctx.now });
  const endAt = new Date(ctx.now.getTime() + 86_400_000);
  await startHold(ctx, { leadId, reason: 'SUPPLY_ISSUE', endAt });
  await requestSample(ctx, { leadId, items: [{ sku: 'S-1', name: 'Lachs', quantity: 1 }] });
}

const rowsOf = async (leadId: string) => ({
  contacts: await db.prisma.contact.count({ where: { leadId } }),
  activities: await db.prisma.activity.count({ where: { leadId } }),
  holds: await db.prisma.hold.count({ where: { leadId } }),
  samples: await db.prisma.sample.count({ where: { leadId } }),
  ownerships: await db.prisma.ownership.count({ where: { leadId } }),
});
const BOTH = { contacts: 2, activities: 2, holds: 2, samples: 2, ownerships: 2 };
const ONE = { contacts: 1, activities: 1, holds: 1, samples: 1, ownerships: 1 };
const NONE = { contacts: 0, activities: 0, holds: 0, samples: 0, ownerships: 0 };

const drift = () =>
  db.transaction(async (tx) => {
    const ctx = { ...system(), tx };
    const none = '00000000-0000-0000-0000-000000000000';
    return findDrift(ctx, await storedProjections(tx, { after: none, limit: 100, lock: false }));
  });
const explained = async (leadId: string) => {
  const facts = (await loadFacts(db.prisma as never, [leadId])).get(leadId);
  if (!facts) throw new Error('The lead has no facts.');
  return facts;
};
const dates = async (leadId: string) => {
  const {
    updatedAt: _,
    version: __,
    onHold: ___,
    holdChangesAt: ____,
    ...columns
  } = await lead(leadId);
  // What turns with the clock is noted whenever a lead is projected.
  return columns;
};

describe('two leads of one agent', () => {
  test('become the earlier registration, with everything of both', async () => {
    const [first, second] = await twoLeads();
    const merged = await mergeLeads(as('manager'), { leadId: second, otherLeadId: first });
    expect(merged).toMatchObject({ leadId: first, mergedLeadId: second });
    expect([await rowsOf(first), await rowsOf(second)]).toEqual([BOTH, NONE]);
    expect(await lead(second)).toMatchObject({ status: 'LOST', mergedIntoId: first });
    expect(await lead(first)).toMatchObject({ status: 'ACTIVE', ownerId: users.rep.id });
    expect(await db.prisma.contact.count({ where: { leadId: first, primary: true } })).toBe(1);
    expect(await drift()).toEqual([]);
    const events = await db.prisma.domainEvent.findMany({ where: { type: 'LEAD_MERGED' } });
    expect(events.map(({ leadId }) => leadId).sort()).toEqual([first, second].sort());
    const entries = await db.prisma.auditEntry.count({ where: { action: 'mergeLeads' } });
    expect(entries).toBe(2);
  });

  test('have the dates that the union of their facts explains, as the preview says', async () => {
    const [first, second] = await twoLeads();
    const union = mergeFacts(await explained(first), await explained(second));
    const preview = await previewMerge(as('manager'), { leadId: first, otherLeadId: second });
    expect(preview).toMatchObject({
      keptId: first,
      mergedId: second,
      rule: 'JOINED',
      passing: { contact: 1, activity: 1, hold: 1, sample: 1 },
    });
    // Nothing was written.
    expect([await rowsOf(first), await rowsOf(second)]).toEqual([ONE, ONE]);
    await mergeLeads(as('manager'), { leadId: first, otherLeadId: second });
    const sorted = (facts: Awaited<ReturnType<typeof explained>> | typeof union) => {
      const { ledger: _, ...projection } = explain(facts, DEFAULT_POLICY, clock.now().getTime());
      return projection;
    };
    expect(sorted(await explained(first))).toEqual(sorted(union));
    const {
      ledger: _,
      state: __,
      ...projection
    } = explain(union, DEFAULT_POLICY, clock.now().getTime());
    expect(preview.after).toEqual(projection);
  });

  test('are two again once the merge is undone, and what came since stays', async () => {
    const [first, second] = await twoLeads();
    const before = [await dates(first), await dates(second)];
    const { mergeId } = await mergeLeads(as('manager'), { leadId: first, otherLeadId: second });
    await undoMerge(as('manager'), { mergeId });
    expect([await rowsOf(first), await rowsOf(second)]).toEqual([ONE, ONE]);
    expect([await dates(first), await dates(second)]).toEqual(before);
    expect(await drift()).toEqual([]);
    await expect(undoMerge(as('manager'), { mergeId })).rejects.toMatchObject({ reason: 'MERGED' });
    const again = await mergeLeads(as('manager'), { leadId: first, otherLeadId: second });
    await addContact(as('rep'), { leadId: first, name: 'Max Muster' });
    await undoMerge(as('manager'), { mergeId: again.mergeId });
    expect(await rowsOf(first)).toMatchObject({ contacts: 2 });
    expect(await rowsOf(second)).toMatchObject({ contacts: 1 });
  });

  test('stay one after 30 days, and once the lead has ended', async () => {
    const [first, second] = await twoLeads();
    const { mergeId } = await mergeLeads(as('manager'), { leadId: first, otherLeadId: second });
    const undo = () => undoMerge(as('manager'), { mergeId });
    const at = clock.now();
    clock.advance({ days: 31 });
    await expect(undo()).rejects.toMatchObject({ reason: 'MERGE_SETTLED' });
    clock.set(at.toISOString());
    await releaseLead(as('rep'), { leadId: first });
    await expect(undo()).rejects.toMatchObject({ reason: 'MERGE_SETTLED' });
  });
});

describe('leads of two agents', () => {
  test('go to the one who registered first, and the facts of the other do not count', async () => {
    const [first, second] = await twoLeads('rep', 'otherRep');
    const before = await dates(first);
    const { mergeId } = await mergeLeads(as('manager'), { leadId: first, otherLeadId: second });
    expect(await rowsOf(first)).toEqual(BOTH);
    expect(await dates(first)).toEqual(before);
    const ended = await db.prisma.ownership.findMany({ where: { endReason: 'MERGED' } });
    expect(ended).toMatchObject([{ ownerId: users.otherRep.id, leadId: first }]);
    await undoMerge(as('manager'), { mergeId });
    expect(await lead(second)).toMatchObject({ status: 'ACTIVE', ownerId: users.otherRep.id });
    expect(await drift()).toEqual([]);
  });

  test('are not merged by one of them', async () => {
    const [first, second] = await twoLeads('rep', 'manager');
    await expect(mergeLeads(as('manager'), { leadId: first, otherLeadId: second })).rejects.toThrow(
      'are merged by another manager',
    );
  });
});

test('a protection passes as it is to an earlier registration without one', async () => {
  const [first, second] = await twoLeads();
  await releaseLead(as('rep'), { leadId: first });
  const before = await lead(second);
  const { mergeId } = await mergeLeads(as('manager'), { leadId: first, otherLeadId: second });
  expect(await lead(first)).toMatchObject({
    status: 'ACTIVE',
    ownerId: users.rep.id,
    expiresAt: before.expiresAt,
  });
  await undoMerge(as('manager'), { mergeId });
  expect(await lead(first)).toMatchObject({ status: 'RELEASED', ownerId: null });
  expect(await lead(second)).toMatchObject({ status: 'ACTIVE', expiresAt: before.expiresAt });
});

test('what cannot be merged is named', async () => {
  const [first, second] = await twoLeads();
  const merge = (leadId: string, otherLeadId: string) =>
    mergeLeads(as('manager'), { leadId, otherLeadId });
  await expect(merge(first, first)).rejects.toThrow('is the lead itself');
  await merge(first, second);
  await expect(merge(first, second)).rejects.toMatchObject({ reason: 'MERGED' });
  const third = await makeLead(as('rep'));
  await convertLead(as('rep'), { leadId: third.id });
  await expect(merge(first, third.id)).rejects.toMatchObject({ reason: 'EXISTING_CUSTOMER' });
  await expect(mergeLeads(as('rep'), { leadId: first, otherLeadId: third.id })).rejects.toThrow(
    'REP may not mergeLeads',
  );
});

test('a manager merges what lies in the territory, and learns of nothing else', async () => {
  const north = await makeUser(db, { role: 'REP', territory: 'NORTH' });
  const south = await makeUser(db, { role: 'REP', territory: 'SOUTH' });
  const manager = await makeUser(db, { role: 'MANAGER', territory: 'NORTH' });
  const ofNorth = await makeLead(contextFor(db, north, clock.now()));
  const twin = await makeLead(contextFor(db, north, clock.now()));
  const ofSouth = await makeLead(contextFor(db, south, clock.now()));
  const ctx = contextFor(db, manager, clock.now());
  await expect(
    mergeLeads(ctx, { leadId: ofNorth.id, otherLeadId: ofSouth.id }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const { mergeId } = await mergeLeads(ctx, { leadId: ofNorth.id, otherLeadId: twin.id });
  await undoMerge(ctx, { mergeId });
});

test('both names are under protection', async () => {
  const [first, second] = await twoLeads();
  const { companyName, city } = await lead(second);
  await mergeLeads(as('manager'), { leadId: first, otherLeadId: second });
  expect(await checkLeadConflict(as('otherRep'), { companyName, city })).toBe('PROTECTED');
});

describe('races', () => {
  test('an activity is logged before the merge and passes, or finds the lead merged', async () => {
    const [first, second] = await twoLeads();
    const [merged, logged] = await Promise.allSettled([
      mergeLeads(as('manager'), { leadId: first, otherLeadId: second }),
      logActivity(as('rep'), { leadId: second, kind: 'QUALIFIED_CALL', performedAt: clock.now() }),
    ]);
    expect(merged.status).toBe('fulfilled');
    const count = logged.status === 'fulfilled' ? 3 : 2;
    expect(await rowsOf(first)).toMatchObject({ activities: count });
    expect(await rowsOf(second)).toEqual(NONE);
    expect(await drift()).toEqual([]);
  });

  test('a lead whose protection ends at that moment is merged or expires, never both', async () => {
    const [first, second] = await twoLeads();
    await db.prisma.lead.update({ where: { id: second }, data: { expiresAt: clock.now() } });
    const [tick] = createTicks(db, clock.now, testKeyRing).filter(
      ({ name }) => name === 'end-protections',
    );
    const [merged] = await Promise.allSettled([
      mergeLeads(as('manager'), { leadId: first, otherLeadId: second }),
      tick?.run(new AbortController().signal),
    ]);
    // One that was locked by the merge is left for the next time.
    await tick?.run(new AbortController().signal);
    const { status, mergedIntoId } = await lead(second);
    // Whether the merge saw a lead that was over, or one that lay in the pool already.
    if (merged.status === 'rejected') expect([status, mergedIntoId]).toEqual(['EXPIRED', null]);
    else expect([status, mergedIntoId]).toEqual(['LOST', first]);
  });

  test('a lead of the pool is claimed or merged, and the other one is refused or sees it', async () => {
    const [first, second] = await twoLeads();
    await releaseLead(as('rep'), { leadId: second });
    const [merged, claimed] = await Promise.allSettled([
      mergeLeads(as('manager'), { leadId: first, otherLeadId: second }),
      claimLead(as('otherRep'), { leadId: second }),
    ]);
    expect(merged.status).toBe('fulfilled');
    const ended = await db.prisma.ownership.count({ where: { endReason: 'MERGED' } });
    expect(ended).toBe(claimed.status === 'fulfilled' ? 1 : 0);
    expect(await lead(second)).toMatchObject({ status: 'LOST', mergedIntoId: first });
    expect(await lead(first)).toMatchObject({ ownerId: users.rep.id });
  });

  test('of two merges of one lead one comes first', async () => {
    const [first, second] = await twoLeads();
    const third = await makeLead(as('rep'));
    const results = await Promise.allSettled([
      mergeLeads(as('manager'), { leadId: first, otherLeadId: second }),
      mergeLeads(as('admin'), { leadId: second, otherLeadId: third.id }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect(await drift()).toEqual([]);
  });
});

describe('people of merged leads', () => {
  const pseudonymize = (ids: string[]) =>
    db.transaction((tx) => pseudonymizeLeads({ ...system(), tx }, testKeyRing, ids));

  test('are replaced with the lead that they passed to, and nothing can be undone after that', async () => {
    const [first, second] = await twoLeads();
    const { mergeId } = await mergeLeads(as('manager'), { leadId: first, otherLeadId: second });
    await releaseLead(as('rep'), { leadId: first });
    await pseudonymize([first, second]);
    const contacts = await db.prisma.contact.findMany();
    expect(contacts.map(({ email }) => email)).toEqual([null, null]);
    await expect(undoMerge(as('manager'), { mergeId })).rejects.toMatchObject({
      reason: 'LEAD_PSEUDONYMIZED',
    });
  });

  test('that were replaced before pass as they are, and others are replaced again', async () => {
    const [first, second] = await twoLeads();
    await releaseLead(as('rep'), { leadId: first });
    await pseudonymize([first]);
    await mergeLeads(as('manager'), { leadId: first, otherLeadId: second });
    expect(await lead(first)).toMatchObject({ status: 'ACTIVE', pseudonymizedAt: null });
    await releaseLead(as('rep'), { leadId: first });
    await pseudonymize([first]);
    const contacts = await db.prisma.contact.findMany({ where: { leadId: first } });
    expect(contacts.map(({ email, emailTombstone }) => [email, emailTombstone !== null])).toEqual([
      [null, true],
      [null, true],
    ]);
  });
});
