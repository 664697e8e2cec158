// Written by `npm run codegen`; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Hypothesis: a corrected activity. A field that is left out stays. */
export type ActivityCorrectedHypothesis = {
  /** Global id of the activity. */
  activityId: string | number;
  /** Kind of the activity. */
  kind?: ActivityKind | null | undefined;
  /** When the activity takes place. */
  performedAt?: string | null | undefined;
};

/** Hypothesis: an activity with the customer. */
export type ActivityHypothesis = {
  /** Kind of the activity. */
  kind: ActivityKind;
  /** When the activity takes place. */
  performedAt: string;
};

/** Kind of an activity. The policy says which kinds count as progress. */
export type ActivityKind =
  /** A call that was not answered. */
  | 'CALL_ATTEMPT'
  /** The customer got in touch. */
  | 'CUSTOMER_REACTION'
  /** A demonstration. */
  | 'DEMO'
  /** An e-mail. */
  | 'EMAIL'
  /** A meeting. */
  | 'MEETING'
  /** A note. */
  | 'NOTE'
  /** An offer was made. */
  | 'OFFER'
  /** An order came in. */
  | 'ORDER'
  /** A call with a decision-maker. */
  | 'QUALIFIED_CALL'
  /** A presentation of the benefit to the customer. */
  | 'ROI_PRESENTATION'
  /** Feedback of the customer on samples. */
  | 'SAMPLE_FEEDBACK'
  /** Samples were sent. */
  | 'SAMPLE_SENT'
  /** An appointment for the next step. */
  | 'SCHEDULED_FOLLOWUP';

/** Hypothesis: an activity declared void. */
export type ActivityVoidedHypothesis = {
  /** Global id of the activity. */
  activityId: string | number;
};

/** Input of `cancelScheduledSetting`. */
export type CancelScheduledSettingInput = {
  /** Idempotency key: sending the same key again within a week changes nothing and answers the same. At most 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Global id of the scheduled change. */
  scheduledSettingId: string | number;
};

/** Reason of a conflict, for programs. New reasons are added over time. */
export type ConflictReason =
  /** The absence has ended. */
  | 'ABSENCE_ENDED'
  /** The reminder was acknowledged. */
  | 'ACKNOWLEDGED'
  /** The agent has an absence at that time already. */
  | 'AWAY_ALREADY'
  /** The actor has checked as many companies today as the settings allow. */
  | 'CHECK_LIMIT'
  /** The agent has claimed as many leads today as the settings allow. */
  | 'CLAIM_LIMIT'
  /** The company is under protection already. */
  | 'COMPANY_PROTECTED'
  /** The stage of the lead needs this contact. */
  | 'CONTACT_NEEDED'
  /** The agent gave the company up, or lost it, and has to wait until they can have it again. */
  | 'COOL_DOWN'
  /** The webhook delivery is no dead letter. */
  | 'DELIVERY_NOT_DEAD'
  /** The collaborator is the deputy of the owner: cancelling the absence ends it. */
  | 'DEPUTY'
  /** The e-mail address belongs to an account. */
  | 'EMAIL_OF_ACCOUNT'
  /** Another user has the e-mail address. */
  | 'EMAIL_TAKEN'
  /** The protection would end by it at once: a manager has to confirm that. */
  | 'ENDS_PROTECTION'
  /** The events that come next for the webhook are no longer kept. */
  | 'EVENTS_NOT_KEPT'
  /** The company is a customer already. */
  | 'EXISTING_CUSTOMER'
  /** A follow-up of the lead is set for the same instant. */
  | 'FOLLOW_UP_SET'
  /** The hold does not end by itself: there is nothing to confirm. */
  | 'HOLD_CONFIRMED'
  /** The hold has ended already. */
  | 'HOLD_ENDED'
  /** The hold has not begun: it can be declared void. */
  | 'HOLD_NOT_BEGUN'
  /** The same request was made a moment ago, and its answer held a secret, which is returned once only. */
  | 'JUST_MADE'
  /** The idempotency key was used with another input: send the same input, or a new key. */
  | 'KEY_REUSED'
  /** It is the only active admin. */
  | 'LAST_ADMIN'
  /** The user would leave leads under protection behind. */
  | 'LEADS_LEFT'
  /** The lead is ACTIVE, but the verb needs one that has ended. */
  | 'LEAD_ACTIVE'
  /** The agent has as many leads under protection as the settings allow. */
  | 'LEAD_LIMIT'
  /** The lead has ended, but the verb needs an ACTIVE one. */
  | 'LEAD_NOT_ACTIVE'
  /** The personal data of the lead was replaced. */
  | 'LEAD_PSEUDONYMIZED'
  /** The lead has no owner at the moment. */
  | 'LEAD_UNOWNED'
  /** The mail is being sent right now: try again in two minutes. */
  | 'MAIL_SENDING'
  /** The mail was sent or discarded. */
  | 'MAIL_SETTLED'
  /** The lead was merged with another one, or the merge was undone already. */
  | 'MERGED'
  /** Too much has happened since the merge for it to be undone. */
  | 'MERGE_SETTLED'
  /** The lead is not in the pool, or another agent was faster. */
  | 'NOT_IN_POOL'
  /** The scheduled change was made, cancelled or failed before. */
  | 'NOT_PENDING'
  /** None of the leads can be handed over. */
  | 'NO_LEADS'
  /** The override was decided already, or there is nothing to decide. */
  | 'OVERRIDE_DECIDED'
  /** The override was for a change of a lead, not for a new protection: the change is corrected by hand. */
  | 'OVERRIDE_OF_CHANGE'
  /** It belongs to an earlier ownership of the lead. */
  | 'OWNERSHIP_ENDED'
  /** The protection of the lead is over. */
  | 'PROTECTION_ENDED'
  /** The installation does not know its public address, so it cannot mail a link. */
  | 'PUBLIC_URL_UNSET'
  /** The extension request was decided already. */
  | 'REQUEST_DECIDED'
  /** An extension request of the lead is still open. */
  | 'REQUEST_OPEN'
  /** The status of the sample does not allow it. */
  | 'SAMPLE_STATUS'
  /** It was changed since the expected version: read it again. */
  | 'STALE_VERSION'
  /** The API token was revoked already. */
  | 'TOKEN_REVOKED'
  /** The user has as many calendars as there may be: revoke one first. */
  | 'TOO_MANY_FEEDS'
  /** The receipt is not signed yet: try again in a moment. */
  | 'UNSIGNED'
  /** The user is not active, or has a role that the verb does not allow. */
  | 'USER_UNFIT'
  /** It was declared void. */
  | 'VOID'
  /** The webhook is ACTIVE already. */
  | 'WEBHOOK_ACTIVE'
  /** The webhook is not ACTIVE. */
  | 'WEBHOOK_NOT_ACTIVE';

/** A person at a lead. */
export type ContactInput = {
  /** E-mail address. At most 254 characters. */
  email?: string | null | undefined;
  /** Full name. At most 200 characters. */
  name?: string | null | undefined;
  /** Phone number, in any spelling of its country. At most 40 characters. */
  phone?: string | null | undefined;
  /** Such as head of purchasing. At most 100 characters. */
  role?: string | null | undefined;
};

/** Time of day at which a period ends on its last day. */
export type DayBoundary =
  /** When the local day ends. */
  | 'END_OF_DAY'
  /** At the time of day at which it began. */
  | 'EXACT';

/** Input of `endHold`. */
export type EndHoldInput = {
  /** Global id of the hold. */
  holdId: string | number;
  /** Idempotency key: sending the same key again within a week changes nothing and answers the same. At most 200 characters. */
  idempotencyKey?: string | null | undefined;
};

/** Code of the error, for programs. */
export type ErrorCode =
  /** The input is valid, but the present state does not allow the change; `reason` says why. */
  | 'CONFLICT'
  /** The actor may see the object but not perform this verb on it, or the token lacks a scope. */
  | 'FORBIDDEN'
  /** There is no such object, or the actor may not see it. */
  | 'NOT_FOUND'
  /** The input breaks a rule; `problems` lists every one with its path. */
  | 'VALIDATION';

