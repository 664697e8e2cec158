/**
 * Why a verb met a state it cannot work on, for programs: a frontend branches on the reason, never
 * on the message. The GraphQL enum and docs are made from this table.
 */
export const CONFLICT_REASONS = {
  STALE_VERSION: 'It was changed since the expected version: read it again.',
  KEY_REUSED: 'The idempotency key was used with another input: send the same input, or a new key.',
  JUST_MADE:
    'The same request was made a moment ago, and its answer held a secret, which is returned once only.',
  COMPANY_PROTECTED: 'The company is under protection already.',
  EXISTING_CUSTOMER: 'The company is a customer already.',
  NOT_IN_POOL: 'The lead is not in the pool, or another agent was faster.',
  COOL_DOWN:
    'The agent gave the company up, or lost it, and has to wait until they can have it again.',
  CLAIM_LIMIT: 'The agent has claimed as many leads today as the settings allow.',
  CHECK_LIMIT: 'The actor has checked as many companies today as the settings allow.',
  LEAD_LIMIT: 'The agent has as many leads under protection as the settings allow.',
  LEAD_ACTIVE: 'The lead is ACTIVE, but the verb needs one that has ended.',
  LEAD_NOT_ACTIVE: 'The lead has ended, but the verb needs an ACTIVE one.',
  LEAD_UNOWNED: 'The lead has no owner at the moment.',
  LEAD_PSEUDONYMIZED: 'The personal data of the lead was replaced.',
  PROTECTION_ENDED: 'The protection of the lead is over.',
  ENDS_PROTECTION: 'The protection would end by it at once: a manager has to confirm that.',
  OWNERSHIP_ENDED: 'It belongs to an earlier ownership of the lead.',
  CONTACT_NEEDED: 'The stage of the lead needs this contact.',
  HOLD_ENDED: 'The hold has ended already.',
  HOLD_CONFIRMED: 'The hold does not end by itself: there is nothing to confirm.',
  HOLD_NOT_BEGUN: 'The hold has not begun: it can be declared void.',
  VOID: 'It was declared void.',
  REQUEST_OPEN: 'An extension request of the lead is still open.',
  OVERRIDE_DECIDED: 'The override was decided already, or there is nothing to decide.',
  OVERRIDE_OF_CHANGE:
    'The override was for a change of a lead, not for a new protection: the change is corrected by hand.',
  REQUEST_DECIDED: 'The extension request was decided already.',
  ACKNOWLEDGED: 'The reminder was acknowledged.',
  FOLLOW_UP_SET: 'A follow-up of the lead is set for the same instant.',
  SAMPLE_STATUS: 'The status of the sample does not allow it.',
  PUBLIC_URL_UNSET: 'The installation does not know its public address, so it cannot mail a link.',
  EMAIL_TAKEN: 'Another user has the e-mail address.',
  EMAIL_OF_ACCOUNT: 'The e-mail address belongs to an account.',
  LAST_ADMIN: 'It is the only active admin.',
  AWAY_ALREADY: 'The agent has an absence at that time already.',
  NOT_PENDING: 'The scheduled change was made, cancelled or failed before.',
  ABSENCE_ENDED: 'The absence has ended.',
  DEPUTY: 'The collaborator is the deputy of the owner: cancelling the absence ends it.',
  NO_LEADS: 'None of the leads can be handed over.',
  LEADS_LEFT: 'The user would leave leads under protection behind.',
  USER_UNFIT: 'The user is not active, or has a role that the verb does not allow.',
  TOKEN_REVOKED: 'The API token was revoked already.',
  MAIL_SENDING: 'The mail is being sent right now: try again in two minutes.',
  MAIL_SETTLED: 'The mail was sent or discarded.',
  WEBHOOK_ACTIVE: 'The webhook is ACTIVE already.',
  WEBHOOK_NOT_ACTIVE: 'The webhook is not ACTIVE.',
  DELIVERY_NOT_DEAD: 'The webhook delivery is no dead letter.',
  EVENTS_NOT_KEPT: 'The events that come next for the webhook are no longer kept.',
} as const;

export type ConflictReason = keyof typeof CONFLICT_REASONS;
