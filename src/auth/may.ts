import type { VerbContext } from '../context.js';
import { ForbiddenError } from '../errors.js';
import type { Actor, Role } from './actor.js';

const AGENTS = ['REP', 'MANAGER', 'ADMIN'] as const satisfies readonly Role[];
const MANAGERS = ['MANAGER', 'ADMIN'] as const satisfies readonly Role[];
const ADMINS = ['ADMIN'] as const satisfies readonly Role[];
const AGENTS_AND_SERVICES = [...AGENTS, 'SERVICE'] as const satisfies readonly Role[];

/** Which roles may do what at all. Whose lead it is, the verb decides. */
const ROLES_BY_VERB = {
  registerLead: AGENTS_AND_SERVICES,
  updateLead: AGENTS,
  claimLead: AGENTS,
  releaseLead: AGENTS,
  reassignLead: MANAGERS,
  convertLead: AGENTS,
  markLeadLost: AGENTS,
  reopenLead: MANAGERS,
  addContact: AGENTS,
  updateContact: AGENTS,
  removeContact: AGENTS,
  logActivity: AGENTS_AND_SERVICES,
  correctActivity: AGENTS,
  voidActivity: AGENTS,
  startHold: AGENTS,
  endHold: AGENTS,
  voidHold: AGENTS,
  acknowledgeReminder: AGENTS,
  snoozeReminder: AGENTS,
  scheduleFollowUp: AGENTS,
  requestExtension: AGENTS,
  decideExtension: MANAGERS,
  requestSample: AGENTS,
  transitionSample: AGENTS_AND_SERVICES,
  issueFeedbackLink: AGENTS,
  submitSampleFeedback: AGENTS,
  importLeads: AGENTS_AND_SERVICES,
  runJob: ADMINS,
  retryEmail: ADMINS,
  discardEmail: ADMINS,
  updateSetting: ADMINS,
  createUser: ADMINS,
  updateUser: ADMINS,
  createApiToken: ADMINS,
  revokeApiToken: ADMINS,
  exportDataSubject: ADMINS,
  eraseDataSubject: ADMINS,
} as const satisfies Record<string, readonly Role[]>;

export type Verb = keyof typeof ROLES_BY_VERB;

export const VERBS = Object.keys(ROLES_BY_VERB) as readonly Verb[];

/** Whether the actor's role, and the scopes of their token, allow a verb. The system may do everything. */
export function may(actor: Actor, verb: Verb): boolean {
  const roles: readonly Role[] = ROLES_BY_VERB[verb];
  return actor.role === 'SYSTEM' || (roles.includes(actor.role) && inScope(actor, verb));
}

function inScope({ scopes }: Actor, verb: Verb): boolean {
  return scopes === null || scopes.includes(verb);
}

/** @throws ForbiddenError if the actor's role or the scopes of their token do not allow the verb */
export function requireMay(ctx: Pick<VerbContext, 'actor'>, verb: Verb): void {
  if (may(ctx.actor, verb)) return;
  if (!inScope(ctx.actor, verb)) {
    throw new ForbiddenError(
      `The token may not ${verb}, its scopes are ${ctx.actor.scopes?.join(', ')}`,
    );
  }
  throw new ForbiddenError(
    `${ctx.actor.role} may not ${verb}, allowed is ${ROLES_BY_VERB[verb].join(', ')}`,
  );
}

/** Whether the actor may do what is reserved for managers; the leads they may do it to are those they see. */
export function isManager(actor: Actor): boolean {
  return actor.role === 'MANAGER' || actor.role === 'ADMIN' || actor.role === 'SYSTEM';
}