/** Type of an event, with the fields of its payload; a field marked with ? may be missing or null. New types are added over time. */
export type EventType =
  /** An activity was corrected. Payload: `activityId`: id of Activity, which activity; `kind`: its kind; `performedAt`: when it happened; `endsProtectionAt`?: when protection ends by it, if it does at once. */
  | 'ACTIVITY_CORRECTED'
  /** An activity with the customer was logged. Payload: `activityId`: id of Activity, which activity; `kind`: its kind; `performedAt`: when it happened. */
  | 'ACTIVITY_LOGGED'
  /** An activity was declared void. Payload: `activityId`: id of Activity, which activity; `kind`: its kind; `endsProtectionAt`?: when protection ends by it, if it does at once. */
  | 'ACTIVITY_VOIDED'
  /** An API token was created. Sent to admins and auditors only. Payload: `apiTokenId`: id of ApiToken, which token; `userId`: id of User, of whom; `scopes`: the scopes of the token; `expiresAt`: when it ends. */
  | 'API_TOKEN_CREATED'
  /** An API token was revoked. Sent to admins and auditors only. Payload: `apiTokenId`: id of ApiToken, which token; `userId`: id of User, of whom. */
  | 'API_TOKEN_REVOKED'
  /** A collaborator was added to a lead, or their rights changed. Payload: `userId`: id of User, which agent; `role`: what the collaborator may do. */
  | 'COLLABORATOR_ADDED'
  /** A collaborator was removed from a lead. Payload: `userId`: id of User, which agent; `role`: what the collaborator may do. */
  | 'COLLABORATOR_REMOVED'
  /** A manager confirmed that the lead is another company than the one it resembles, or undid it. Payload: `conflictId`: id of Conflict, which record; `status`: `CONFIRMED` or `UNDONE`. */
  | 'CONFLICT_DECIDED'
  /** A registration or another verb met the lead and was refused, or was carried out in spite of it. For those who see the leads of the territory or the market, not for its owner. Payload: `conflictId`: id of Conflict, which record; `kind`: `REFUSED` or `OVERRIDDEN`; `verdict`: what the company is. */
  | 'CONFLICT_NOTED'
  /** The personal data of a contact at one or more leads was erased on request. Payload: `leads`: the number of leads. */
  | 'DATA_SUBJECT_ERASED'
  /** A manager decided on an extension. Payload: `requestId`: id of ExtensionRequest, which request; `months`: how many months; `status`: `APPROVED` or `REJECTED`. */
  | 'EXTENSION_DECIDED'
  /** An owner requested more base protection. Payload: `requestId`: id of ExtensionRequest, which request; `months`: how many months. */
  | 'EXTENSION_REQUESTED'
  /** A link to the feedback page of a sample was made; an earlier one ended. Payload: `sampleId`: id of Sample, which sample; `expiresAt`: until when the link can be used; `mailed`: whether it went to a contact by mail. */
  | 'FEEDBACK_LINK_ISSUED'
  /** A customer gave feedback on a sample. Payload: `sampleId`: id of Sample, which sample; `success`: products that succeeded; `mixed`: products with mixed results; `fail`: products that failed. */
  | 'FEEDBACK_RECEIVED'
  /** A follow-up of a lead was set. Payload: `reminderId`: id of Reminder, which reminder; `userId`: id of User, who is reminded; `dueAt`: when; `channel`: `EMAIL` or `IN_APP`. */
  | 'FOLLOW_UP_SCHEDULED'
  /** A hand-over of leads to another agent began, went on or ended. Payload: `handOverId`: id of HandOver, which hand-over; `status`: `RUNNING` or `FINISHED`; `total`: how many leads are to pass on; `reassigned`: how many have; `skipped`: how many could not. */
  | 'HAND_OVER_PROGRESSED'
  /** A manager confirmed an open-ended hold; it no longer ends by itself. Payload: `holdId`: id of Hold, which hold; `reason`: why the clock stands still. */
  | 'HOLD_CONFIRMED'
  /** The clock runs again. Payload: `holdId`: id of Hold, which hold; `reason`: why the clock stands still; `startAt`: from when; `endAt`?: until when; null while it is open; `endsBy`?: when an open one ends by itself, unless a manager confirms it; `cause`?: why it ended: `BY_HAND`, `BY_ITSELF` after the longest time that it may last without a manager, `AS_SET`, `SHIPPED` or `OWNERSHIP_ENDED`. */
  | 'HOLD_ENDED'
  /** An open-ended hold is about to end by itself unless a manager confirms it. Payload: `holdId`: id of Hold, which hold; `reason`: why the clock stands still; `startAt`: from when; `endsBy`: when it ends by itself, unless a manager confirms it. */
  | 'HOLD_ENDING'
  /** The clock stands still. Payload: `holdId`: id of Hold, which hold; `reason`: why the clock stands still; `startAt`: from when; `endAt`?: until when; null while it is open; `endsBy`?: when an open one ends by itself, unless a manager confirms it; `sampleId`?: id of Sample, the late sample that the hold is for. */
  | 'HOLD_STARTED'
  /** A hold was declared void. Payload: `holdId`: id of Hold, which hold; `reason`: why the clock stands still; `endsProtectionAt`?: when protection ends by it, if it does at once. */
  | 'HOLD_VOIDED'
  /** The reports of old imports were archived or deleted. Payload: `count`: how many imports. */
  | 'IMPORT_JOBS_ARCHIVED'
  /** An import went on or ended. Payload: `importId`: id of ImportJob, which import; `status`: how far it is; `totalRows`?: rows of the file; null until they are counted; `processedRows`: rows that are done; `createdRows`: rows that became leads; `duplicateRows`: rows that repeat a lead; `rejectedRows`: rows that were refused. */
  | 'IMPORT_PROGRESSED'
  /** A run of a nightly job began, went on or ended. Payload: `runId`: id of JobRun, which run; `job`: which job; `status`: how far it is; `processed`: leads or other things that are done; `failed`: of which failed. */
  | 'JOB_RUN_PROGRESSED'
  /** The personal data of leads was replaced. Payload: `count`: how many leads. */
  | 'LEADS_PSEUDONYMIZED'
  /** The subscriber no longer sees the lead and should drop it. Sent to the former owner, to collaborators and to the manager of a territory that the lead left, before the event of the change itself, which goes to the actors who see the lead from then on. Payload: `reason`: `OWNER_CHANGED` or `COLLABORATION_ENDED`. */
  | 'LEAD_ACCESS_ENDED'
  /** An agent took a lead from the pool. Payload: `ownerId`: id of User, whose the lead is now; `resembles`?: true if it resembled a lead under protection, and a reason was given why it is another company. */
  | 'LEAD_CLAIMED'
  /** A lead became a customer. Payload: `ownershipId`: which ownership ended. */
  | 'LEAD_CONVERTED'
  /** A lead was lost: it will not become a customer. Payload: `ownershipId`: which ownership ended. */
  | 'LEAD_LOST'
  /** Two leads became one. Told of both: of the one that is kept, and of the one that leads on to it. Payload: `keptLeadId`: id of Lead, the lead that is kept; `mergedLeadId`: id of Lead, the lead that leads on to it. */
  | 'LEAD_MERGED'
  /** A merge was undone: there are two leads again. Told of both. Payload: `keptLeadId`: id of Lead, the lead that is kept; `mergedLeadId`: id of Lead, the lead that leads on to it. */
  | 'LEAD_MERGE_UNDONE'
  /** An owner was warned that progress is due. Payload: `reminderId`: id of Reminder, which reminder; `kind`: its kind; `windowStart`: when the window began that is warned; `progressDeadline`?: by when progress was due; `graceEndsAt`?: until when progress still counts; `expiresAt`?: when protection ends. */
  | 'LEAD_PROGRESS_WARNING_ISSUED'
  /** The protection of a lead ended. Payload: `reason`: `NO_PROGRESS` or `BASE_PERIOD_ENDED`; `expiredAt`: when the time was up; `ownerId`?: id of User, whose the lead is, or was; `state`?: the state of its protection, as `ProtectionState`; `protectionExpiresAt`?: when protection ends, or has ended; null while a hold pauses it; `daysRemaining`?: days of 24 hours until then, rounded up; 0 once it has ended; `metadata`?: object, by what it was computed. */
  | 'LEAD_PROTECTION_EXPIRED'
  /** An owner was reminded that the base period ends. Payload: `reminderId`: id of Reminder, which reminder; `kind`: its kind; `reason`?: for what protection would end: `BASE_PERIOD_ENDED` or `NO_PROGRESS`; `ownerId`?: id of User, whose the lead is, or was; `state`?: the state of its protection, as `ProtectionState`; `protectionExpiresAt`?: when protection ends, or has ended; null while a hold pauses it; `daysRemaining`?: days of 24 hours until then, rounded up; 0 once it has ended; `metadata`?: object, by what it was computed; `windowStart`?: from when the base period counts that is reminded of; `baseEndsAt`?: when the base period ends; `expiresAt`?: when protection ends. */
  | 'LEAD_PROTECTION_REMINDER'
  /** A manager gave a lead to another agent. Payload: `ownerId`: id of User, whose the lead is now; `formerOwnerId`: id of User, the former owner. */
  | 'LEAD_REASSIGNED'
  /** A lead was registered. Payload: `stage`: its stage; `registeredAt`: from when it is protected; `by`: the verb that registered it; `formerLeadId`?: id of Lead, the lead in the pool that it repeats; `resembles`?: true if it resembled a lead under protection, and a reason was given why it is another company. */
  | 'LEAD_REGISTERED'
  /** Its owner gave a lead back. Payload: `ownershipId`: which ownership ended. */
  | 'LEAD_RELEASED'
  /** A manager reopened a lead. Payload: `ownerId`: id of User, whose the lead is now; `from`: the status that it had; `resembles`?: true if it resembled a lead under protection, and a reason was given why it is another company. */
  | 'LEAD_REOPENED'
  /** Fields or contacts of a lead changed. Payload: `version`?: its version from now on; `fields`?: the fields that changed; `change`?: `HOLD_SCHEDULED`: a hold that lies ahead was set; `holdId`?: id of Hold, which hold; `reason`?: why the clock stands still; `startAt`?: from when; `endAt`?: until when; null while it is open; `endsBy`?: when an open one ends by itself, unless a manager confirms it; `endsProtectionAt`?: when protection ends by it, if it does at once. */
  | 'LEAD_UPDATED'
  /** A mail could not be delivered. Payload: `emailId`: id of OutboxEmail, the mail; `template`: the template of the mail; `attempts`: the number of attempts; `cause`: why it was given up. */
  | 'MAIL_DEAD_LETTERED'
  /** An admin discarded a mail. Sent to admins and auditors only. Payload: `emailId`: id of OutboxEmail, the mail; `template`: the template of the mail. */
  | 'MAIL_DISCARDED'
  /** An admin had a mail sent again. Sent to admins and auditors only. Payload: `emailId`: id of OutboxEmail, the mail; `template`: the template of the mail. */
  | 'MAIL_RETRIED'
  /** Progress after the warning began a new window. Payload: `activityId`: id of Activity, which activity; `progressAnchor`: when the new window began. */
  | 'PROTECTION_REACTIVATED'
  /** A company was refused because it is under protection or a customer already. It names no lead. Sent to the user who was refused and to the managers of their territory. Payload: `by`: the verb that was refused; `verdict`: `PROTECTED` or `EXISTING_CUSTOMER`. */
  | 'REGISTRATION_REFUSED'
  /** Its recipient acknowledged a reminder. Payload: `reminderId`: id of Reminder, which reminder; `kind`: its kind. */
  | 'REMINDER_ACKNOWLEDGED'
  /** A reminder is due. Payload: `reminderId`: id of Reminder, which reminder; `kind`: its kind; `windowStart`?: when the window began that it is about; `expiresAt`?: when protection ends; `snoozed`?: whether it comes again because it was snoozed. */
  | 'REMINDER_DUE'
  /** A base reminder or follow-up was delivered: the mail server took it, or its recipient acknowledged it. Payload: `reminderId`: id of Reminder, which reminder; `kind`?: its kind; a progress warning has `WARNING_DELIVERED` instead. */
  | 'REMINDER_SENT'
  /** Its recipient put a reminder off. Payload: `reminderId`: id of Reminder, which reminder; `kind`: its kind; `until`: until when it is hidden from its recipient. */
  | 'REMINDER_SNOOZED'
  /** A sample moved on by one step. Payload: `sampleId`: id of Sample, which sample; `from`?: its former status; null if it was requested now; `to`: its status. */
  | 'SAMPLE_CHANGED'
  /** A setting was changed. Payload: `key`: the setting; `version`?: its version from now on. */
  | 'SETTING_CHANGED'
  /** A user or their rights changed. Sent to admins and auditors only. Payload: `userId`: id of User, the user; `fields`?: the fields that changed; `role`?: their role; `active`?: whether they may sign in. */
  | 'USER_CHANGED'
  /** A user was created. Sent to admins and auditors only. Payload: `userId`: id of User, the user; `role`: their role. */
  | 'USER_CREATED'
  /** A progress warning was delivered: the mail server took it, or its recipient acknowledged it. It counts from `warnedAt`; protection ends at `expiresAt`. Payload: `reminderId`: id of Reminder, which reminder; `windowStart`: when the window began that is warned; `warnedAt`?: from when on the warning counts; `progressDeadline`?: by when progress was due; `graceEndsAt`?: until when progress still counts; `expiresAt`?: when protection ends. */
  | 'WARNING_DELIVERED'
  /** A progress warning cannot be delivered; until it is, protection does not end for lack of progress. Payload: `reminderId`: id of Reminder, which reminder; `windowStart`: when the window began that is warned; `cause`?: why it does not reach its reader. */
  | 'WARNING_UNDELIVERABLE'
  /** An endpoint was created, changed, stopped or deleted. Sent to admins and auditors only. Payload: `webhookId`: id of Webhook, the endpoint; `change`: the kind of change; `userId`?: id of User, the user of the endpoint; `fields`?: the fields that changed; `position`?: the position from which on it gets events; `reason`?: why it was disabled. */
  | 'WEBHOOK_CHANGED'
  /** A delivery to an endpoint was given up. Sent to admins and auditors only. Payload: `webhookId`: id of Webhook, the endpoint; `deliveryId`: id of WebhookDelivery, the delivery; `eventType`: the type of the event that was not delivered; `position`?: the position of the event; `attempts`: the number of attempts. */
  | 'WEBHOOK_DEAD_LETTERED';

