import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { importLeads } from '../../../src/features/imports/import-leads.js';
import { type ApiUser, globalId, openTestApi } from '../../support/api.js';
import { contextFor } from '../../support/factories.js';
import { csv, worker } from '../imports/importing.js';

const api = await openTestApi();
afterAll(() => api[Symbol.asyncDispose]());

let nils: ApiUser;
let sara: ApiUser;
let manager: ApiUser;
let mona: ApiUser;
let admin: ApiUser;

beforeEach(async () => {
  await api.db.reset();
  // Users are known by their name.
  const suffix = Math.random().toString(36).slice(2);
  nils = await api.user('REP', { name: `Nils${suffix}`, territory: 'NORTH' });
  sara = await api.user('REP', { name: `Sara${suffix}`, territory: 'SOUTH' });
  manager = await api.user('MANAGER', { name: `Max${suffix}`, territory: 'NORTH' });
  mona = await api.user('MANAGER', { name: `Mona${suffix}` });
  admin = await api.user('ADMIN', { name: `Ida${suffix}` });
});

const register = (as: ApiUser, input: string) =>
  api.execute<
    { registerLead: { __typename: string; lead?: { id: string }; reason?: string } },
    never
  >(
    as,
    `mutation { registerLead(input: { ${input} }) {
      __typename ... on RegisterLeadPayload { lead { id } } ... on ConflictError { reason } } }`,
  );
const idOf = async (as: ApiUser, input: string) =>
  (await register(as, input)).data?.registerLead.lead?.id ?? '';

interface Told {
  id: string;
  kind: string;
  verdict: string;
  status: string;
  why: string[];
  reason: string | null;
  lead: { companyName: string } | null;
  newLead: { companyName: string } | null;
  timeLine: { side: string; what: string; code: string | null }[];
}

const conflicts = async (as: ApiUser, filter = '') => {
  const { conflicts } = await api.query<{ conflicts: { edges: { node: Told }[] } }, never>(
    as,
    `{ conflicts(first: 10, filter: { ${filter} }) { edges { node {
      id kind verdict status why reason lead { companyName } newLead { companyName }
      timeLine { side what code } } } } }`,
  );
  return conflicts.edges.map(({ node }) => node);
};
const decide = (as: ApiUser, conflictId: string, confirm: boolean) =>
  api.execute<
    { decideOverride: { __typename: string; conflict?: { status: string }; reason?: string } },
    never
  >(
    as,
    `mutation { decideOverride(input: { conflictId: "${conflictId}", confirm: ${confirm}, note: "Geprüft" }) {
      __typename ... on DecideOverridePayload { conflict { status } } ... on ConflictError { reason } } }`,
  );

const ADLER = 'companyName: "Hotel Adler", city: "Köln"';
const LIKE_ADLER =
  'companyName: "Fischhaus", city: "Kiel", contacts: [{ name: "Jo", email: "koch@adler.example" }]';
const WITH_MAIL = `${ADLER}, contacts: [{ name: "Jo", email: "jo@adler.example" }]`;

