import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { schema } from '../../../src/api/schema.js';
import { COLLABORATOR_ROLES, type CollaboratorRole, type Role } from '../../../src/domain/actor.js';
import {
  type LeadNeed,
  notForPrograms,
  PERMISSIONS,
  rolesOf,
  type Verb,
} from '../../../src/platform/identity/may.js';
import { permissionsText } from '../../../src/platform/identity/print-permissions.js';
import type { ApiUser } from '../../support/api.js';
import { type FullLead, insertFullLeads } from '../../support/full-leads.js';
import { insertWebhook } from '../../support/insert-webhook.js';
import { MINIMAL_INPUTS } from '../../support/minimal-inputs.js';
import { mutate, outcomeOf } from '../../support/mutate.js';
import { testApi } from '../../support/test-file.js';

const MUTATIONS = Object.keys(schema.getMutationType()?.getFields() ?? {});
const VERBS = Object.keys(PERMISSIONS) as Verb[];
/** Everybody tries each verb on a lead of their own kind that nobody has touched. */
const TRIED = VERBS.filter((verb) => MUTATIONS.includes(verb));

interface Viewer {
  readonly user: ApiUser;
  readonly role: Role;
  /** What they are to the leads. */
  readonly is: 'OWNER' | 'MANAGER' | CollaboratorRole | 'READER' | 'STRANGER';
}

const api = await testApi();
let agent: ApiUser;
/** Of programs with no other part in it. */
const apiTokenIds: string[] = [];
let webhook: Awaited<ReturnType<typeof insertWebhook>>;
/** One that sees with the eyes of the service. */
let ownWebhook: Awaited<ReturnType<typeof insertWebhook>>;
const viewers: Record<string, Viewer> = {};
const leads = new Map<string, FullLead>();

beforeAll(async () => {
  agent = await api.user('REP', { name: 'Agent', territory: 'NORD' });
  for (const name of ['Program', 'Another']) {
    const { id: userId } = await api.user('SERVICE', { name });
    const { id } = await api.db.prisma.apiToken.findFirstOrThrow({ where: { userId } });
    apiTokenIds.push(id);
  }
  webhook = await insertWebhook(api.db, agent.id, api.clock.now());
  const add = async (
    name: string,
    role: Role,
    is: Viewer['is'],
    territory: string | null = null,
  ) => {
    viewers[name] = { user: await api.user(role, { name, territory }), role, is };
  };
  await add('the owner', 'REP', 'OWNER', 'NORD');
  for (const role of COLLABORATOR_ROLES) await add(`a collaborator ${role}`, 'REP', role);
  await add('another agent', 'REP', 'STRANGER', 'NORD');
  await add('the manager', 'MANAGER', 'MANAGER', 'NORD');
  await add('another manager', 'MANAGER', 'STRANGER', 'SUED');
  await add('an admin', 'ADMIN', 'MANAGER');
  await add('an auditor', 'AUDITOR', 'READER');
  await add('a wallboard', 'WALLBOARD', 'READER');
  await add('a service', 'SERVICE', 'MANAGER');
  const serviceId = viewers['a service']?.user.id ?? '';
  ownWebhook = await insertWebhook(api.db, serviceId, api.clock.now());

  const collaborators = COLLABORATOR_ROLES.map((role) => ({
    userId: viewers[`a collaborator ${role}`]?.user.id ?? '',
    role,
  }));
  const cases = TRIED.flatMap((verb) => Object.keys(viewers).map((name) => ({ verb, name })));
  const made = await insertFullLeads(
    api.db,
    api.clock.now(),
    cases.map(({ verb, name }) => {
      const pooled = verb === 'claimLead' || verb === 'reopenLead';
      return {
        ownerId: viewers['the owner']?.user.id ?? '',
        territory: 'NORD',
        status: pooled ? 'RELEASED' : 'ACTIVE',
        actorId: viewers[name]?.user.id ?? '',
        collaborators: pooled ? [] : collaborators,
        request: verb === 'decideExtension',
        twin: verb === 'mergeLeads',
        merged: verb === 'undoMerge',
      } as const;
    }),
  );
  cases.forEach(({ verb, name }, nth) => {
    const lead = made[nth];
    if (lead) leads.set(`${verb} ${name}`, lead);
  });
});

test('every mutation stands in the table, and is tried below', () => {
  expect(MUTATIONS.filter((name) => !VERBS.includes(name as Verb))).toEqual([]);
  expect(MUTATIONS.filter((name) => !(name in MINIMAL_INPUTS))).toEqual([]);
});

test('docs/permissions.md is the table; `npm run docs` writes it', async () => {
  expect(await readFile('docs/permissions.md', 'utf8')).toBe(permissionsText());
});

/** Verbs by which the actor would come to own a lead, or be away. */
const OWNS_NOTHING: readonly Verb[] = [
  'registerLead',
  'importLeads',
  'previewImport',
  'claimLead',
  'announceAbsence',
];

/** Verbs whose minimal input names nothing that exists. */
const FINDS_NOTHING: ReadonlySet<Verb> = new Set([
  'submitSampleFeedback',
  'cancelAbsence',
  'cancelScheduledSetting',
  'revokeCalendarFeed',
]);