/** Start of the grace days. */
export type GraceAnchor =
  /** The deadline it warned of. */
  | 'DEADLINE'
  /** The warning itself. */
  | 'WARNING';

/** Hypothesis: the end of a hold. */
export type HoldEndsHypothesis = {
  /** When the hold ends. */
  endAt: string;
  /** The hold that ends; all open ones if left out. */
  holdId?: string | number | null | undefined;
};

/** Reason of a hold. */
export type HoldReason =
  /** The customer cannot go on just now. */
  | 'CUSTOMER_BLOCKED'
  /** Another reason, given as text. */
  | 'OTHER'
  /** A price has to be approved. */
  | 'PRICE_APPROVAL'
  /** Samples are late. */
  | 'SAMPLE_DELAY'
  /** A product cannot be delivered. */
  | 'SUPPLY_ISSUE';

/** Hypothesis: a hold. */
export type HoldStartsHypothesis = {
  /** End of the hold; open if left out. */
  endAt?: string | null | undefined;
  /** Start of the hold. */
  startAt: string;
};

/** Hypothesis: a hold declared void. */
export type HoldVoidedHypothesis = {
  /** Global id of the hold. */
  holdId: string | number;
};

/** What a column of a file means. */
export type ImportColumnInput = {
  /** The column, from 1 to 1,000. */
  column: number;
  /** What it is imported as; not at all if left out or null. */
  field?: ImportField | null | undefined;
};

/** Delimiter between the fields of a CSV file. */
export type ImportDelimiter =
  /** A comma. */
  | 'COMMA'
  /** A semicolon. */
  | 'SEMICOLON'
  /** A tab. */
  | 'TAB';

