import { beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { updateUser as changeUser } from '../../../src/features/users/update-user.js';
import { newId } from '../../../src/platform/db/ids.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { contextFor, makeUser } from '../../support/factories.js';
import { insertLeads } from '../../support/lead-rows.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi();
let admin: ApiUser;
let rep: ApiUser;
let wallboard: ApiUser;

beforeAll(async () => {
  admin = await api.user('ADMIN', { name: 'Admin' });
  rep = await api.user('REP', { name: 'Rep' });
  wallboard = await api.user('WALLBOARD', { name: 'Wall' });
});

interface Result {
  __typename: string;
  message?: string;
  user?: { id: string };
}

const PAYLOAD = 'user { id name email role territory locale active version }';

async function createUser(input: object, as = admin): Promise<Result> {
  const { createUser } = await api.query<{ createUser: Result }, unknown>(
    as,
    /* GraphQL */ `
      mutation ($input: CreateUserInput!) {
        createUser(input: $input) {
          __typename ... on UserError { message } ... on CreateUserPayload { replayed ${PAYLOAD} }
        }
      }
    `,
    { input },
  );
  return createUser;
}

async function updateUser(
  id: string,
  change: object,
  as = admin,
  handedOver = '',
): Promise<Result> {
  const { updateUser } = await api.query<{ updateUser: Result }, unknown>(
    as,
    /* GraphQL */ `
      mutation ($input: UpdateUserInput!) {
        updateUser(input: $input) {
          __typename ... on UserError { message } ... on UpdateUserPayload { ${PAYLOAD} ${handedOver} }
        }
      }
    `,
    { input: { userId: globalId('User', id), ...change } },
  );
  return updateUser;
}

describe('an admin', () => {
  test('lets somebody in, once per idempotency key and e-mail', async () => {
    const input = { email: 'Nora@Example.com', name: 'Nora', role: 'MANAGER', territory: 'NORD' };
    const made = await createUser({ ...input, idempotencyKey: 'nora' });
    expect(made).toEqual({
      __typename: 'CreateUserPayload',
      replayed: false,
      user: {
        id: expect.any(String),
        name: 'Nora',
        email: 'nora@example.com',
        role: 'MANAGER',
        territory: 'NORD',
        locale: 'de',
        active: true,
        version: 1,
      },
    });
    expect(await createUser({ ...input, idempotencyKey: 'nora' })).toEqual({
      ...made,
      replayed: true,
    });
    expect(await createUser(input)).toEqual({
      __typename: 'ConflictError',
      message: 'There is a user with the e-mail nora@example.com already.',
    });
  });

  test('changes what is named and nothing else, with before and after in the trail', async () => {
    const { id } = await api.user('MANAGER', { name: 'Mona', territory: 'NORD' });
    expect(await updateUser(id, { territory: null, locale: 'de', role: null })).toMatchObject({
      user: {
        name: 'Mona',
        role: 'MANAGER',
        territory: null,
        locale: 'de',
        active: true,
        version: 2,
      },
    });
    expect(await updateUser(id, { locale: 'de' })).toMatchObject({ user: { version: 2 } });
    const [entry] = await api.db.prisma.auditEntry.findMany({ where: { entityId: id } });
    expect(entry).toMatchObject({
      action: 'updateUser',
      actorId: admin.id,
      before: { territory: 'NORD', locale: 'en' },
      after: { territory: null, locale: 'de' },
    });
    const events = await api.db.prisma.domainEvent.findMany({ where: { type: 'USER_CHANGED' } });
    expect(events.map(({ payload }) => payload)).toEqual([
      { userId: id, fields: ['locale', 'territory'], role: 'MANAGER', active: true },
    ]);
  });

  test('does not overwrite what somebody else changed meanwhile', async () => {
    const { id } = await api.user('REP', { name: 'Rita' });
    await updateUser(id, { name: 'Rita R.', expectedVersion: 1 });
    expect(await updateUser(id, { name: 'Rita S.', expectedVersion: 1 })).toEqual({
      __typename: 'ConflictError',
      message: 'The user is at version 2, expected was 1: it was changed meanwhile.',
    });
  });

  test.each([
    ['a name that says nothing', { name: ' ' }, 'ValidationError', 'name: is empty'],
    ['a language that mails have not', { locale: 'fr' }, 'ValidationError', 'allowed is de or en'],
  ])('is refused %s', async (_what, change, __typename, message) => {
    expect(await updateUser(rep.id, change)).toEqual({
      __typename,
      message: expect.stringContaining(message),
    });
  });

  test('hears that a user who is none cannot be changed', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000';
    expect(await updateUser(nobody, { name: 'X' })).toMatchObject({ __typename: 'NotFoundError' });
  });

  test('cannot be the last to go, also when two remove each other in one moment', async () => {
    const other = await makeUser(api.db, { role: 'ADMIN' });
    const { db } = api;
    const results = await Promise.allSettled([
      changeUser(contextFor(db, { ...other, id: admin.id }), { userId: other.id, active: false }),
      changeUser(contextFor(db, other), { userId: admin.id, role: 'REP' }),
    ]);
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { message: 'This is the only active admin; there must be another one first.' } },
    ]);
    expect(await db.prisma.user.count({ where: { role: 'ADMIN', active: true } })).toBe(1);
    await db.prisma.user.update({ where: { id: admin.id }, data: { role: 'ADMIN', active: true } });
  });
});