describe('a refused registration', () => {
  test('is a record with both time lines for the managers of the territory that was met', async () => {
    const leadId = await idOf(nils, WITH_MAIL);
    api.clock.advance({ days: 2 });
    await api.query(
      nils,
      `mutation { logActivity(input: { leadId: "${leadId}", kind: OFFER }) { __typename } }`,
    );
    api.clock.advance({ days: 1 });
    for (const _ of [1, 2]) {
      const { data } = await register(sara, ADLER);
      expect(data?.registerLead).toMatchObject({ reason: 'COMPANY_PROTECTED' });
      api.clock.advance({ days: 1 });
    }
    const [latest] = await conflicts(manager);
    expect(latest).toEqual({
      id: expect.any(String),
      kind: 'REFUSED',
      verdict: 'PROTECTED',
      status: 'NOTED',
      why: ['NAME', 'CITY'],
      reason: null,
      lead: { companyName: 'Hotel Adler' },
      newLead: null,
      timeLine: [
        { side: 'MET', what: 'ASSIGNED', code: null },
        { side: 'MET', what: 'ACTIVITY', code: 'OFFER' },
        { side: 'ASKED', what: 'REFUSED', code: 'PROTECTED' },
        { side: 'ASKED', what: 'REFUSED', code: 'PROTECTED' },
      ],
    });
    expect(await conflicts(manager)).toHaveLength(2);
  });

  test('shows the agent who asked that it was refused, and nothing of the other lead', async () => {
    const leadId = await idOf(nils, WITH_MAIL);
    await register(sara, ADLER);
    expect(await conflicts(sara)).toMatchObject([
      { kind: 'REFUSED', verdict: 'PROTECTED', why: [], lead: null, newLead: null, timeLine: [] },
    ]);
    expect(await conflicts(sara, `leadId: "${leadId}"`)).toEqual([]);
    // The owner learns nothing of others who asked.
    expect(await conflicts(nils)).toEqual([]);
    const events = await api.db.prisma.domainEvent.findMany({ where: { type: 'CONFLICT_NOTED' } });
    expect(events).toMatchObject([
      { ownerId: null, territory: 'NORTH', leadId: expect.any(String) },
    ]);
  });

  test('is none where the agent meets a lead of their own', async () => {
    await idOf(nils, ADLER);
    await register(nils, ADLER);
    expect(await conflicts(admin)).toEqual([]);
  });

  test('names a customer as such, unless the settings let customers be registered', async () => {
    const leadId = await idOf(nils, ADLER);
    await api.query(
      nils,
      `mutation { convertLead(input: { leadId: "${leadId}" }) { __typename } }`,
    );
    expect((await register(sara, ADLER)).data?.registerLead).toMatchObject({
      reason: 'EXISTING_CUSTOMER',
    });
    expect(await conflicts(mona)).toMatchObject([{ verdict: 'EXISTING_CUSTOMER' }]);
    await api.db.prisma.setting.create({
      data: { key: 'conflicts.refuseCustomers', value: false },
    });
    const checked = await api.query(
      sara,
      '{ checkLeadConflict(input: { companyName: "Hotel Adler", city: "Köln" }) }',
    );
    expect(checked).toEqual({ checkLeadConflict: 'FREE' });
    expect((await register(sara, ADLER)).data?.registerLead.__typename).toBe('RegisterLeadPayload');
  });
});