/** The field of a lead or a contact that a column is imported as. */
export type ImportField =
  /** A whole address, of which postal code and city are taken. */
  | 'ADDRESS'
  /** Business type. */
  | 'BUSINESS_TYPE'
  /** City. */
  | 'CITY'
  /** Name of the company. */
  | 'COMPANY_NAME'
  /** A second line of the name, which is appended. */
  | 'COMPANY_NAME_ADDITION'
  /** Whole name of the contact. */
  | 'CONTACT_NAME'
  /** Country, as a code or by name. */
  | 'COUNTRY'
  /** Currency of the volume. */
  | 'CURRENCY'
  /** E-mail addresses. */
  | 'EMAIL'
  /** Expected volume a year. */
  | 'ESTIMATED_VOLUME'
  /** First name of the contact. */
  | 'FIRST_NAME'
  /** Surname of the contact. */
  | 'LAST_NAME'
  /** Mobile numbers. */
  | 'MOBILE'
  /** Notes. */
  | 'NOTES'
  /** Why it is another company than the one it resembles. */
  | 'OVERRIDE_REASON'
  /** Phone numbers. */
  | 'PHONE'
  /** Postal code. */
  | 'POSTAL_CODE'
  /** Both in one cell: `89073 Ulm`. */
  | 'POSTAL_CODE_AND_CITY'
  /** When it was registered. */
  | 'REGISTERED_AT'
  /** The agent who gets the lead, if they are one of the owners. */
  | 'REPRESENTATIVE'
  /** Role of the contact in the company. */
  | 'ROLE'
  /** Salutation of the contact. */
  | 'SALUTATION'
  /** Where the lead comes from. */
  | 'SOURCE'
  /** Tags. */
  | 'TAGS'
  /** Title of the contact. */
  | 'TITLE'
  /** VAT id. */
  | 'VAT_ID'
  /** Website. */
  | 'WEBSITE';

/** Input of `importLeads`. */
export type ImportLeadsInput = {
  /** Reason for dating rows back, for managers. Without it a row with a registration date before today is rejected. At most 500 characters. */
  backdateReason?: string | null | undefined;
  /** What columns mean, as far as their names do not tell it. If left out, what the caller saved for this header (`previewImport`). At most 200. */
  columns?: Array<ImportColumnInput> | null | undefined;
  /** Delimiter of a CSV file; detected if left out. */
  delimiter?: ImportDelimiter | null | undefined;
  /** If true, no lead is created: the report says what the import would do with each row. For files of up to 250 rows, each of which counts as a conflict check (`conflictChecksPerDay`). */
  dryRun?: boolean | null | undefined;
  /** CSV or Excel workbook (.xlsx) with a header, at most 10 MB. CSV preferably in UTF-8; other encodings are detected by their letters. */
  file: File;
  /** Line of the header, from 1; detected if left out. */
  headerLine?: number | null | undefined;
  /** Sending the same key again changes nothing. At most 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** The agents who get the leads in turn; the caller if left out. */
  ownerIds?: Array<string | number> | null | undefined;
  /** Sheet of a workbook; if left out the first visible one that has columns for company and place. At most 100 characters. */
  sheet?: string | null | undefined;
};

/** Outcome of a row. */
export type ImportOutcome =
  /** A lead was created from it. */
  | 'CREATED'
  /** It repeats an existing lead or an earlier row. */
  | 'DUPLICATE'
  /** It was rejected for the faults in `problems`. */
  | 'REJECTED';

/** Status of an import. */
export type ImportStatus =
  /** The file as a whole could not be read. */
  | 'FAILED'
  /** Every row was processed. */
  | 'FINISHED'
  /** It waits for its turn. */
  | 'PENDING'
  /** Its rows are being processed. */
  | 'RUNNING';

/** A nightly job. */
export type Job =
  /** Clears away who checked for conflicts long ago. */
  | 'CONFLICT_CHECK_RETENTION'
  /** Clears away the oldest events of the log. */
  | 'EVENT_ARCHIVAL'
  /** Clears away the reports of old imports. */
  | 'IMPORT_ARCHIVAL'
  /** Warns of progress deadlines and of base periods that end. */
  | 'PROGRESS_WARNING'
  /** Recomputes the dates of a sample of active leads, going round. Each lead of which something else is stored counts as failed; it stays as it is. */
  | 'PROJECTION_CHECK'
  /** Ends the protection that has run out. */
  | 'PROTECTION_EXPIRY'
  /** Replaces the personal data of leads that are no longer under protection. */
  | 'PSEUDONYMIZATION'
  /** Clears away old mails, job runs, hand-overs and refused registrations. */
  | 'RECORD_RETENTION'
  /** Clears away old deliveries to endpoints. */
  | 'WEBHOOK_RETENTION';

/** The action of a job on a row. */
export type JobAction =
  /** Tell managers, and in the end admins, of a warning that cannot be delivered. */
  | 'ALERT'
  /** Archive the report of an import. */
  | 'ARCHIVE'
  /** Recompute the dates and compare them with what is stored. */
  | 'CHECK_PROJECTION'
  /** Delete the row, with what hangs on it. */
  | 'DELETE'
  /** End the protection. */
  | 'EXPIRE'
  /** Forget the values in the receipt of a refusal. */
  | 'FORGET'
  /** Replace the personal data. */
  | 'PSEUDONYMIZE'
  /** Tell the owner that the base period ends. */
  | 'REMIND_OF_BASE_END'
  /** Tell the owner and the managers that protection ends for lack of progress. */
  | 'REMIND_OF_GRACE_END'
  /** Recompute the dates under the policy in force; rows due by the new dates are known only afterwards. */
  | 'REPROJECT'
  /** Warn the owner that progress is due. */
  | 'WARN'
  /** Send again a warning that was issued and has not been delivered. */
  | 'WARN_AGAIN';

/** Status of a run. */
export type JobRunStatus =
  /** The run broke off, or too many rows failed. */
  | 'FAILED'
  /** The run has not ended, or was interrupted and will be resumed. */
  | 'RUNNING'
  /** The run dealt with the due rows; a few of them may have failed. */
  | 'SUCCEEDED';

/** Criteria for leads; a criterion that is left out does not restrict. */
export type LeadFilter = {
  /** Any of these business types. Each of at most 60 characters. */
  businessType?: Array<string> | null | undefined;
  /** City, compared as a whole. At most 100 characters. */
  city?: string | null | undefined;
  /** For agents: true lists the leads of other agents that they collaborate on, instead of their own. */
  collaborating?: boolean | null | undefined;
  /** ISO 3166 code. */
  country?: string | null | undefined;
  /** Protection ends before this instant. Without `status` only ACTIVE leads; in `pool` those of the pool. */
  expiresBefore?: string | null | undefined;
  /** Protection ends at this instant or later. Without `status` only ACTIVE leads; in `pool` those of the pool. */
  expiresFrom?: string | null | undefined;
  /** Whether an extension request waits for its decision. */
  hasOpenExtension?: boolean | null | undefined;
  /** No activity of the present ownership since this instant: the latest one was before, or there is none. Matches nothing in `pool`. */
  lastActivityBefore?: string | null | undefined;
  /** Whether a hold stops the clock at the instant of the request. */
  onHold?: boolean | null | undefined;
  /** Owner of the leads; leads that they converted or lost are included. */
  ownerId?: string | number | null | undefined;
  /** Any of these owners, as `ownerId`. */
  ownerIds?: Array<string | number> | null | undefined;
  /** Beginning of the postal code, such as `80` for the south of Bavaria. */
  postalCodePrefix?: string | null | undefined;
  /** Under protection, with progress due before this instant. */
  progressDueBefore?: string | null | undefined;
  /** Registered before this instant. */
  registeredBefore?: string | null | undefined;
  /** Registered at this instant or later. */
  registeredFrom?: string | null | undefined;
  /** Parts of company and city in any spelling, up to 10 words, or a whole e-mail address. At most 254 characters. */
  search?: string | null | undefined;
  /** Source, compared as a whole. At most 200 characters. */
  source?: string | null | undefined;
  /** Any of these stages. */
  stage?: Array<LeadStage> | null | undefined;
  /** Any of these states of protection, as they are at the instant of the request. */
  state?: Array<ProtectionState> | null | undefined;
  /** Any of these statuses. */
  status?: Array<LeadStatus> | null | undefined;
  /** Leads with this label. At most 50 characters. */
  tag?: string | null | undefined;
  /** Leads by several labels. */
  tags?: LeadTagFilter | null | undefined;
  /** Territory, compared as a whole. At most 50 characters. */
  territory?: string | null | undefined;
  /** Under protection, without progress since the assignment to the present owner (true), or with it (false). */
  unworked?: boolean | null | undefined;
  /** Under protection, with the present window warned (true) or not (false). */
  warned?: boolean | null | undefined;
};

/** Order of a list of leads. */
export type LeadOrder = {
  /** Direction of the order. */
  direction?: OrderDirection;
  /** Sorted by what. */
  field: LeadOrderField;
};

