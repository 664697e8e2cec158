import { beforeEach, describe, expect, test } from 'vitest';
import { reassignLeads } from '../../../src/features/hand-overs/reassign-leads.js';
import { markLeadLost } from '../../../src/features/ownership/mark-lead-lost.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { loadActor } from '../../../src/features/sign-in/load-actor.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { contextFor, makeUser, type TestUser } from '../../support/factories.js';
import { insertLeads } from '../../support/lead-rows.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi();
const { db, clock } = api;

const admin = await api.user('ADMIN', { name: 'Admin' });
const manager = await api.user('MANAGER', { name: 'Manager' });
const from = new Date('2026-02-01T08:00:00Z');
let anna: TestUser;
let bert: TestUser;
let heir: TestUser;

beforeEach(async () => {
  clock.set('2026-03-01T09:00:00Z');
  [anna, bert, heir] = [await makeUser(db), await makeUser(db), await makeUser(db)];
});

const leadsOf = ({ id: ownerId }: TestUser, count: number) =>
  insertLeads(db, { ownerId, count, from, lead: () => ({ registeredAt: from }) });

interface Answer {
  __typename: string;
  message?: string;
  reason?: string;
  count?: number;
  leads?: { id: string }[];
  handOver?: { id: string; total: number } | null;
}

async function reassign(input: object, as: ApiUser = manager): Promise<Answer> {
  const { answer } = await api.query<{ answer: Answer }, unknown>(
    as,
    `mutation ($input: ReassignLeadsInput!) {
      answer: reassignLeads(input: $input) {
        __typename
        ... on UserError { message }
        ... on ReassignLeadsPayload { count leads { id } handOver { id total } }
      }
    }`,
    { input: { ownerId: globalId('User', heir.id), ...input } },
  );
  return answer;
}

const HAND_OVER = `
  status total reassigned skipped reason finishedAt
  to { name } requestedBy { name } skippedLeads { problem }`;

async function handOver(id: string, as: ApiUser = manager): Promise<unknown> {
  const { node } = await api.query<{ node: unknown }, unknown>(
    as,
    `query ($id: ID!) { node(id: $id) { ... on HandOver { ${HAND_OVER} } } }`,
    { id },
  );
  return node;
}

/** Asks for a hand-over without telling the worker of it, as a process that dies at that moment. */
async function ask({ email }: ApiUser, leadIds: readonly string[]): Promise<string> {
  const actor = await loadActor(db, email);
  const ctx = contextFor(db, actor, clock.now());
  const { handOverId } = await reassignLeads(ctx, { leadIds: [...leadIds], ownerId: heir.id });
  return globalId('HandOver', handOverId ?? '');
}

const ownedBy = ({ id: ownerId }: TestUser) => db.prisma.lead.count({ where: { ownerId } });
const idsOf = (leadIds: readonly string[]) => leadIds.map((id) => globalId('Lead', id));

