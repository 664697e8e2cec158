import { expect, test } from 'vitest';
import { type Actor, ROLES, SYSTEM_ACTOR } from '../../src/auth/actor.js';
import { may, requireMay, type Verb } from '../../src/auth/may.js';
import { ForbiddenError } from '../../src/errors.js';

const actorOf = (role: Actor['role']): Actor => ({ ...SYSTEM_ACTOR, role });
const allowed = (verb: Verb) => ROLES.filter((role) => may(actorOf(role), verb));

test.each([
  ['registerLead', ['REP', 'MANAGER', 'ADMIN', 'SERVICE']],
  ['claimLead', ['REP', 'MANAGER', 'ADMIN']],
  ['startHold', ['REP', 'MANAGER', 'ADMIN']],
  ['reassignLead', ['MANAGER', 'ADMIN']],
  ['decideExtension', ['MANAGER', 'ADMIN']],
  ['runJob', ['ADMIN']],
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

test('a refusal names the role, the verb and who may', () => {
  const refused = () => requireMay({ actor: actorOf('REP') }, 'reopenLead');
  expect(refused).toThrow(ForbiddenError);
  expect(refused).toThrow('REP may not reopenLead, allowed is MANAGER, ADMIN');
});