/** Sort key of leads. */
export type LeadOrderField =
  /** City of the company, as COMPANY_NAME. */
  | 'CITY'
  /** Name of the company in German order: upper and lower case are one, Ä stands beside A. */
  | 'COMPANY_NAME'
  /** Expected turnover per year as a number, whatever its currency. Ascending, leads without one come last. */
  | 'ESTIMATED_VOLUME'
  /** When protection ends. Ascending, leads without such a date come last. */
  | 'EXPIRES_AT'
  /** Latest activity of the present ownership. Ascending, leads without one come last. */
  | 'LAST_ACTIVITY'
  /** Name of the owner, as COMPANY_NAME. Ascending, leads without an owner come last. Not for wallboards, which see no people. */
  | 'OWNER'
  /** Deadline for progress. Ascending, leads without such a date come last. */
  | 'PROGRESS_DEADLINE'
  /** When it was registered. */
  | 'REGISTERED_AT';

/** Progress of a lead; it only moves forward. */
export type LeadStage =
  /** Company and city only, no personal data. */
  | 'PRE_REGISTRATION'
  /** The VAT id or the expected volume is known. */
  | 'QUALIFIED'
  /** There is a central contact or a documented first contact. */
  | 'REGISTERED';

/** Status of a lead. */
export type LeadStatus =
  /** An agent owns it and works on it. */
  | 'ACTIVE'
  /** It became a customer. */
  | 'CONVERTED'
  /** Protection ran out; it is in the pool. */
  | 'EXPIRED'
  /** It was lost: it will not become a customer. */
  | 'LOST'
  /** Its owner gave it back; it is in the pool. */
  | 'RELEASED';

/** Criteria for the labels of a lead. Actors who do not see labels find nothing by them. */
export type LeadTagFilter = {
  /** All of these labels. At most 50. */
  all?: Array<string> | null | undefined;
  /** At least one of these labels. At most 50. */
  any?: Array<string> | null | undefined;
};

/** Input of `logActivity`. */
export type LogActivityInput = {
  /** Idempotency key: sending the same key again changes nothing and answers the same. Without one, the same request within ten seconds is treated as a second click. At most 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Kind of the activity. */
  kind: ActivityKind;
  /** Global id of the lead. */
  leadId: string | number;
  /** Free text. At most 10,000 characters. */
  note?: string | null | undefined;
  /** When the activity took place; now if left out. Neither in the future nor before the lead was assigned. */
  performedAt?: string | null | undefined;
};

/** Direction of a sort order. */
export type OrderDirection =
  /** Smallest, earliest or alphabetically first. */
  | 'ASC'
  /** Largest, latest or alphabetically last. */
  | 'DESC';

/** A hypothetical value of a part of the protection policy. */
export type PolicyChangeInput = {
  /** For the leads of this business type alone. At most 60 characters. */
  businessType?: string | null | undefined;
  /** `protection.…`. At most 100 characters. */
  key: string;
  /** The value as JSON, as `updateSetting` takes it. At most 10,000 characters. */
  value: string;
};

/** Hypothesis: other settings. A setting that is left out stays. */
export type PolicyHypothesis = {
  /** Months of base protection. */
  baseMonths?: number | null | undefined;
  /** Days between the base reminder and the end of the base period. */
  baseReminderDays?: number | null | undefined;
  /** Time of day at which a period ends on its last day. */
  dayBoundary?: DayBoundary | null | undefined;
  /** Start of the grace days. */
  graceAnchor?: GraceAnchor | null | undefined;
  /** Days of grace. */
  graceDays?: number | null | undefined;
  /** The region whose public holidays count, such as DE-BY or AT. The setting names all regions. */
  holidayRegion?: string | null | undefined;
  /** Rule for the end of protection, from the end of the base period and the end for lack of progress. */
  mode?: ProtectionMode | null | undefined;
  /** Days within which progress is due, counted from the last progress. */
  progressDays?: number | null | undefined;
  /** Kinds of activities that count as progress. */
  qualifyingKinds?: Array<ActivityKind> | null | undefined;
  /** Whether a period that ends on a Saturday, a Sunday or a public holiday ends with the next working day. */
  shiftToWorkingDay?: boolean | null | undefined;
  /** Days between the warning and the deadline. */
  warningLeadDays?: number | null | undefined;
};

/** A hypothesis: exactly one of these fields. */
export type ProtectionHypothesis = {
  /** An activity takes place. */
  activity?: ActivityHypothesis | null | undefined;
  /** An activity is corrected. */
  activityCorrected?: ActivityCorrectedHypothesis | null | undefined;
  /** An activity is declared void. */
  activityVoided?: ActivityVoidedHypothesis | null | undefined;
  /** A hold ends. */
  holdEnds?: HoldEndsHypothesis | null | undefined;
  /** A hold starts. */
  holdStarts?: HoldStartsHypothesis | null | undefined;
  /** A hold is declared void. */
  holdVoided?: HoldVoidedHypothesis | null | undefined;
  /** The policy changes. */
  policy?: PolicyHypothesis | null | undefined;
};

/** Rule for the end of protection, from the end of the base period and the end for lack of progress. */
export type ProtectionMode =
  /** The earlier of the two ends. */
  | 'EARLIEST'
  /** The later of the two ends. */
  | 'LATEST';

/** State of a lead’s protection at an instant. */
export type ProtectionState =
  /** It became a customer. */
  | 'CONVERTED'
  /** Its protection has run out, and the nightly job has not processed it yet. */
  | 'EXPIRED'
  /** The progress deadline has passed; the grace days run. */
  | 'GRACE'
  /** It was lost: it will not become a customer. */
  | 'LOST'
  /** The clock stands still. */
  | 'ON_HOLD'
  /** Nothing is due. */
  | 'PROTECTED'
  /** No agent owns it; it is in the pool. */
  | 'UNOWNED'
  /** Its owner was warned that progress is due. */
  | 'WARNED';

/** Input of `registerLead`. */
export type RegisterLeadInput = {
  /** Reason for which the beginning is dated back. At most 500 characters. */
  backdateReason?: string | null | undefined;
  /** Such as `HOTEL` or `CANTEEN`. At most 60 characters. */
  businessType?: string | null | undefined;
  /** City of the company. At most 100 characters. */
  city: string;
  /** Name of the company. At most 200 characters. */
  companyName: string;
  /** Contacts of the lead, the primary one first. */
  contacts?: Array<ContactInput> | null | undefined;
  /** ISO 3166 code; `DE` if left out. */
  country?: string | null | undefined;
  /** ISO 4217 code; `EUR` if left out. */
  currency?: string | null | undefined;
  /** Expected turnover per year, in `currency`. */
  estimatedVolume?: string | number | null | undefined;
  /** Idempotency key: sending the same key again changes nothing and answers the same. Without one, the same request within ten seconds is treated as a second click. At most 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Free text. At most 5,000 characters. */
  notes?: string | null | undefined;
  /** Reason why the company is not the similar one under protection; see `checkLeadConflict`. At most 500 characters. */
  overrideReason?: string | null | undefined;
  /** The owner of the lead; the caller if left out. Another agent is for managers. */
  ownerId?: string | number | null | undefined;
  /** Postal code. At most 20 characters. */
  postalCode?: string | null | undefined;
  /** When the protection begins; now if left out. An earlier instant is for managers, with a reason. */
  registeredAt?: string | null | undefined;
  /** Source of the lead. At most 200 characters. */
  source?: string | null | undefined;
  /** Stage of the lead; the furthest one that its data allows if left out. */
  stage?: LeadStage | null | undefined;
  /** Free labels. At most 50. Each of at most 50 characters. */
  tags?: Array<string> | null | undefined;
  /** VAT id. At most 40 characters. */
  vatId?: string | null | undefined;
  /** Web address. At most 255 characters. */
  website?: string | null | undefined;
};

/** Input of `releaseLead`. */
export type ReleaseLeadInput = {
  /** Idempotency key: sending the same key again within a week changes nothing and answers the same. At most 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Global id of the lead. */
  leadId: string | number;
  /** Reason. At most 1,000 characters. */
  reason?: string | null | undefined;
};

