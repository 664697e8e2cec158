import { type Actor, ROLES, type Role } from '../../domain/actor.js';
import { ForbiddenError } from '../../domain/errors.js';

const AGENTS = ['REP', 'MANAGER', 'ADMIN'] as const satisfies readonly Role[];
const MANAGERS = ['MANAGER', 'ADMIN'] as const satisfies readonly Role[];
const ADMINS = ['ADMIN'] as const satisfies readonly Role[];

/** The standing on the lead that a verb requires, beside the role. */
export const LEAD_NEEDS = {
  NONE: 'nothing: the verb is about no lead',
  POOL: 'nothing: the lead lies in the pool',
  VIEW: 'any role that sees the lead',
  ASSIST: 'owner, manager, collaborator with ASSIST or NEGOTIATE',
  NEGOTIATE: 'owner, manager, collaborator with NEGOTIATE',
  OWNER: 'owner, manager',
  OWNER_ALONE: 'owner',
} as const;
export type LeadNeed = keyof typeof LEAD_NEEDS;

interface Permission {
  /** Roles of people. Programs whose token has the verb as a scope may use it too, unless `notForPrograms`. */
  readonly roles: readonly Role[];
  readonly lead: LeadNeed;
  /** Reason for which no token can have the verb as a scope; left out if one can. */
  readonly notForPrograms?: string;
  /** Further restrictions by the verb itself. */
  readonly note?: string;
}

const MAKES_ACCESS =
  'it decides who may sign in as whom, and with it a program could make any user an admin';
const DECIDES_WHOSE = 'it decides to which of two agents a company belongs, which needs a person';
const OWN_WEBHOOKS = 'Programs only endpoints with their own sight, and with the scope `read`.';

/**
 * The permissions of all verbs in one place: `requireMay` and the locks on leads ask here, docs/permissions.md is
 * printed from it, and a test walks it. Each verb is a scope that an admin can give to a token, a new one too, except
 * where that would let a program get more than its token has, or answer for a person: those say why. No verb applies
 * to objects that the actor does not see, in spite of this table: see leads/visibility.ts.
 */
