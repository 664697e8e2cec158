import { beforeAll, describe, expect, test, vi } from 'vitest';
import { loadActor } from '../../../src/features/sign-in/load-actor.js';
import { maySee } from '../../../src/platform/events/may-see.js';
import { readLogState, readPage } from '../../../src/platform/events/read-log.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { cursorAt } from '../../support/cursors.js';
import { type FullLead, insertFullLeads } from '../../support/full-leads.js';
import { mutate, outcomeOf } from '../../support/mutate.js';
import { readSse } from '../../support/sse.js';
import { testApi } from '../../support/test-file.js';
import { asReadBy } from './as-read-by.js';
import { append } from './event-setup.js';

const api = await testApi({ started: true });
let epoch: string;
let own: FullLead;
let strangers: FullLead;
const viewers: Record<string, ApiUser> = {};
const who = (name: string) => viewers[name] ?? expect.fail(`nobody called ${name}`);

async function cursorFor(name: string, position: number): Promise<string> {
  return cursorAt(epoch, position, await loadActor(api.db, who(name).email));
}

async function done(name: string, verb: string, input: object): Promise<void> {
  expect(outcomeOf(await mutate(api, who(name), verb, input))).toBe('DONE');
}

/** A company with all that events are told about, and everybody whom it concerns. */
beforeAll(async () => {
  const { db, clock } = api;
  for (const name of ['owner', 'collaborator', 'former owner', 'claimer', 'stranger']) {
    viewers[name] = await api.user('REP', { name, territory: 'NORD' });
  }
  viewers.manager = await api.user('MANAGER', { name: 'manager' });
  viewers['manager of NORD'] = await api.user('MANAGER', { name: 'nord', territory: 'NORD' });
  viewers['manager of SUED'] = await api.user('MANAGER', { name: 'sued', territory: 'SUED' });
  for (const role of ['ADMIN', 'AUDITOR', 'WALLBOARD', 'SERVICE'] as const) {
    viewers[role] = await api.user(role);
  }
  const [owners, released, claimed, another] = await insertFullLeads(db, clock.now(), [
    { ownerId: who('owner').id, territory: 'NORD' },
    { ownerId: who('former owner').id, territory: 'NORD' },
    { ownerId: who('former owner').id, territory: 'NORD' },
    { ownerId: who('stranger').id, territory: 'NORD' },
  ]);
  if (!owners || !released || !claimed || !another) throw new Error('Leads are missing.');
  own = owners;
  strangers = another;
  epoch = (await readLogState(db.prisma)).epoch;
  const userId = globalId('User', who('collaborator').id);
  await done('owner', 'addCollaborator', { leadId: lead(own), userId, role: 'ASSIST' });
  await done('collaborator', 'logActivity', { leadId: lead(own), kind: 'QUALIFIED_CALL' });
  await done('former owner', 'releaseLead', { leadId: lead(released) });
  await done('former owner', 'releaseLead', { leadId: lead(claimed) });
  await done('claimer', 'claimLead', { leadId: lead(claimed) });
  await db.transaction((tx) =>
    append(tx, [
      { type: 'IMPORT_PROGRESSED', ownerId: who('owner').id },
      { type: 'JOB_RUN_PROGRESSED' },
      { type: 'LEADS_PSEUDONYMIZED' },
      { type: 'SETTING_CHANGED' },
      { type: 'MAIL_DEAD_LETTERED' },
    ]),
  );
  const numbered = async () => expect((await readLogState(db.prisma)).lastPosition).toBe(12);
  await vi.waitFor(numbered, { timeout: 20_000 });
});

const lead = ({ id }: FullLead) => globalId('Lead', id);

const EVENT = 'cursor type lead { id companyName status notes contacts { name } owner { name } }';

interface Event {
  readonly cursor: string;
  readonly type: string;
  readonly lead: { readonly id: string } | null;
}

const LEADS = [
  'COLLABORATOR_ADDED',
  'ACTIVITY_LOGGED',
  'HOLD_ENDED',
  'LEAD_RELEASED',
  'HOLD_ENDED',
  'LEAD_RELEASED',
  'LEAD_CLAIMED',
];
const OPERATIONS = ['JOB_RUN_PROGRESSED', 'LEADS_PSEUDONYMIZED', 'SETTING_CHANGED'];