/** Kind of a reminder. */
export type ReminderKind =
  /** The base period is about to end. */
  | 'BASE_PERIOD_ENDING'
  /** An extension request waits for a decision. Settled by the decision, or when the ownership ends. */
  | 'EXTENSION_PENDING'
  /** A follow-up that the agent scheduled. */
  | 'FOLLOW_UP'
  /** Protection is about to end for lack of progress; once for each end. */
  | 'GRACE_ENDING'
  /** An open-ended hold is about to end by itself; `windowStart` is when the hold began. Settled when it ends or is confirmed. */
  | 'HOLD_ENDING'
  /** Progress is due; once per window. */
  | 'PROGRESS_WARNING'
  /** Feedback on a sample is due. */
  | 'SAMPLE_FEEDBACK_DUE';

/** Input of `runJob`. */
export type RunJobInput = {
  /** The instant whose due rows the run deals with; now if left out. Only a dry run may look ahead. */
  asOf?: string | null | undefined;
  /** If true, nothing is written. */
  dryRun?: boolean | null | undefined;
  /** Idempotency key: sending the same key again within a week changes nothing and answers the same. At most 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** The job. */
  job: Job;
};

/** Status of a sample. */
export type SampleStatus =
  /** It is approved for shipment. */
  | 'APPROVED'
  /** It was cancelled, or is taken back. */
  | 'CANCELLED'
  /** It was delivered to the customer. */
  | 'DELIVERED'
  /** The customer gave feedback. */
  | 'FEEDBACK_RECEIVED'
  /** It never arrived. */
  | 'LOST'
  /** It was requested. */
  | 'REQUESTED'
  /** It is on its way. */
  | 'SHIPPED'
  /** The customer is testing it. */
  | 'TESTING';

/** Status of a scheduled change of a setting. */
export type ScheduledSettingStatus =
  /** It was made. */
  | 'APPLIED'
  /** It was taken back by an admin. */
  | 'CANCELLED'
  /** The other settings did not allow it any more when its instant came. */
  | 'FAILED'
  /** It waits for its instant. */
  | 'PENDING';

/** Scope in which the value of a setting may differ. */
export type SettingScope =
  /** By the business type of the lead, see `protection.overrides`. */
  | 'BUSINESS_TYPE'
  /** One value for the whole installation. */
  | 'GLOBAL';

/** Input of `startHold`. */
export type StartHoldInput = {
  /** End of the hold. If left out, the hold lasts until it is ended; an agent’s lasts no longer than `maxHoldDays` unless a manager confirms it. Longer holds are for managers. */
  endAt?: string | null | undefined;
  /** Idempotency key: sending the same key again changes nothing and answers the same. Without one, the same request within ten seconds is treated as a second click. At most 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Global id of the lead. */
  leadId: string | number;
  /** Reason. */
  reason: HoldReason;
  /** Start of the hold; now if left out. Another instant is for managers. */
  startAt?: string | null | undefined;
  /** Free text; required with OTHER. At most 1,000 characters. */
  text?: string | null | undefined;
};

/** Input of `updateSetting`. */
export type UpdateSettingInput = {
  /** For the leads of this business type alone; only for the parts of the protection policy, as their `scope` says. At most 60 characters. */
  businessType?: string | null | undefined;
  /** If true, nothing is written: the change is only validated and its effect previewed. */
  dryRun?: boolean | null | undefined;
  /** The `version` of the setting as the client read it, or 0 if that is null; the change is refused if the setting has another one. */
  expectedVersion: number;
  /** Idempotency key: sending the same key again within a week changes nothing and answers the same. At most 200 characters. */
  idempotencyKey?: string | null | undefined;
  /** Key of the setting, as in `settings`. At most 100 characters. */
  key: string;
  /** Reason of the change, of at least three letters; may be left out in a dry run only. At most 1,000 characters. */
  reason?: string | null | undefined;
  /** When the change is to be made, at most five years ahead; at once if left out. It is judged now, and once more when it is made: see `scheduledSettings`. */
  validFrom?: string | null | undefined;
  /** The value as JSON: `30`, `null`, `["MEETING"]`, `"Europe/Berlin"`. With a business type, null restores the general value. At most 10,000 characters. */
  value: string;
};

export type EndHoldMutationVariables = Exact<{
  input: EndHoldInput;
}>;


export type EndHoldMutation = { endHold:
    | { __typename: 'ConflictError', code: ErrorCode, message: string }
    | { __typename: 'DryRun' }
    | { __typename: 'EndHoldPayload', hold: { id: string, running: boolean, endAt: string | null, lead: { protection: { state: ProtectionState, onHold: boolean } } } }
    | { __typename: 'ForbiddenError', code: ErrorCode, message: string }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
    | { __typename: 'ValidationError', code: ErrorCode, message: string }
   };

export type EventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  types?: Array<EventType> | EventType | null | undefined;
  leadId?: string | number | null | undefined;
}>;


export type EventsSubscription = { events:
    | { __typename: 'ImportJobsArchivedEvent', cursor: string, type: EventType, lead: { companyName: string } | null }
    | { __typename: 'JobRunChangedEvent', cursor: string, type: EventType, lead: { companyName: string } | null }
    | { __typename: 'LeadEvent', cursor: string, type: EventType, lead: { companyName: string } | null }
    | { __typename: 'LeadProgressWarningIssuedEvent', cursor: string, type: EventType, lead: { companyName: string } | null }
    | { __typename: 'LeadProtectionExpiredEvent', cursor: string, type: EventType, lead: { companyName: string } | null }
    | { __typename: 'LeadsPseudonymizedEvent', cursor: string, type: EventType, lead: { companyName: string } | null }
    | { __typename: 'ReminderDueEvent', cursor: string, type: EventType, lead: { companyName: string } | null }
   };

export type LeadPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: LeadOrder | null | undefined;
  filter?: LeadFilter | null | undefined;
}>;