export const PERMISSIONS = {
  registerLead: {
    roles: AGENTS,
    lead: 'NONE',
    note: 'Agents for themselves; for others, and dated back, managers.',
  },
  checkLeadConflict: { roles: AGENTS, lead: 'NONE' },
  explainConflict: {
    roles: MANAGERS,
    lead: 'NONE',
    note: 'Names the leads of one’s territory alone.',
  },
  decideOverride: {
    roles: MANAGERS,
    lead: 'OWNER',
    note: 'By the territory of the lead that was met; not of their own request or for a lead of their own. Undoing needs the sight of both leads.',
  },
  importLeads: {
    roles: AGENTS,
    lead: 'NONE',
    note: 'Agents for themselves; dealing leads out is for managers and programs, dating back for managers.',
  },
  previewImport: { roles: AGENTS, lead: 'NONE', note: 'As `importLeads`; writes no lead.' },
  exportLeads: {
    roles: [...AGENTS, 'AUDITOR'],
    lead: 'NONE',
    note: 'The leads and events that `leads` and `eventLog` list to them, at /exports/….',
  },
  claimLead: { roles: AGENTS, lead: 'POOL', note: 'Programs name the new owner.' },
  updateLead: { roles: AGENTS, lead: 'NEGOTIATE' },
  releaseLead: { roles: AGENTS, lead: 'OWNER' },
  reassignLead: {
    roles: MANAGERS,
    lead: 'OWNER',
    note: 'To agents of one’s territory.',
  },
  reassignLeads: { roles: MANAGERS, lead: 'NONE', note: 'Each as `reassignLead`.' },
  previewMerge: {
    roles: MANAGERS,
    lead: 'OWNER',
    note: 'Reads alone.',
    notForPrograms: DECIDES_WHOSE,
  },
  mergeLeads: {
    roles: MANAGERS,
    lead: 'OWNER',
    note: 'Leads of two agents not by one of them.',
    notForPrograms: DECIDES_WHOSE,
  },
  undoMerge: { roles: MANAGERS, lead: 'OWNER', notForPrograms: DECIDES_WHOSE },
  convertLead: { roles: AGENTS, lead: 'OWNER' },
  markLeadLost: { roles: AGENTS, lead: 'OWNER' },
  reopenLead: {
    roles: MANAGERS,
    lead: 'OWNER',
    note: 'For agents of one’s territory; a manager not for themselves a lead that they owned last.',
  },
  addCollaborator: { roles: AGENTS, lead: 'OWNER' },
  removeCollaborator: {
    roles: AGENTS,
    lead: 'VIEW',
    note: 'Collaborators only themselves; others only by the owner and managers.',
  },
  addContact: { roles: AGENTS, lead: 'ASSIST' },
  updateContact: { roles: AGENTS, lead: 'ASSIST' },
  removeContact: { roles: AGENTS, lead: 'ASSIST' },
  logActivity: { roles: AGENTS, lead: 'ASSIST' },
  correctActivity: {
    roles: AGENTS,
    lead: 'ASSIST',
    note: 'Its author, the owner of the lead at that time, and managers.',
  },
  voidActivity: {
    roles: AGENTS,
    lead: 'ASSIST',
    note: 'Its author, the owner of the lead at that time, and managers.',
  },
  startHold: {
    roles: AGENTS,
    lead: 'NEGOTIATE',
    note: 'At another time than now, and for very long, only managers, and not on leads of their own.',
  },
  endHold: { roles: AGENTS, lead: 'NEGOTIATE' },
  confirmHold: { roles: MANAGERS, lead: 'OWNER', note: 'Not on leads of their own.' },
  voidHold: { roles: AGENTS, lead: 'NEGOTIATE' },
  scheduleFollowUp: { roles: AGENTS, lead: 'ASSIST', note: 'Programs for the owner.' },
  acknowledgeReminder: {
    roles: AGENTS,
    lead: 'VIEW',
    note: 'Only its recipient.',
    notForPrograms:
      'a warning counts as delivered once its recipient has acknowledged it, which no program can do for them',
  },
  snoozeReminder: {
    roles: AGENTS,
    lead: 'VIEW',
    note: 'Only its recipient.',
    notForPrograms: 'only the recipient of a reminder can snooze it',
  },
  requestExtension: {
    roles: AGENTS,
    lead: 'OWNER_ALONE',
    note: 'Programs in the name of the owner.',
  },
  decideExtension: { roles: MANAGERS, lead: 'OWNER', note: 'Not to approve their own request.' },
  requestSample: { roles: AGENTS, lead: 'ASSIST' },
  transitionSample: {
    roles: AGENTS,
    lead: 'ASSIST',
    note: 'Approval is for managers and programs, but not for their own request or for a lead of their own.',
  },
  issueFeedbackLink: { roles: AGENTS, lead: 'ASSIST' },
  recordSampleFeedback: { roles: AGENTS, lead: 'ASSIST' },
  submitSampleFeedback: {
    roles: ROLES,
    lead: 'NONE',
    note: 'Any holder of the link, also without signing in.',
  },
  announceAbsence: {
    roles: AGENTS,
    lead: 'NONE',
    note: 'Agents their own; managers those of the agents of their territory; programs all of them.',
  },
  cancelAbsence: {
    roles: AGENTS,
    lead: 'NONE',
    note: 'Agents their own; managers those of the agents of their territory; programs all of them.',
  },
  followReceiptLog: {
    roles: AGENTS,
    lead: 'NONE',
    note: 'Each for themselves.',
    notForPrograms: 'the checkpoint is to lie in the mailbox of a person',
  },
  createCalendarFeed: {
    roles: AGENTS,
    lead: 'NONE',
    note: 'Each for themselves.',
    notForPrograms: 'it has the dates of a person',
  },
  revokeCalendarFeed: {
    roles: AGENTS,
    lead: 'NONE',
    note: 'Each their own; admins those of others.',
    notForPrograms: 'a program sees no calendars',
  },
  runJob: { roles: ADMINS, lead: 'NONE' },
  retryEmail: { roles: ADMINS, lead: 'NONE' },
  discardEmail: { roles: ADMINS, lead: 'NONE' },
  updateSetting: {
    roles: ADMINS,
    lead: 'NONE',
    notForPrograms:
      'it decides who may sign in and when protection ends, which needs a person with a reason',
  },
  cancelScheduledSetting: {
    roles: ADMINS,
    lead: 'NONE',
    notForPrograms: 'it decides when protection ends, which needs a person',
  },
  previewPolicy: {
    roles: ['ADMIN', 'AUDITOR'],
    lead: 'NONE',
    note: 'Reads alone.',
    notForPrograms: 'it prepares a decision that no program makes',
  },
  createUser: { roles: ADMINS, lead: 'NONE', notForPrograms: MAKES_ACCESS },
  updateUser: { roles: ADMINS, lead: 'NONE', notForPrograms: MAKES_ACCESS },
  createApiToken: {
    roles: ADMINS,
    lead: 'NONE',
    note: 'For programs.',
    notForPrograms:
      'a token could create others with more scopes, or others that outlive its own revocation',
  },
  revokeApiToken: { roles: ADMINS, lead: 'NONE' },
  createWebhook: { roles: ADMINS, lead: 'NONE', note: OWN_WEBHOOKS },
  updateWebhook: { roles: ADMINS, lead: 'NONE', note: OWN_WEBHOOKS },
  rotateWebhookSecret: { roles: ADMINS, lead: 'NONE', note: OWN_WEBHOOKS },
  pauseWebhook: { roles: ADMINS, lead: 'NONE', note: OWN_WEBHOOKS },
  resumeWebhook: { roles: ADMINS, lead: 'NONE', note: OWN_WEBHOOKS },
  replayWebhook: { roles: ADMINS, lead: 'NONE', note: OWN_WEBHOOKS },
  testWebhook: { roles: ADMINS, lead: 'NONE', note: OWN_WEBHOOKS },
  retryWebhookDelivery: { roles: ADMINS, lead: 'NONE', note: OWN_WEBHOOKS },
  deleteWebhook: { roles: ADMINS, lead: 'NONE', note: OWN_WEBHOOKS },
  exportDataSubject: { roles: ADMINS, lead: 'NONE' },
  eraseDataSubject: { roles: ADMINS, lead: 'NONE' },
} as const satisfies Record<string, Permission>;