describe('handing many leads over', () => {
  test('takes all that a filter finds in batches, with progress, and one mail with a list for each agent', async () => {
    const [ofAnna, ofBert] = [await leadsOf(anna, 40), await leadsOf(bert, 20)];
    const answer = await reassign({ leadIds: idsOf([...ofAnna, ...ofBert]), reason: 'New areas' });
    expect(answer).toMatchObject({ count: 60, handOver: { total: 60 } });
    expect(answer.leads).toHaveLength(60);
    await api.app.handOvers.kick();
    expect([await ownedBy(heir), await ownedBy(anna), await ownedBy(bert)]).toEqual([60, 0, 0]);
    expect(await handOver(answer.handOver?.id ?? '')).toEqual({
      status: 'FINISHED',
      total: 60,
      reassigned: 60,
      skipped: 0,
      reason: 'New areas',
      finishedAt: '2026-03-01T09:00:00.000Z',
      to: { name: heir.name },
      requestedBy: { name: 'Manager' },
      skippedLeads: [],
    });
    const progress = await db.prisma.domainEvent.findMany({
      where: { type: 'HAND_OVER_PROGRESSED' },
      orderBy: { seq: 'asc' },
    });
    expect(progress.map(({ payload }) => (payload as { reassigned: number }).reassigned)).toEqual([
      0, 25, 50, 60,
    ]);
    const mails = await db.prisma.outboxEmail.findMany({ orderBy: { template: 'asc' } });
    const listed = mails.map(({ template, recipient, data }) => [
      template,
      recipient,
      (data as { leads: unknown[] }).leads.length,
    ]);
    expect(listed).toHaveLength(3);
    expect(listed).toEqual(
      expect.arrayContaining([
        ['leads-assigned', heir.email, 60],
        ['leads-taken', anna.email, 40],
        ['leads-taken', bert.email, 20],
      ]),
    );
    const audited = await db.prisma.auditEntry.groupBy({
      by: ['actorId'],
      where: { action: 'reassignLead' },
      _count: true,
    });
    expect(audited).toEqual([{ actorId: manager.id, _count: 60 }]);
  });

  test('by a filter takes what it finds under protection with others, and shows that before', async () => {
    const leads = await leadsOf(anna, 3);
    const lost = contextFor(db, anna, clock.now());
    await markLeadLost(lost, { leadId: leads[0] ?? '' });
    const input = { filter: { ownerId: globalId('User', anna.id) } };
    const preview = await reassign({ ...input, dryRun: true });
    expect(preview).toMatchObject({ count: 2, handOver: null });
    expect(preview.leads?.map(({ id }) => id).sort()).toEqual(idsOf(leads.slice(1)).sort());
    await api.app.handOvers.kick();
    expect(await ownedBy(heir)).toBe(0);
    expect(await reassign(input)).toMatchObject({ count: 2 });
    await api.app.handOvers.kick();
    expect([await ownedBy(heir), await ownedBy(anna)]).toEqual([2, 1]);
    // Later than a second click.
    clock.advance({ minutes: 1 });
    expect(await reassign(input)).toMatchObject({
      __typename: 'ConflictError',
      message: 'None of the leads is under protection with another agent.',
    });
  });

  test('skips what is not possible any more, and says why', async () => {
    const leads = await leadsOf(anna, 3);
    const id = await ask(manager, leads);
    await markLeadLost(contextFor(db, anna, clock.now()), { leadId: leads[1] ?? '' });
    await api.app.handOvers.kick();
    expect(await handOver(id)).toMatchObject({
      status: 'FINISHED',
      reassigned: 2,
      skipped: 1,
      skippedLeads: [{ problem: 'The lead is LOST, allowed is ACTIVE.' }],
    });
  });

  test('does no more than the one who asked may when it happens', async () => {
    const north = await api.user('MANAGER', { name: 'North', territory: 'NORTH' });
    const owner = await makeUser(db, { territory: 'NORTH' });
    const [first = '', second = ''] = await insertLeads(db, {
      ownerId: owner.id,
      count: 2,
      from,
      lead: () => ({ territory: 'NORTH' }),
    });
    heir = await makeUser(db, { territory: 'NORTH' });
    const id = await ask(north, [first, second]);
    await db.prisma.lead.update({ where: { id: second }, data: { territory: 'SOUTH' } });
    await api.app.handOvers.kick();
    expect(await handOver(id, north)).toMatchObject({
      reassigned: 1,
      skipped: 1,
      skippedLeads: [{ problem: expect.stringContaining('There is no Lead') }],
    });
  });

  test('is asked for once with an idempotency key', async () => {
    const input = { leadIds: idsOf(await leadsOf(anna, 2)), idempotencyKey: `key ${anna.id}` };
    const first = await reassign(input);
    await api.app.handOvers.kick();
    expect(await reassign(input)).toEqual(first);
  });

  test.each([
    ['nothing', {}, 'ValidationError'],
    ['an empty filter', { filter: {} }, 'ValidationError'],
    [
      'a lead that does not exist',
      { leadIds: [globalId('Lead', '0190d1e0-0000-7000-8000-000000000000')] },
      'NotFoundError',
    ],
  ])('refuses %s', async (_what, input, type) => {
    expect(await reassign(input)).toMatchObject({ __typename: type });
  });

  test('is for managers, of the leads that they see', async () => {
    const leads = idsOf(await leadsOf(anna, 1));
    const rep = await api.user('REP', { name: 'Rep' });
    expect(await reassign({ leadIds: leads }, rep)).toMatchObject({ __typename: 'ForbiddenError' });
    const south = await api.user('MANAGER', { name: 'South', territory: 'SOUTH' });
    heir = await makeUser(db, { territory: 'SOUTH' });
    expect(await reassign({ leadIds: leads }, south)).toMatchObject({
      __typename: 'NotFoundError',
    });
  });

  test('is seen by who asked and by those who answer for the whole market', async () => {
    const { handOver: started } = await reassign({ leadIds: idsOf(await leadsOf(anna, 1)) });
    const id = started?.id ?? '';
    await api.app.handOvers.kick();
    const south = await api.user('MANAGER', { name: 'South', territory: 'SOUTH' });
    expect(await handOver(id, south)).toBeNull();
    expect(await handOver(id, admin)).toMatchObject({ status: 'FINISHED' });
    const list = '{ handOvers(first: 1) { edges { node { id } } } }';
    expect(await api.query(admin, list)).toEqual({ handOvers: { edges: [{ node: { id } }] } });
    expect(await api.query(south, list)).toEqual({ handOvers: { edges: [] } });
  });

  test('is gone on with by another process where the first one stopped, also behind a lead that spoils its batch', async () => {
    const leads = (await leadsOf(anna, 3)).sort();
    const id = await ask(manager, leads);
    await db.query(
      `CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.lead_id = '${leads[1]}' THEN RAISE EXCEPTION 'spoiled'; END IF; RETURN NEW; END $$`,
    );
    await db.query(
      'CREATE TRIGGER spoil BEFORE INSERT ON ownership FOR EACH ROW EXECUTE FUNCTION spoil()',
    );
    try {
      await api.app.handOvers.kick();
    } finally {
      await db.query('DROP TRIGGER spoil ON ownership');
      await db.query('DROP FUNCTION spoil()');
    }
    expect(await handOver(id)).toMatchObject({
      status: 'FINISHED',
      reassigned: 2,
      skipped: 1,
      skippedLeads: [{ problem: 'It failed unexpectedly; the log of the server tells why.' }],
    });
  });
});

test('leads registered meanwhile for a leaver are none of the hand-over', async () => {
  await leadsOf(anna, 1);
  await reassign({ filter: { ownerId: globalId('User', anna.id) } });
  await registerLead(contextFor(db, anna, clock.now()), {
    companyName: `Hotel ${anna.id}`,
    city: 'Ulm',
  });
  await api.app.handOvers.kick();
  expect([await ownedBy(heir), await ownedBy(anna)]).toEqual([1, 1]);
});