describe('users', () => {
  const LIST =
    '{ users(first: 2, filter: { role: [REP, WALLBOARD] }) { edges { node { name } } } }';

  test('are listed by name, for everybody but wallboards', async () => {
    const names = async (as: ApiUser) => {
      const { users } = await api.query<
        { users: { edges: { node: { name: string } }[] } },
        unknown
      >(as, LIST);
      return users.edges.map(({ node }) => node.name);
    };
    expect(await names(rep)).toEqual(await names(admin));
    expect(await names(wallboard)).toEqual(['Wall']);
  });

  test('are changed by admins only', async () => {
    const who = { email: 'x@example.com', name: 'X', role: 'ADMIN' };
    expect(await createUser(who, rep)).toMatchObject({ __typename: 'ForbiddenError' });
    expect(await updateUser(rep.id, { role: 'ADMIN' }, rep)).toMatchObject({
      __typename: 'ForbiddenError',
    });
  });
});

describe('the leads of somebody who leaves', () => {
  const from = new Date('2025-09-15T08:00:00Z');
  const counting = (id: string, change: object) =>
    updateUser(id, change, admin, 'leadsReassigned leadsLeft handOver { total }');
  const ownersOf = async (ids: string[]) => {
    const leads = await api.db.prisma.lead.findMany({ where: { id: { in: ids } } });
    return new Set(leads.map(({ ownerId }) => ownerId));
  };

  async function agentWith(count: number) {
    const agent = await makeUser(api.db);
    const leads = await insertLeads(api.db, { ownerId: agent.id, count, from });
    return { agent, leads };
  }

  test.each([
    [{ active: false }],
    [{ role: 'AUDITOR' }],
  ])('are not left behind with %j unless it is said what becomes of them', async (change) => {
    const { agent, leads } = await agentWith(3);
    expect(await updateUser(agent.id, change)).toEqual({
      __typename: 'ConflictError',
      message:
        '3 leads are under protection with this user; name in `reassignLeadsTo` who gets them, or say `keepLeads`: then they stay until they expire or are reassigned.',
    });
    expect((await api.db.prisma.user.findUniqueOrThrow({ where: { id: agent.id } })).version).toBe(
      1,
    );
    expect(await counting(agent.id, { ...change, keepLeads: true })).toMatchObject({
      leadsReassigned: 0,
      leadsLeft: 3,
    });
    expect(await ownersOf(leads)).toEqual(new Set([agent.id]));
  });

  test('go to another agent, each as reassigned by hand, and the agent gets one mail with all of them', async () => {
    const { agent, leads } = await agentWith(2);
    const heir = await makeUser(api.db);
    const change = { active: false, reassignLeadsTo: globalId('User', heir.id) };
    expect(await counting(agent.id, change)).toMatchObject({
      leadsReassigned: 2,
      leadsLeft: 0,
      handOver: { total: 2 },
      user: { active: false },
    });
    await api.app.handOvers.kick();
    expect(await ownersOf(leads)).toEqual(new Set([heir.id]));
    const audited = await api.db.prisma.auditEntry.findMany({
      where: { action: 'reassignLead', leadId: { in: leads } },
    });
    expect(audited.map(({ actorId, after }) => [actorId, after])).toEqual(
      leads.map(() => [admin.id, { ownerId: heir.id, reason: null }]),
    );
    expect(
      await api.db.prisma.domainEvent.count({
        where: { type: 'LEAD_REASSIGNED', leadId: { in: leads } },
      }),
    ).toBe(2);
    const mails = await api.db.prisma.outboxEmail.findMany({
      where: { recipient: { in: [agent.email, heir.email] } },
    });
    // Who has left gets none.
    expect(mails).toMatchObject([
      { template: 'leads-assigned', recipient: heir.email, data: { leads: [{}, {}] } },
    ]);
  });

  test('also when somebody only goes on leave; converted ones stay theirs', async () => {
    const { agent, leads } = await agentWith(2);
    const heir = await makeUser(api.db);
    await api.db.prisma.lead.update({
      where: { id: leads[0] ?? '' },
      data: { status: 'CONVERTED', endedAt: from, endReason: 'CONVERTED' },
    });
    const change = { reassignLeadsTo: globalId('User', heir.id) };
    expect(await counting(agent.id, change)).toMatchObject({
      leadsReassigned: 1,
      leadsLeft: 0,
      user: { active: true },
    });
    await api.app.handOvers.kick();
    expect(await updateUser(agent.id, { active: false })).toMatchObject({
      user: { active: false },
    });
  });

  test('are handed over all at once, however many', async () => {
    const agent = await makeUser(api.db);
    await insertLeads(api.db, {
      ownerId: agent.id,
      count: 201,
      from,
      lead: () => ({ registeredAt: from }),
    });
    const heir = await makeUser(api.db);
    const change = { active: false, reassignLeadsTo: globalId('User', heir.id) };
    expect(await counting(agent.id, change)).toMatchObject({ leadsReassigned: 201, leadsLeft: 0 });
    await api.app.handOvers.kick();
    expect(await api.db.prisma.lead.count({ where: { ownerId: heir.id, status: 'ACTIVE' } })).toBe(
      201,
    );
  });

  test.each([
    ['themselves', (id: string) => id, 'is whose the leads are'],
    [
      'an auditor',
      async () => (await makeUser(api.db, { role: 'AUDITOR' })).id,
      'cannot own leads',
    ],
  ])('do not go to %s', async (_whom, to, message) => {
    const { agent } = await agentWith(1);
    const heir = globalId('User', await to(agent.id));
    expect(await updateUser(agent.id, { active: false, reassignLeadsTo: heir })).toEqual({
      __typename: 'ValidationError',
      message: expect.stringMatching(new RegExp(`^reassignLeadsTo: .*${message}`)),
    });
  });

  test('are not kept from an identity provider that takes the role away', async () => {
    const { agent, leads } = await agentWith(1);
    const system = contextFor(api.db, SYSTEM_ACTOR, api.clock.now());
    await changeUser(system, { userId: agent.id, role: 'WALLBOARD' });
    expect(await ownersOf(leads)).toEqual(new Set([agent.id]));
  });

  test('do not grow while somebody leaves: whoever gives them one waits, and is then refused', async () => {
    const { agent } = await agentWith(0);
    const ctx = contextFor(
      api.db,
      { ...admin, role: 'ADMIN', name: 'A', territory: null, scopes: null },
      api.clock.now(),
    );
    const company = { companyName: `Hotel ${agent.id}`, city: 'Ulm', ownerId: agent.id };
    const results = await Promise.allSettled([
      changeUser(ctx, { userId: agent.id, active: false }),
      registerLead(ctx, company),
    ]);
    const { active } = await api.db.prisma.user.findUniqueOrThrow({ where: { id: agent.id } });
    const left = await api.db.prisma.lead.count({ where: { ownerId: agent.id } });
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(left).toBe(active ? 1 : 0);
  });
});