export type Verb = keyof typeof PERMISSIONS;

export const VERBS = Object.keys(PERMISSIONS) as readonly Verb[];

/** Whether a field of the API is a verb: the few that are queries answer a question, they read nothing out. */
export function isVerb(field: string): field is Verb {
  return Object.hasOwn(PERMISSIONS, field);
}

/** Reason for which no token can have a verb as a scope; null if one can. */
export function notForPrograms(verb: Verb): string | null {
  const permission: Permission = PERMISSIONS[verb];
  return permission.notForPrograms ?? null;
}

/** The roles of people and of programs that may use a verb. */
export function rolesOf(verb: Verb): readonly Role[] {
  const { roles }: Permission = PERMISSIONS[verb];
  if (notForPrograms(verb) !== null || roles.includes('SERVICE')) return roles;
  return [...roles, 'SERVICE'];
}

/** Whether the actor's role, and the scopes of their token, allow a verb. The system may do everything. */
export function may(actor: Actor, verb: Verb): boolean {
  return actor.role === 'SYSTEM' || (rolesOf(verb).includes(actor.role) && inScope(actor, verb));
}

function inScope({ scopes }: Actor, verb: Verb): boolean {
  return scopes === null || scopes.includes(verb);
}

/** @throws ForbiddenError if the actor's role or the scopes of their token do not allow the verb */
export function requireMay(ctx: { readonly actor: Actor }, verb: Verb): void {
  if (may(ctx.actor, verb)) return;
  const isScope = notForPrograms(verb) === null;
  if (isScope && !inScope(ctx.actor, verb)) {
    throw new ForbiddenError(
      `The token may not ${verb}, its scopes are ${ctx.actor.scopes?.join(', ')}`,
    );
  }
  throw new ForbiddenError(
    `${ctx.actor.role} may not ${verb}, allowed is ${rolesOf(verb).join(', ')}`,
  );
}

/**
 * Whether the actor may decide on requests of these users, or to their benefit: an actor never decides for
 * themselves.
 * @param concerned the users who asked, and the owner of the lead
 */
export function isImpartial(actor: Actor, ...concerned: readonly (string | null)[]): boolean {
  return actor.id === null || !concerned.includes(actor.id);
}

/** Whether the actor may do what is reserved for managers; the leads they may do it to are those they see. */
export function isManager(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === 'MANAGER' || actor.role === 'ADMIN' || actor.role === 'SYSTEM';
}