describe('an override', () => {
  const overridden = async () => {
    await idOf(nils, WITH_MAIL);
    const newLeadId = await idOf(sara, `${LIKE_ADLER}, overrideReason: "Schwesterhaus"`);
    expect(newLeadId).not.toBe('');
    const [record] = await conflicts(mona, 'status: [OPEN]');
    if (!record) throw new Error('There is no record.');
    return { newLeadId, record };
  };

  test('needs a real reason', async () => {
    await idOf(nils, WITH_MAIL);
    for (const reason of ['.', '...', '12']) {
      const { data } = await register(sara, `${LIKE_ADLER}, overrideReason: "${reason}"`);
      expect(data?.registerLead.__typename).toBe('ValidationError');
    }
    // A question that a reason answers is no refusal.
    expect(await conflicts(mona)).toEqual([]);
  });

  test('is confirmed afterwards, once, by a manager of the territory that was met', async () => {
    const { record } = await overridden();
    expect(record).toMatchObject({
      kind: 'OVERRIDDEN',
      verdict: 'POSSIBLY_SAME',
      reason: 'Schwesterhaus',
      lead: { companyName: 'Hotel Adler' },
      newLead: { companyName: 'Fischhaus' },
    });
    expect((await decide(sara, record.id, true)).data?.decideOverride.__typename).toBe(
      'ForbiddenError',
    );
    expect((await decide(manager, record.id, true)).data?.decideOverride.conflict).toEqual({
      status: 'CONFIRMED',
    });
    expect((await decide(admin, record.id, false)).data?.decideOverride).toMatchObject({
      reason: 'OVERRIDE_DECIDED',
    });
    const [event] = await api.db.prisma.domainEvent.findMany({
      where: { type: 'CONFLICT_DECIDED' },
    });
    expect(event).toMatchObject({ ownerId: sara.id, payload: { status: 'CONFIRMED' } });
  });

  test('is undone: the lead goes back to the pool, and its agent sees that it was', async () => {
    const { newLeadId, record } = await overridden();
    // The manager of the north does not see the lead of the south.
    expect((await decide(manager, record.id, false)).data?.decideOverride.__typename).toBe(
      'ForbiddenError',
    );
    expect((await decide(mona, record.id, false)).data?.decideOverride.conflict).toEqual({
      status: 'UNDONE',
    });
    const lead = await api.db.prisma.lead.findMany({ where: { companyName: 'Fischhaus' } });
    expect(lead).toMatchObject([{ status: 'RELEASED', ownerId: null }]);
    expect(await conflicts(sara, `newLeadId: "${newLeadId}"`)).toMatchObject([
      { status: 'UNDONE', lead: null, reason: 'Schwesterhaus' },
    ]);
  });

  test('of a manager for themselves is decided by another one', async () => {
    await idOf(nils, WITH_MAIL);
    await idOf(mona, `${LIKE_ADLER}, overrideReason: "Schwesterhaus"`);
    const [record] = await conflicts(mona);
    expect((await decide(mona, record?.id ?? '', true)).data?.decideOverride.__typename).toBe(
      'ForbiddenError',
    );
    expect((await decide(admin, record?.id ?? '', true)).data?.decideOverride.conflict).toEqual({
      status: 'CONFIRMED',
    });
  });

  test('for a change of a lead can be confirmed, and is not undone by releasing the lead', async () => {
    await idOf(nils, WITH_MAIL);
    const leadId = await idOf(sara, 'companyName: "Mensa Nord", city: "Kiel", notes: "Besuch"');
    await api.query(
      sara,
      `mutation { addContact(input: { leadId: "${leadId}", name: "Jo", email: "chef@adler.example", overrideReason: "Schwesterhaus" }) { __typename } }`,
    );
    const [record] = await conflicts(mona);
    expect((await decide(mona, record?.id ?? '', false)).data?.decideOverride).toMatchObject({
      reason: 'OVERRIDE_OF_CHANGE',
    });
  });

  test('of a lead of the same agent is no record', async () => {
    await idOf(nils, WITH_MAIL);
    await idOf(nils, `${LIKE_ADLER}, overrideReason: "Schwesterhaus"`);
    expect(await conflicts(admin)).toEqual([]);
  });

  test('in a file is recorded like one by hand, as is a row that is refused', async () => {
    await idOf(nils, WITH_MAIL);
    const actor = { ...sara, role: 'REP', name: 'Sara', territory: 'SOUTH', scopes: null } as const;
    const ctx = contextFor(api.db, actor, api.clock.now());
    await importLeads(ctx, {
      ...csv(
        'Firma,Ort,E-Mail,Abgrenzung\nHotel Adler,Köln,,\nFischhaus,Kiel,koch@adler.example,Schwesterhaus\n',
      ),
      ownerIds: [sara.id],
    });
    await worker(api.db, api.clock).kick();
    expect((await conflicts(mona)).map(({ kind }) => kind).sort()).toEqual([
      'OVERRIDDEN',
      'REFUSED',
    ]);
  });
});

test('the lists of agents and managers of a territory hold nothing of others', async () => {
  await idOf(nils, WITH_MAIL);
  await register(sara, ADLER);
  const south = await api.user('MANAGER', { name: `Sven${sara.id}`, territory: 'SOUTH' });
  expect(await conflicts(south)).toEqual([]);
  const [record] = await conflicts(manager);
  const node = `{ node(id: "${record?.id}") { id } }`;
  expect(await api.query(south, node)).toEqual({ node: null });
  expect(await api.query(sara, node)).toEqual({ node: { id: record?.id } });
  expect(globalId('Conflict', 'x')).not.toBe(record?.id);
});
