import { expect, test } from 'vitest';
import { type Actor, ROLES, SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { ForbiddenError } from '../../../src/domain/errors.js';
import {
  may,
  notForPrograms,
  requireMay,
  VERBS,
  type Verb,
} from '../../../src/platform/identity/may.js';
import { noScope, SCOPES } from '../../../src/platform/identity/scopes.js';

const actorOf = (role: Actor['role']): Actor => ({ ...SYSTEM_ACTOR, role });
const allowed = (verb: Verb) => ROLES.filter((role) => may(actorOf(role), verb));

test.each([
  ['registerLead', ['REP', 'MANAGER', 'ADMIN', 'SERVICE']],
  ['claimLead', ['REP', 'MANAGER', 'ADMIN', 'SERVICE']],
  ['startHold', ['REP', 'MANAGER', 'ADMIN', 'SERVICE']],
  ['reassignLead', ['MANAGER', 'ADMIN', 'SERVICE']],
  ['scheduleFollowUp', ['REP', 'MANAGER', 'ADMIN', 'SERVICE']],
  ['acknowledgeReminder', ['REP', 'MANAGER', 'ADMIN']],
  ['decideExtension', ['MANAGER', 'ADMIN', 'SERVICE']],
  ['runJob', ['ADMIN', 'SERVICE']],
  ['createUser', ['ADMIN']],
] as const)('%s is for %j', (verb, roles) => {
  expect(allowed(verb)).toEqual(roles);
});

test('auditors and wallboards change nothing, the system may do everything', () => {
  const verbs: Verb[] = ['registerLead', 'logActivity', 'runJob', 'updateSetting'];
  for (const verb of verbs) {
    expect(may(actorOf('AUDITOR'), verb)).toBe(false);
    expect(may(actorOf('WALLBOARD'), verb)).toBe(false);
    expect(may(SYSTEM_ACTOR, verb)).toBe(true);
  }
});

test('a token allows what both its role and its scopes do', () => {
  const scoped = (...scopes: string[]) => ({ ...actorOf('SERVICE'), scopes });
  expect(may(scoped('read', 'registerLead'), 'registerLead')).toBe(true);
  expect(may(scoped('read'), 'registerLead')).toBe(false);
  expect(may(scoped('createUser'), 'createUser')).toBe(false);
  expect(() => requireMay({ actor: scoped('read') }, 'logActivity')).toThrow(
    'The token may not logActivity, its scopes are read',
  );
});

test('every scope is `read` or a verb that programs may use', () => {
  const [read, ...verbs] = SCOPES;
  expect(read).toBe('read');
  expect(verbs).toEqual(VERBS.filter((verb) => allowed(verb).includes('SERVICE')));
  expect(verbs).toContain('registerLead');
});

test('every verb is a scope, but for those that name why not', () => {
  const refused = VERBS.filter((verb) => !SCOPES.includes(verb));
  expect(refused).toEqual([
    'previewMerge',
    'mergeLeads',
    'undoMerge',
    'acknowledgeReminder',
    'snoozeReminder',
    'followReceiptLog',
    'createCalendarFeed',
    'revokeCalendarFeed',
    'updateSetting',
    'cancelScheduledSetting',
    'previewPolicy',
    'createUser',
    'updateUser',
    'createApiToken',
  ]);
  for (const verb of refused) expect(noScope(verb)).toContain(notForPrograms(verb));
  expect(noScope('runJob')).toBeNull();
});

test('a refusal names the role, the verb and who may', () => {
  const refused = () => requireMay({ actor: actorOf('REP') }, 'reopenLead');
  expect(refused).toThrow(ForbiddenError);
  expect(refused).toThrow('REP may not reopenLead, allowed is MANAGER, ADMIN, SERVICE');
});