describe.each([
  ['owner', ['COLLABORATOR_ADDED', 'ACTIVITY_LOGGED', 'IMPORT_PROGRESSED']],
  ['collaborator', ['COLLABORATOR_ADDED', 'ACTIVITY_LOGGED']],
  ['former owner', ['HOLD_ENDED', 'LEAD_RELEASED', 'HOLD_ENDED', 'LEAD_RELEASED']],
  ['claimer', ['LEAD_CLAIMED']],
  ['stranger', []],
  ['manager', [...LEADS, 'IMPORT_PROGRESSED', ...OPERATIONS]],
  ['manager of NORD', [...LEADS, ...OPERATIONS]],
  ['manager of SUED', OPERATIONS],
  ['ADMIN', [...LEADS, 'IMPORT_PROGRESSED', ...OPERATIONS, 'MAIL_DEAD_LETTERED']],
  ['AUDITOR', [...LEADS, 'IMPORT_PROGRESSED', ...OPERATIONS, 'MAIL_DEAD_LETTERED']],
  ['WALLBOARD', [...LEADS, ...OPERATIONS]],
  ['SERVICE', [...LEADS, 'IMPORT_PROGRESSED', ...OPERATIONS]],
])('the %s', (name, types) => {
  async function logged(): Promise<Event[]> {
    const document = `{ eventLog(first: 100) { edges { node { ${EVENT} } } } }`;
    const { eventLog } = await api.query<{ eventLog: { edges: { node: Event }[] } }, unknown>(
      who(name),
      document,
    );
    return eventLog.edges.map(({ node }) => node);
  }

  test('finds in the log what the rule says, and the rule is the same for the database', async () => {
    expect((await logged()).map(({ type }) => type)).toEqual(types);
    const actor = await loadActor(api.db, who(name).email);
    const all = await readPage(api.db.prisma, 'e', { after: 0, limit: 100 });
    const stored = await readPage(api.db.prisma, 'e', { after: 0, limit: 100, actor });
    const seen = all.filter((event) => maySee(actor, event));
    expect(stored).toEqual(seen.map((event) => asReadBy(actor, event)));
  });

  test('is told exactly that', async () => {
    const flow = await readSse(`${api.app.url}/graphql`, who(name).token, {
      query: `subscription ($after: Cursor) { events(after: $after) { ${EVENT} } }`,
      variables: { after: await cursorFor(name, 0) },
    });
    const told: Event[] = [];
    while (told.length < types.length) {
      const { data } = (await flow.next()) as { data: { events: Event } };
      told.push(data.events);
    }
    flow.close();
    expect(told).toEqual(await logged());
  });

  test('sees of a lead in an event what a query shows of it', async () => {
    for (const event of await logged()) {
      if (event.lead === null) continue;
      const document = `query ($id: ID!) {
        lead(id: $id) { id companyName status notes contacts { name } owner { name } }
      }`;
      const found = await api.query(who(name), document, { id: event.lead.id });
      expect(found).toEqual({ lead: event.lead });
    }
  });
});

test('a former owner sees of a released lead what the pool shows, and of a claimed one nothing', async () => {
  const document = `{ eventLog { edges { node { lead { status notes contacts { name } } } } } }`;
  expect(await api.query(who('former owner'), document)).toEqual({
    eventLog: {
      edges: [
        // Of each first that its hold ended, then that it was released.
        { node: { lead: { status: 'RELEASED', notes: null, contacts: [] } } },
        { node: { lead: { status: 'RELEASED', notes: null, contacts: [] } } },
        { node: { lead: null } },
        { node: { lead: null } },
      ],
    },
  });
});

test('a collaborator is told of the lead from that event on, and once taken off of that and no more', async () => {
  const userId = globalId('User', who('stranger').id);
  const flow = await readSse(`${api.app.url}/graphql`, who('stranger').token, {
    query: 'subscription ($after: Cursor) { events(after: $after) { type lead { id notes } } }',
    variables: { after: await cursorFor('stranger', 12) },
  });
  await done('owner', 'addCollaborator', { leadId: lead(own), userId, role: 'VIEW' });
  const told = await flow.next();
  await done('owner', 'removeCollaborator', { leadId: lead(own), userId });
  await done('owner', 'logActivity', { leadId: lead(own), kind: 'NOTE' });
  await done('stranger', 'logActivity', { leadId: lead(strangers), kind: 'NOTE' });
  const event = (type: string, about: FullLead) => ({
    data: { events: { type, lead: { id: lead(about), notes: 'Ask for Erika' } } },
  });
  expect([told, await flow.next(), await flow.next()]).toEqual([
    event('COLLABORATOR_ADDED', own),
    { data: { events: { type: 'LEAD_ACCESS_ENDED', lead: null } } },
    event('ACTIVITY_LOGGED', strangers),
  ]);
  flow.close();
});

test('of one lead a stranger is told that it does not exist, be it foreign or made up', async () => {
  const answers: string[] = [];
  for (const id of [own.id, '01a20b5f-5598-7236-ab62-00bfb2c059ae']) {
    const flow = await readSse(`${api.app.url}/graphql`, who('claimer').token, {
      query: 'subscription ($id: ID!) { leadChanged(id: $id) { type } }',
      variables: { id: globalId('Lead', id) },
    });
    answers.push(JSON.stringify(await flow.next()).replaceAll(globalId('Lead', id), 'ID'));
  }
  expect(answers[0]).toContain('NOT_FOUND');
  expect(answers[1]).toBe(answers[0]);
});