export type LeadPageQuery = { leads: { edges: Array<{ cursor: string, node: { id: string, companyName: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type LeadsWithRelationsQueryVariables = Exact<{
  first: number;
}>;


export type LeadsWithRelationsQuery = { leads: { edges: Array<{ node: { id: string, companyName: string, owner: { name: string } | null, contacts: Array<{ name: string | null }>, protection: { state: ProtectionState, expiresAt: string | null, remaining: string | null, onHold: boolean }, activities: { edges: Array<{ node: { kind: ActivityKind, performedAt: string, author: { name: string } | null } }> }, holds: { edges: Array<{ node: { reason: HoldReason, startAt: string, endAt: string | null } }> }, reminders: { edges: Array<{ node: { kind: ReminderKind, dueAt: string, recipient: { name: string } | null } }> }, samples: { edges: Array<{ node: { status: SampleStatus, items: Array<{ name: string }> } }> } } }> } };

export type LeadByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type LeadByIdQuery = { lead: { companyName: string, notes: string | null, owner: { name: string } | null, contacts: Array<{ email: string | null }> } | null, node:
    | { companyName: string }
    | Record<PropertyKey, never>
   | null };

export type PoolQueryVariables = Exact<{ [key: string]: never; }>;


export type PoolQuery = { pool: { edges: Array<{ node: { companyName: string, status: LeadStatus, notes: string | null, contacts: Array<{ email: string | null }>, activities: { edges: Array<{ node: { id: string } }> } } }> } };

export type RegisterLeadMutationVariables = Exact<{
  input: RegisterLeadInput;
}>;


export type RegisterLeadMutation = { registerLead:
    | { __typename: 'ConflictError', code: ErrorCode, message: string }
    | { __typename: 'DryRun' }
    | { __typename: 'ForbiddenError', code: ErrorCode, message: string }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
    | { __typename: 'RegisterLeadPayload', replayed: boolean, lead: { id: string, companyName: string, stage: LeadStage, owner: { name: string } | null, protection: { state: ProtectionState, progressDeadline: string | null, baseEndsAt: string | null } } }
    | { __typename: 'ValidationError', code: ErrorCode, message: string, problems: Array<{ path: string, message: string }> }
   };

export type ReleaseLeadMutationVariables = Exact<{
  input: ReleaseLeadInput;
}>;


export type ReleaseLeadMutation = { releaseLead:
    | { __typename: 'ConflictError', code: ErrorCode, message: string }
    | { __typename: 'DryRun' }
    | { __typename: 'ForbiddenError', code: ErrorCode, message: string }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
    | { __typename: 'ReleaseLeadPayload', lead: { id: string, status: LeadStatus } }
    | { __typename: 'ValidationError', code: ErrorCode, message: string }
   };

export type LeadListQueryVariables = Exact<{
  filter?: LeadFilter | null | undefined;
  orderBy?: LeadOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LeadListQuery = { leads: { totalCount: number, edges: Array<{ node: { companyName: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type LeadFacetsQueryVariables = Exact<{
  filter?: LeadFilter | null | undefined;
}>;


export type LeadFacetsQuery = { leads: { totalCount: number, facets: { states: Array<{ state: ProtectionState, count: number }>, stages: Array<{ stage: LeadStage, count: number }>, owners: Array<{ count: number, owner: { name: string } | null }>, territories: Array<{ value: string | null, count: number }>, businessTypes: Array<{ value: string | null, count: number }> } } };

export type PoolFacetsQueryVariables = Exact<{ [key: string]: never; }>;


export type PoolFacetsQuery = { pool: { totalCount: number, facets: { states: Array<{ state: ProtectionState, count: number }>, owners: Array<{ count: number }>, territories: Array<{ value: string | null, count: number }> } } };

export type LeadsAndTheirPositionQueryVariables = Exact<{ [key: string]: never; }>;


export type LeadsAndTheirPositionQuery = { leads: { readPosition: string, totalCount: number } };

export type LogActivityMutationVariables = Exact<{
  input: LogActivityInput;
}>;


export type LogActivityMutation = { logActivity:
    | { __typename: 'ConflictError', code: ErrorCode, message: string }
    | { __typename: 'DryRun' }
    | { __typename: 'ForbiddenError', code: ErrorCode, message: string }
    | { __typename: 'LogActivityPayload', activity: { id: string, kind: ActivityKind, performedAt: string, note: string | null, lead: { protection: { state: ProtectionState, progressAnchor: string | null } } } }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
    | { __typename: 'ValidationError', code: ErrorCode, message: string, problems: Array<{ path: string, message: string }> }
   };

export type StartHoldMutationVariables = Exact<{
  input: StartHoldInput;
}>;


export type StartHoldMutation = { startHold:
    | { __typename: 'ConflictError', code: ErrorCode, message: string }
    | { __typename: 'DryRun' }
    | { __typename: 'ForbiddenError', code: ErrorCode, message: string }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
    | { __typename: 'StartHoldPayload', hold: { id: string, reason: HoldReason, running: boolean, lead: { protection: { state: ProtectionState, onHold: boolean, expiresAt: string | null, remaining: string | null } } } }
    | { __typename: 'ValidationError', code: ErrorCode, message: string }
   };

export type RunJobMutationVariables = Exact<{
  input: RunJobInput;
}>;


export type RunJobMutation = { runJob:
    | { __typename: 'ConflictError', code: ErrorCode, message: string }
    | { __typename: 'DryRun' }
    | { __typename: 'ForbiddenError', code: ErrorCode, message: string }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
    | { __typename: 'RunJobPayload', dryRun: boolean, affectedCount: number | null, affected: Array<{ action: JobAction, entity: string, entityId: string, lead: { companyName: string } | null }>, jobRun: { job: Job, status: JobRunStatus, processed: number, failed: number } | null }
    | { __typename: 'ValidationError', code: ErrorCode, message: string }
   };

export type ImportLeadsMutationVariables = Exact<{
  input: ImportLeadsInput;
}>;


export type ImportLeadsMutation = { importLeads:
    | { __typename: 'ConflictError', code: ErrorCode, message: string }
    | { __typename: 'DryRun' }
    | { __typename: 'ForbiddenError', code: ErrorCode, message: string }
    | { __typename: 'ImportLeadsPayload', replayed: boolean, importJob: { id: string, status: ImportStatus, fileName: string } }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
    | { __typename: 'ValidationError', code: ErrorCode, message: string }
   };

export type ImportReportQueryVariables = Exact<{
  id: string | number;
}>;


export type ImportReportQuery = { node:
    | { status: ImportStatus, totalRows: number | null, createdRows: number, duplicateRows: number, rejectedRows: number, rows: { edges: Array<{ node: { line: number, outcome: ImportOutcome, duplicateOfLine: number | null, lead: { companyName: string } | null, duplicateOf: { companyName: string } | null, problems: Array<{ code: string, column: string | null, value: string }> } }> } }
    | Record<PropertyKey, never>
   | null };

export type ExplainProtectionQueryVariables = Exact<{
  leadId: string | number;
  at?: string | null | undefined;
}>;


export type ExplainProtectionQuery = { explainProtection: { state: ProtectionState, progressAnchor: string, progressDeadline: string | null, expiresAt: string | null, text: Array<string>, ledger: Array<{ kind: string, details: unknown }> } | null };

export type ForecastProtectionQueryVariables = Exact<{
  leadId: string | number;
  hypothesis: ProtectionHypothesis;
}>;


export type ForecastProtectionQuery = { forecastProtection: { changed: Array<string>, tooLate: boolean, before: { state: ProtectionState, progressDeadline: string | null }, after: { state: ProtectionState, progressDeadline: string | null } } | null };

export type EventLogQueryVariables = Exact<{
  after?: string | null | undefined;
  first?: number | null | undefined;
  leadId?: string | number | null | undefined;
}>;


export type EventLogQuery = { eventLog: { edges: Array<{ cursor: string, node:
        | { __typename: 'ImportJobsArchivedEvent', type: EventType, lead: { companyName: string } | null, actor: { name: string } | null }
        | { __typename: 'JobRunChangedEvent', type: EventType, lead: { companyName: string } | null, actor: { name: string } | null }
        | { __typename: 'LeadEvent', type: EventType, lead: { companyName: string } | null, actor: { name: string } | null }
        | { __typename: 'LeadProgressWarningIssuedEvent', type: EventType, lead: { companyName: string } | null, actor: { name: string } | null }
        | { __typename: 'LeadProtectionExpiredEvent', type: EventType, lead: { companyName: string } | null, actor: { name: string } | null }
        | { __typename: 'LeadsPseudonymizedEvent', type: EventType, lead: { companyName: string } | null, actor: { name: string } | null }
        | { __typename: 'ReminderDueEvent', type: EventType, lead: { companyName: string } | null, actor: { name: string } | null }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type LeadHistoryQueryVariables = Exact<{
  id: string | number;
}>;


export type LeadHistoryQuery = { lead: { history: { edges: Array<{ node: { action: string, after: unknown, blanked: boolean | null, actor: { name: string } | null } }> } } | null };

export type SettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsQuery = { settings: Array<{ key: string, description: string, scope: SettingScope, schema: unknown, defaultValue: unknown, value: unknown, version: number | null, updatedAt: string | null }> };

export type UpdateSettingMutationVariables = Exact<{
  input: UpdateSettingInput;
}>;


export type UpdateSettingMutation = { updateSetting:
    | { __typename: 'ConflictError', code: ErrorCode, message: string, reason: ConflictReason }
    | { __typename: 'DryRun' }
    | { __typename: 'ForbiddenError', code: ErrorCode, message: string }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
    | { __typename: 'UpdateSettingPayload', changed: boolean, scheduled: { id: string, status: ScheduledSettingStatus, validFrom: string } | null, setting: { key: string, value: unknown, version: number | null, updatedAt: string | null } | null, preview: { complete: boolean, examined: number, changed: number, warned: number, expired: number, paused: number, states: Array<{ before: ProtectionState, after: ProtectionState, leads: number }>, agents: Array<{ changed: number, warned: number, expired: number, paused: number, agent: { name: string } | null }>, leads: Array<{ lead: { id: string, companyName: string } | null, before: { state: ProtectionState, expiresAt: string | null }, after: { state: ProtectionState, expiresAt: string | null } }> } | null }
    | { __typename: 'ValidationError', code: ErrorCode, message: string, problems: Array<{ path: string, message: string }> }
   };

export type PreviewPolicyQueryVariables = Exact<{
  changes: Array<PolicyChangeInput> | PolicyChangeInput;
}>;


export type PreviewPolicyQuery = { previewPolicy: { complete: boolean, examined: number, changed: number, warned: number, expired: number, paused: number, states: Array<{ before: ProtectionState, after: ProtectionState, leads: number }>, agents: Array<{ changed: number, warned: number, expired: number, paused: number, agent: { name: string } | null }>, leads: Array<{ lead: { id: string, companyName: string } | null, before: { state: ProtectionState, expiresAt: string | null }, after: { state: ProtectionState, expiresAt: string | null } }> } };

export type PreviewFragment = { complete: boolean, examined: number, changed: number, warned: number, expired: number, paused: number, states: Array<{ before: ProtectionState, after: ProtectionState, leads: number }>, agents: Array<{ changed: number, warned: number, expired: number, paused: number, agent: { name: string } | null }>, leads: Array<{ lead: { id: string, companyName: string } | null, before: { state: ProtectionState, expiresAt: string | null }, after: { state: ProtectionState, expiresAt: string | null } }> };

export type SettingHistoryQueryVariables = Exact<{
  key: string;
  businessType?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type SettingHistoryQuery = { settingHistory: Array<{ occurredAt: string, businessType: string | null, before: unknown, after: unknown, version: number | null, reason: string | null, actor: { name: string } | null }> };

export type PolicyRolloutQueryVariables = Exact<{ [key: string]: never; }>;


export type PolicyRolloutQuery = { policyRollout: { version: number, total: number, done: number } | null };

export type ScheduledSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type ScheduledSettingsQuery = { scheduledSettings: { edges: Array<{ node: { key: string, businessType: string | null, value: unknown, validFrom: string, status: ScheduledSettingStatus, settledAt: string | null, failure: string | null, reason: string, createdBy: { name: string } | null } }> } };

export type CancelScheduledSettingMutationVariables = Exact<{
  input: CancelScheduledSettingInput;
}>;


export type CancelScheduledSettingMutation = { cancelScheduledSetting:
    | { scheduled: { status: ScheduledSettingStatus } | null }
    | { code: ErrorCode, message: string, reason: ConflictReason }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | Record<PropertyKey, never>
   };

export const PreviewFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Preview"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PolicyPreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"examined"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"warned"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"states"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"leads"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"warned"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}}]}},{"kind":"Field","name":{"kind":"Name","value":"leads"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]}}]} as unknown as DocumentNode<PreviewFragment, unknown>;
export const EndHoldDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndHold"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndHoldInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endHold"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EndHoldPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hold"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"endAt"}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"protection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"onHold"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<EndHoldMutation, EndHoldMutationVariables>;
export const EventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Events"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"types"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventType"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"types"},"value":{"kind":"Variable","name":{"kind":"Name","value":"types"}}},{"kind":"Argument","name":{"kind":"Name","value":"leadId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyName"}}]}}]}}]}}]} as unknown as DocumentNode<EventsSubscription, EventsSubscriptionVariables>;
export const LeadPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<LeadPageQuery, LeadPageQueryVariables>;
export const LeadsWithRelationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadsWithRelations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contacts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"protection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"onHold"}}]}},{"kind":"Field","name":{"kind":"Name","value":"activities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"performedAt"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"holds"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"startAt"}},{"kind":"Field","name":{"kind":"Name","value":"endAt"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reminders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"samples"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<LeadsWithRelationsQuery, LeadsWithRelationsQueryVariables>;
export const LeadByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contacts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyName"}}]}}]}}]}}]} as unknown as DocumentNode<LeadByIdQuery, LeadByIdQueryVariables>;
export const PoolDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Pool"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pool"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"contacts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"activities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PoolQuery, PoolQueryVariables>;
export const RegisterLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterLeadPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"protection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"progressDeadline"}},{"kind":"Field","name":{"kind":"Name","value":"baseEndsAt"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RegisterLeadMutation, RegisterLeadMutationVariables>;
export const ReleaseLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReleaseLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReleaseLeadPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReleaseLeadMutation, ReleaseLeadMutationVariables>;
export const LeadListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<LeadListQuery, LeadListQueryVariables>;
export const LeadFacetsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadFacets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"states"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"businessTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LeadFacetsQuery, LeadFacetsQueryVariables>;
export const PoolFacetsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PoolFacets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pool"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"states"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PoolFacetsQuery, PoolFacetsQueryVariables>;
export const LeadsAndTheirPositionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadsAndTheirPosition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leads"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"readPosition"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<LeadsAndTheirPositionQuery, LeadsAndTheirPositionQueryVariables>;
export const LogActivityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LogActivity"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LogActivityInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"logActivity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LogActivityPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"performedAt"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"protection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"progressAnchor"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<LogActivityMutation, LogActivityMutationVariables>;
export const StartHoldDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartHold"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartHoldInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startHold"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StartHoldPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hold"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"protection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"onHold"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<StartHoldMutation, StartHoldMutationVariables>;
export const RunJobDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RunJob"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RunJobInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runJob"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RunJobPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dryRun"}},{"kind":"Field","name":{"kind":"Name","value":"affectedCount"}},{"kind":"Field","name":{"kind":"Name","value":"affected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"entity"}},{"kind":"Field","name":{"kind":"Name","value":"entityId"}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"jobRun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"job"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"processed"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RunJobMutation, RunJobMutationVariables>;
export const ImportLeadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportLeads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportLeadsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importLeads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ImportLeadsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"importJob"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ImportLeadsMutation, ImportLeadsMutationVariables>;
export const ImportReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ImportReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ImportJob"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"totalRows"}},{"kind":"Field","name":{"kind":"Name","value":"createdRows"}},{"kind":"Field","name":{"kind":"Name","value":"duplicateRows"}},{"kind":"Field","name":{"kind":"Name","value":"rejectedRows"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duplicateOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duplicateOfLine"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ImportReportQuery, ImportReportQueryVariables>;
export const ExplainProtectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainProtection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"at"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explainProtection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"leadId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}}},{"kind":"Argument","name":{"kind":"Name","value":"at"},"value":{"kind":"Variable","name":{"kind":"Name","value":"at"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"progressAnchor"}},{"kind":"Field","name":{"kind":"Name","value":"progressDeadline"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"ledger"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}},{"kind":"Field","name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"EnumValue","value":"EN"}}]}]}}]}}]} as unknown as DocumentNode<ExplainProtectionQuery, ExplainProtectionQueryVariables>;
export const ForecastProtectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ForecastProtection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hypothesis"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProtectionHypothesis"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forecastProtection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"leadId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}}},{"kind":"Argument","name":{"kind":"Name","value":"hypothesis"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hypothesis"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"progressDeadline"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"progressDeadline"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"tooLate"}}]}}]}}]} as unknown as DocumentNode<ForecastProtectionQuery, ForecastProtectionQueryVariables>;
export const EventLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EventLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"leadId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<EventLogQuery, EventLogQueryVariables>;
export const LeadHistoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadHistory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"blanked"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<LeadHistoryQuery, LeadHistoryQueryVariables>;
export const SettingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"schema"}},{"kind":"Field","name":{"kind":"Name","value":"defaultValue"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]} as unknown as DocumentNode<SettingsQuery, SettingsQueryVariables>;
export const UpdateSettingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateSetting"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateSettingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateSetting"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateSettingPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"scheduled"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}}]}},{"kind":"Field","name":{"kind":"Name","value":"setting"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Preview"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Preview"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PolicyPreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"examined"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"warned"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"states"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"leads"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"warned"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}}]}},{"kind":"Field","name":{"kind":"Name","value":"leads"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateSettingMutation, UpdateSettingMutationVariables>;
export const PreviewPolicyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewPolicy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"changes"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PolicyChangeInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewPolicy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"changes"},"value":{"kind":"Variable","name":{"kind":"Name","value":"changes"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Preview"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Preview"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PolicyPreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"examined"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"warned"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"states"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"leads"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"warned"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}}]}},{"kind":"Field","name":{"kind":"Name","value":"leads"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]}}]} as unknown as DocumentNode<PreviewPolicyQuery, PreviewPolicyQueryVariables>;
export const SettingHistoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SettingHistory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"businessType"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settingHistory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"businessType"},"value":{"kind":"Variable","name":{"kind":"Name","value":"businessType"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"businessType"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<SettingHistoryQuery, SettingHistoryQueryVariables>;
export const PolicyRolloutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PolicyRollout"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"policyRollout"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"done"}}]}}]}}]} as unknown as DocumentNode<PolicyRolloutQuery, PolicyRolloutQueryVariables>;
export const ScheduledSettingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ScheduledSettings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheduledSettings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"businessType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ScheduledSettingsQuery, ScheduledSettingsQueryVariables>;
export const CancelScheduledSettingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelScheduledSetting"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelScheduledSettingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelScheduledSetting"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CancelScheduledSettingPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheduled"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CancelScheduledSettingMutation, CancelScheduledSettingMutationVariables>;