describe('an e-mail address that changes', () => {
  test('takes everything along: leads, mails that wait, and sign-in by tokens that still name the former one', async () => {
    const anna = await api.user('REP', {
      name: `Anna-${Date.parse(api.clock.now().toISOString())}`,
    });
    const [leadId] = await insertLeads(api.db, {
      ownerId: anna.id,
      count: 1,
      from: new Date('2026-02-01T08:00:00Z'),
    });
    await api.db.prisma.outboxEmail.createMany({
      data: (['PENDING', 'SENT'] as const).map((status) => ({
        id: newId(),
        template: 'follow-up',
        locale: 'de',
        recipient: anna.email,
        data: {},
        dedupeKey: `${status} ${anna.id}`,
        messageId: `<${status}-${anna.id}@test>`,
        status,
        sentAt: status === 'SENT' ? api.clock.now() : null,
      })),
    });
    const email = `anna.married.${anna.id.slice(-6)}@example.com`;
    expect(await updateUser(anna.id, { email: email.toUpperCase() })).toMatchObject({
      user: { email, version: 2 },
    });
    const mails = await api.db.prisma.outboxEmail.findMany({
      where: { dedupeKey: { endsWith: anna.id } },
      orderBy: { status: 'asc' },
    });
    expect(mails.map(({ status, recipient }) => [status, recipient])).toEqual([
      ['PENDING', email],
      ['SENT', anna.email],
    ]);
    const leads = '{ me { email } leads { edges { node { id } } } }';
    const expected = {
      me: { email },
      leads: { edges: [{ node: { id: globalId('Lead', leadId ?? '') } }] },
    };
    expect(await api.query(anna, leads)).toEqual(expected);
    const token = (await api.app.issuer?.sign(email, api.clock.now())) ?? '';
    expect(await api.query({ ...anna, token }, leads)).toEqual(expected);
    const [changed] = await api.db.prisma.domainEvent.findMany({
      where: { type: 'USER_CHANGED' },
      orderBy: { seq: 'desc' },
      take: 1,
    });
    expect(changed?.payload).toMatchObject({ fields: ['email'] });
  });

  test('is an address, and no other user has it', async () => {
    const other = await makeUser(api.db);
    const agent = await makeUser(api.db);
    expect(await updateUser(agent.id, { email: other.email })).toEqual({
      __typename: 'ConflictError',
      message: `There is a user with the e-mail ${other.email} already.`,
    });
    expect(await updateUser(agent.id, { email: 'nobody' })).toMatchObject({
      __typename: 'ValidationError',
    });
  });
});