/** Viewers who try each verb as a dry run first, which tells what comes of it, and once more with the same key. */
const REPEATED: ReadonlySet<string> = new Set(['the owner', 'the manager', 'a service']);

/** Verbs whose answer is not repeated. */
const TOLD_ONCE: ReadonlySet<Verb> = new Set([
  'exportDataSubject',
  'issueFeedbackLink',
  'rotateWebhookSecret',
]);

/** By the words of the table, without the code that reads it. */
function expected(verb: Verb, { role, is }: Viewer): string {
  const { roles, lead }: { roles: readonly Role[]; lead: LeadNeed } = PERMISSIONS[verb];
  const isProgram = role === 'SERVICE';
  if (isProgram ? notForPrograms(verb) !== null : !roles.includes(role)) return 'FORBIDDEN';
  // Agents own what they register, and programs own nothing.
  if (FINDS_NOTHING.has(verb)) return 'NOT_FOUND';
  // Of many leads each has to be one that the actor may reassign.
  // Agents of another territory are no heirs; that tells nothing about the leads.
  if (verb === 'reassignLeads') return is === 'STRANGER' ? 'VALIDATION' : 'DONE';
  if (OWNS_NOTHING.includes(verb) && isProgram) return 'VALIDATION';
  if (lead === 'NONE' || lead === 'POOL') return 'DONE';
  if (is === 'STRANGER') return 'NOT_FOUND';
  // The manager sees the pool of the territory; an agent has no part in it.
  if (verb === 'reopenLead') return 'DONE';
  // In the name of the owner.
  if (verb === 'requestExtension' && isProgram) return 'DONE';
  const enough: Record<Exclude<LeadNeed, 'NONE' | 'POOL'>, readonly Viewer['is'][]> = {
    VIEW: ['OWNER', 'MANAGER', 'VIEW', 'ASSIST', 'NEGOTIATE'],
    ASSIST: ['OWNER', 'MANAGER', 'ASSIST', 'NEGOTIATE'],
    NEGOTIATE: ['OWNER', 'MANAGER', 'NEGOTIATE'],
    OWNER: ['OWNER', 'MANAGER'],
    OWNER_ALONE: ['OWNER'],
  };
  return enough[lead].includes(is) ? 'DONE' : 'FORBIDDEN';
}

test.each(TRIED)('%s is for whom the table says', async (verb) => {
  const outcomes: Record<string, string> = {};
  const wanted: Record<string, string> = {};
  for (const [name, viewer] of Object.entries(viewers)) {
    const lead = leads.get(`${verb} ${name}`);
    const input = lead && MINIMAL_INPUTS[verb];
    if (!input) throw new Error(`Nothing to try ${verb} with.`);
    const { user, role, is } = viewer;
    const isProgram = role === 'SERVICE';
    const isCollaborator = is === 'VIEW' || is === 'ASSIST' || is === 'NEGOTIATE';
    const world = {
      lead,
      actorId: user.id,
      agentId: agent.id,
      collaboratorId: isCollaborator ? user.id : (viewers['a collaborator VIEW']?.user.id ?? ''),
      programId: viewers['a service']?.user.id ?? '',
      apiTokenId: apiTokenIds[isProgram ? 1 : 0] ?? '',
      ...(isProgram ? { ...ownWebhook, readerId: user.id } : webhook),
      now: api.clock.now(),
    };
    const asked = { ...input(world), ...(REPEATED.has(name) ? { idempotencyKey: verb } : {}) };
    const rehearsed = REPEATED.has(name)
      ? outcomeOf(await mutate(api, user, verb, asked, '', { dryRun: true }))
      : null;
    outcomes[name] = outcomeOf(await mutate(api, user, verb, asked));
    wanted[name] = expected(verb, viewer);
    if (rehearsed === null) continue;
    expect([name, rehearsed]).toEqual([name, wanted[name]]);
    const again = wanted[name] === 'DONE' && TOLD_ONCE.has(verb) ? 'CONFLICT' : wanted[name];
    expect([name, outcomeOf(await mutate(api, user, verb, asked))]).toEqual([name, again]);
  }
  expect(outcomes).toEqual(wanted);
});

test('checkLeadConflict is for whom the table says', async () => {
  const document =
    '{ checkLeadConflict(input: { companyName: "Hotel Unbekannt", city: "Husum" }) }';
  for (const { user, role } of Object.values(viewers)) {
    const { data, errors } = await api.execute<{ checkLeadConflict: string }, unknown>(
      user,
      document,
    );
    const roles = rolesOf('checkLeadConflict');
    expect(data?.checkLeadConflict ?? errors?.[0]?.extensions?.code).toBe(
      roles.includes(role) ? 'FREE' : 'FORBIDDEN',
    );
  }
});

test('exportLeads is for whom the table says', async () => {
  for (const { user, role } of Object.values(viewers)) {
    const headers = { authorization: `Bearer ${user.token}` };
    const { status } = await api.app.fetch(
      new Request('http://localhost/exports/leads.csv', { method: 'HEAD', headers }),
    );
    const roles = rolesOf('exportLeads');
    expect([role, status]).toEqual([role, roles.includes(role) ? 200 : 403]);
  }
});
