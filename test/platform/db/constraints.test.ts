import { expect, test } from 'vitest';
import { newId } from '../../../src/platform/db/ids.js';
import { violatedConstraint } from '../../../src/platform/db/violated-constraint.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const at = new Date('2026-03-01T09:00:00Z');
const before = new Date('2026-02-28T09:00:00Z');
const userId = newId();
const leadId = newId();
const ownershipId = newId();
const sampleId = newId();
const importId = newId();

const user = { email: 'ben@example.com', name: 'Ben', role: 'REP' };
const apiToken = {
  userId,
  name: 'CRM',
  secretHash: '0'.repeat(64),
  scopes: ['read'],
  createdAt: at,
  expiresAt: new Date('2026-03-02T09:00:00Z'),
};
const lead = {
  companyName: 'Hotel Adler',
  city: 'Bonn',
  stage: 'REGISTERED',
  ownerId: userId,
  registeredAt: at,
  matchKey: 'DE|bonn|hotel adler',
  searchText: 'hotel adler bonn',
};
const gone = { ownerId: null, endedAt: at };
const ofLead = { leadId, ownershipId };
const ownership = { leadId, ownerId: userId, assignedAt: at };
const activity = { ...ofLead, authorId: userId, kind: 'MEETING', performedAt: at };
const hold = { ...ofLead, startedById: userId, reason: 'PRICE_APPROVAL', startAt: at };
const reminder = { leadId, recipientId: userId, kind: 'FOLLOW_UP', windowStart: at, dueAt: at };
const item = { sampleId, sku: 'A-1', name: 'Apple', quantity: 1 };
const extension = { ...ofLead, requestedById: userId, months: 1, reason: 'Trade fair' };
const job = { createdById: userId, fileName: 'leads.csv', contentHash: 'other' };
const importRow = { importId, line: 2, outcome: 'CREATED' };
const receipt = {
  kind: 'LEAD_REGISTERED',
  occurredAt: at,
  policyVersion: 1,
  matchingRule: 1,
};
const event = { type: 'LEAD_REGISTERED', occurredAt: at };
const email = {
  template: 'follow-up',
  locale: 'de',
  recipient: 'anna@example.com',
  data: {},
  dedupeKey: 'other',
  messageId: 'other',
};
const webhookId = newId();
const webhook = {
  userId,
  name: 'CRM',
  url: 'https://crm.example/hooks',
  createdAt: at,
  epoch: 'e',
  position: 0n,
  nextAttemptAt: at,
};
const secret = { webhookId, sealed: 'sealed', keyVersion: 1, createdAt: at };
const deliveryId = newId();
const delivery = { webhookId, type: 'ping', aside: true, nextAttemptAt: at, createdAt: at };
const attempt = { deliveryId, startedAt: at, durationMs: 1 };
const run = { job: 'protection-expiry', slot: at, trigger: 'MANUAL', asOf: at, startedAt: at };
const setting = { key: 'progressDays', value: 60 };

const handOverId = newId();
const handOver = { toId: userId, total: 1, createdAt: at };
const handedOver = { handOverId, leadId };
const absence = { userId, startsAt: before, endsAt: at, createdAt: before };
const conflict = {
  kind: 'OVERRIDDEN',
  verdict: 'POSSIBLY_SAME',
  verb: 'registerLead',
  askedById: userId,
  leadId,
  newLeadId: leadId,
  why: ['NAME'],
  status: 'OPEN',
  createdAt: at,
};
const merge = { leadId, mergedLeadId: newId(), rule: 'ENDED', passed: {}, mergedAt: at };
const check = { actorId: userId, verb: 'checkLeadConflict', verdict: 'FREE', checkedAt: at };

await db.prisma.user.create({ data: { ...user, id: userId, email: 'anna@example.com' } });
await db.prisma.lead.create({ data: { ...lead, id: leadId, importKey: 'adler' } });
await db.prisma.ownership.create({ data: { ...ownership, id: ownershipId } });
await db.prisma.contact.create({ data: { id: newId(), leadId, primary: true } });
await db.prisma.extensionRequest.create({ data: { ...extension, id: newId() } });
await db.prisma.reminder.create({ data: { ...reminder, id: newId() } });
await db.prisma.sample.create({ data: { id: sampleId, leadId, requestedById: userId } });
await db.prisma.importJob.create({ data: { ...job, id: importId, contentHash: 'first' } });
await db.prisma.webhook.create({ data: { ...webhook, id: webhookId } });
await db.prisma.webhookSecret.create({ data: { ...secret, id: newId() } });
await db.prisma.webhookDelivery.create({ data: { ...delivery, id: deliveryId, messageId: 'm' } });

await db.prisma.handOver.create({ data: { ...handOver, id: handOverId } });

const { prisma } = db;
const addHandOver = (bad: object) =>
  prisma.handOver.create({ data: { ...handOver, id: newId(), ...bad } });
const addScheduled = (bad: object) =>
  prisma.scheduledSetting.create({
    data: {
      id: newId(),
      key: 'maxHoldDays',
      value: 30,
      validFrom: new Date(at.getTime() + 1),
      reason: 'As agreed',
      createdById: userId,
      createdAt: at,
      ...bad,
    },
  });
const addHandedOver = (bad: object) =>
  prisma.handOverLead.create({ data: { ...handedOver, ...bad } });
const addAbsence = (bad: { deputyId: string; endsAt?: Date }) =>
  prisma.absence.create({ data: { ...absence, id: newId(), ...bad } });
const addCheck = (bad: object) =>
  prisma.conflictCheck.create({ data: { ...check, id: newId(), ...bad } });
const addConflict = (bad: object) =>
  prisma.conflict.create({ data: { ...conflict, id: newId(), ...bad } });
const addMerge = (bad: object) =>
  prisma.leadMerge.create({ data: { ...merge, id: newId(), ...bad } });
const addReceipt = (bad: object) =>
  prisma.receipt.create({ data: { ...receipt, id: newId(), ...bad } });
const addCheckpoint = (bad: object) =>
  prisma.receiptCheckpoint.create({
    data: { size: 1, note: 'note', kid: 'kid', signedAt: at, ...bad },
  });
const addUser = (bad: object) => prisma.user.create({ data: { ...user, id: newId(), ...bad } });
const addApiToken = (bad: object) =>
  prisma.apiToken.create({ data: { ...apiToken, id: newId(), ...bad } });
const addWebhook = (bad: object) =>
  prisma.webhook.create({ data: { ...webhook, id: newId(), ...bad } });
const addSecret = (bad: object) =>
  prisma.webhookSecret.create({ data: { ...secret, id: newId(), ...bad } });
const addDelivery = (bad: object) =>
  prisma.webhookDelivery.create({ data: { ...delivery, id: newId(), messageId: 'other', ...bad } });
const addAttempt = (bad: object) =>
  prisma.webhookAttempt.create({ data: { ...attempt, id: newId(), ...bad } });
const addLead = (bad: object) => prisma.lead.create({ data: { ...lead, id: newId(), ...bad } });
const addOwnership = (bad: object) =>
  prisma.ownership.create({ data: { ...ownership, id: newId(), endedAt: at, ...bad } });
const addContact = (bad: object) =>
  prisma.contact.create({ data: { leadId, id: newId(), ...bad } });
const addActivity = (bad: object) =>
  prisma.activity.create({ data: { ...activity, id: newId(), ...bad } });
const addHold = (bad: object) => prisma.hold.create({ data: { ...hold, id: newId(), ...bad } });
const addReminder = (bad: object) =>
  prisma.reminder.create({ data: { ...reminder, id: newId(), windowStart: before, ...bad } });
const addSample = (bad: object) =>
  prisma.sample.create({ data: { leadId, requestedById: userId, id: newId(), ...bad } });
const addItem = (bad: object) =>
  prisma.sampleItem.create({ data: { ...item, id: newId(), ...bad } });
const addExtension = (bad: object) =>
  prisma.extensionRequest.create({ data: { ...extension, id: newId(), ...bad } });
const addImport = (bad: object) =>
  prisma.importJob.create({ data: { ...job, id: newId(), ...bad } });
const addImportRow = (bad: object) =>
  prisma.importRow.create({ data: { ...importRow, id: newId(), ...bad } });
const addMapping = (bad: object) =>
  prisma.importMapping.create({
    data: {
      id: newId(),
      userId,
      headerHash: '0'.repeat(64),
      columns: [],
      updatedAt: at,
      ...bad,
    },
  });
const addFeed = (bad: object) =>
  prisma.calendarFeed.create({
    data: {
      id: newId(),
      userId,
      name: 'Phone',
      tokenHash: '0'.repeat(64),
      customerNames: false,
      createdAt: at,
      ...bad,
    },
  });
const addEvent = (bad: object) =>
  prisma.domainEvent.create({ data: { ...event, id: newId(), ...bad } });
const addEmail = (bad: object) =>
  prisma.outboxEmail.create({ data: { ...email, id: newId(), ...bad } });
const addRun = (bad: object) => prisma.jobRun.create({ data: { ...run, id: newId(), ...bad } });
const addSetting = (bad: object) => prisma.setting.create({ data: { ...setting, ...bad } });

const addCollaborator = (bad: object) =>
  prisma.leadCollaborator.create({
    data: { id: newId(), leadId, userId, ownerId: newId(), role: 'VIEW', ...bad },
  });
/** Constraint → what it refuses. */
const refused: Record<string, Record<string, () => Promise<unknown>>> = {
  user_account_role_check: { 'an unknown role': () => addUser({ role: 'KING' }) },
  user_account_locale_check: { 'an unknown language': () => addUser({ locale: 'fr' }) },
  user_account_version_check: { 'version zero': () => addUser({ version: 0 }) },
  api_token_name_check: { 'a blank name': () => addApiToken({ name: ' ' }) },
  api_token_secret_hash_check: { 'a secret as it is': () => addApiToken({ secretHash: 'secret' }) },
  api_token_scopes_check: { 'no scope': () => addApiToken({ scopes: [] }) },
  api_token_expires_check: {
    'an end before the start': () => addApiToken({ expiresAt: before }),
  },
  lead_collaborator_role_check: { 'an unknown role': () => addCollaborator({ role: 'KING' }) },
  lead_collaborator_owner_check: {
    'the owner as their own collaborator': () => addCollaborator({ ownerId: userId }),
  },
  lead_collaborator_role_before_check: {
    'an unknown role': () => addCollaborator({ roleBefore: 'KING' }),
    'an earlier role without an absence': () => addCollaborator({ roleBefore: 'VIEW' }),
  },
  lead_company_name_check: { 'a blank company': () => addLead({ companyName: ' ' }) },
  lead_city_check: { 'a blank city': () => addLead({ city: '' }) },
  lead_stage_check: { 'an unknown stage': () => addLead({ stage: 'CONTACTED' }) },
  lead_status_check: {
    'an unknown status': () => addLead({ endedAt: at, status: 'SOLD', endReason: 'SOLD' }),
  },
  lead_owner_check: {
    'an active lead without owner': () => addLead({ ownerId: null }),
    'a lost lead without owner': () => addLead({ ...gone, status: 'LOST', endReason: 'LOST' }),
    'an owned lead in the pool': () =>
      addLead({ status: 'RELEASED', endReason: 'RELEASED', endedAt: at }),
  },
  lead_active_ended_check: {
    'an active lead that ended': () => addLead({ endedAt: at }),
    'an expired lead that did not': () =>
      addLead({ ...gone, status: 'EXPIRED', endReason: 'NO_PROGRESS', endedAt: null }),
  },
  lead_end_reason_check: {
    'an active lead with an end reason': () => addLead({ endReason: 'LOST' }),
    'an expired lead without one': () => addLead({ ...gone, status: 'EXPIRED' }),
    'a lost lead that was converted': () =>
      addLead({ status: 'LOST', endReason: 'CONVERTED', endedAt: at }),
  },
  lead_estimated_volume_check: { 'a negative volume': () => addLead({ estimatedVolume: -1 }) },
  lead_version_check: { 'version zero': () => addLead({ version: 0 }) },
  lead_hold_intervals_check: { 'holds that are no list': () => addLead({ holdIntervals: {} }) },
  lead_import_key_key: { 'a lead imported twice': () => addLead({ importKey: 'adler' }) },
  ownership_end_reason_check: { 'an unknown end': () => addOwnership({ endReason: 'SOLD' }) },
  ownership_ended_check: {
    'an end without reason': () => addOwnership({}),
    'a reason without end': () => addOwnership({ endedAt: null, endReason: 'LOST' }),
  },
  ownership_interval_check: {
    'an end before the start': () => addOwnership({ endedAt: before, endReason: 'LOST' }),
  },
  ownership_one_current: { 'a second current owner': () => addOwnership({ endedAt: null }) },
  contact_tombstone_check: {
    'a tombstone without key version': () => addContact({ emailTombstone: 'x' }),
  },
  contact_one_primary: { 'a second primary contact': () => addContact({ primary: true }) },
  activity_kind_check: { 'an unknown kind': () => addActivity({ kind: 'LUNCH' }) },
  activity_void_check: { 'a void reason alone': () => addActivity({ voidReason: 'x' }) },
  activity_version_check: { 'version zero': () => addActivity({ version: 0 }) },
  hold_reason_check: { 'an unknown reason': () => addHold({ reason: 'HOLIDAY' }) },
  hold_other_text_check: {
    'another reason without text': () => addHold({ reason: 'OTHER' }),
    'another reason with a blank text': () => addHold({ reason: 'OTHER', text: ' ' }),
  },
  hold_interval_check: { 'a hold of no length': () => addHold({ endAt: at }) },
  hold_void_check: { 'a void reason alone': () => addHold({ voidReason: 'x' }) },
  reminder_kind_check: { 'an unknown kind': () => addReminder({ kind: 'BIRTHDAY' }) },
  reminder_channel_check: { 'an unknown channel': () => addReminder({ channel: 'FAX' }) },
  reminder_lead_id_kind_window_start_key: {
    'a second one for the same window': () => addReminder({ windowStart: at }),
  },
  sample_status_check: { 'an unknown status': () => addSample({ status: 'EATEN' }) },
  sample_feedback_token_check: {
    'a token that never expires': () => addSample({ feedbackTokenHash: 'x' }),
  },
  sample_version_check: { 'version zero': () => addSample({ version: 0 }) },
  sample_item_quantity_check: { 'no pieces': () => addItem({ quantity: 0 }) },
  sample_item_outcome_check: { 'an unknown outcome': () => addItem({ outcome: 'GREAT' }) },
  sample_item_rating_check: {
    'a rating of 0': () => addItem({ rating: 0 }),
    'a rating of 6': () => addItem({ rating: 6 }),
  },
  extension_request_months_check: { 'no months': () => addExtension({ months: 0 }) },
  extension_request_status_check: {
    'an unknown status': () => addExtension({ status: 'MAYBE', decidedAt: at }),
  },
  extension_request_decided_check: {
    'a decision that is open': () => addExtension({ decidedAt: at }),
    'an approval without a date': () => addExtension({ status: 'APPROVED' }),
  },
  extension_request_one_open: { 'a second open request': () => addExtension({}) },
  import_job_status_check: {
    'an unknown status': () => addImport({ status: 'PAUSED', finishedAt: at }),
  },
  import_job_finished_check: {
    'an end while running': () => addImport({ status: 'RUNNING', finishedAt: at }),
    'a finished job without end': () => addImport({ status: 'FINISHED' }),
  },
  import_job_rows_check: {
    'a negative total': () => addImport({ totalRows: -1 }),
    'a negative count': () => addImport({ rejectedRows: -1 }),
  },
  import_job_warnings_check: { 'warnings that are no list': () => addImport({ warnings: {} }) },
  import_job_created_by_id_content_hash_key: {
    'the same file twice': () => addImport({ contentHash: 'first' }),
  },
  import_mapping_header_hash_check: {
    'a header that was not hashed': () => addMapping({ headerHash: 'Firma;Ort' }),
  },
  import_mapping_user_id_header_hash_key: {
    'two meanings of one header': async () => {
      await addMapping({});
      await addMapping({});
    },
  },
  calendar_feed_token_hash_check: { 'a secret as it is': () => addFeed({ tokenHash: 'secret' }) },
  calendar_feed_token_hash_key: {
    'two calendars of one address': async () => {
      await addFeed({});
      await addFeed({});
    },
  },
  calendar_entry_sequence_check: {
    'a number below zero': async () => {
      const { id: feedId } = await addFeed({ tokenHash: '1'.repeat(64) });
      const entry = { feedId, uid: 'u', kind: 'FOLLOW_UP', at, sequence: -1, changedAt: at };
      await prisma.calendarEntry.create({ data: entry });
    },
  },
  import_row_line_check: { 'line zero': () => addImportRow({ line: 0 }) },
  import_row_outcome_check: { 'an unknown outcome': () => addImportRow({ outcome: 'OK' }) },
  import_row_problems_check: { 'problems that are no list': () => addImportRow({ problems: {} }) },
  domain_event_position_check: { 'position zero': () => addEvent({ position: 0 }) },
  domain_event_version_check: { 'version zero': () => addEvent({ version: 0 }) },
  audit_entry_hash_version_check: {
    'a version that there is not': () =>
      prisma.auditEntry.create({
        data: {
          id: newId(),
          occurredAt: at,
          action: 'registerLead',
          entity: 'Lead',
          entityId: newId(),
          hashVersion: 3,
        },
      }),
  },
  audit_entry_digest_version_check: {
    'a version that there is not': () =>
      prisma.auditEntry.create({
        data: {
          id: newId(),
          occurredAt: at,
          action: 'registerLead',
          entity: 'Lead',
          entityId: newId(),
          contentDigest: 'digest',
          digestVersion: 3,
        },
      }),
  },
  audit_entry_leaves_check: {
    'salts of values in an entry of the older digest': () =>
      prisma.auditEntry.create({
        data: {
          id: newId(),
          occurredAt: at,
          action: 'registerLead',
          entity: 'Lead',
          entityId: newId(),
          contentDigest: 'digest',
          salt: 'salt',
          leaves: {},
        },
      }),
  },
  audit_entry_blanked_check: {
    'content without salt': () =>
      prisma.auditEntry.create({
        data: {
          id: newId(),
          occurredAt: at,
          action: 'registerLead',
          entity: 'Lead',
          entityId: leadId,
          contentDigest: 'digest',
          after: {},
        },
      }),
  },
  audit_chain_single_row_check: {
    'a second row': () => prisma.auditChain.create({ data: { id: 2, headHash: 'hash' } }),
  },
  event_log_single_row_check: {
    'a second row': () => prisma.eventLog.create({ data: { id: 2, epoch: 'x' } }),
  },
  event_log_positions_check: {
    'an end before the start': () =>
      prisma.eventLog.update({ where: { id: 1 }, data: { firstPosition: 2, lastPosition: 0 } }),
  },
  outbox_email_status_check: { 'an unknown status': () => addEmail({ status: 'READ' }) },
  outbox_email_death_cause_check: {
    'an unknown cause': () => addEmail({ status: 'DEAD', deathCause: 'BOREDOM' }),
  },
  outbox_email_locale_check: { 'an unknown language': () => addEmail({ locale: 'fr' }) },
  outbox_email_sent_check: {
    'a sent mail without date': () => addEmail({ status: 'SENT' }),
    'a date on a pending mail': () => addEmail({ sentAt: at }),
  },
  outbox_email_attempts_check: { 'negative attempts': () => addEmail({ attempts: -1 }) },
  job_run_trigger_check: { 'an unknown trigger': () => addRun({ trigger: 'WHIM' }) },
  job_run_status_check: {
    'an unknown status': () => addRun({ status: 'PAUSED', finishedAt: at }),
  },
  job_run_finished_check: {
    'an end while running': () => addRun({ finishedAt: at }),
    'a success without end': () => addRun({ status: 'SUCCEEDED' }),
  },
  job_run_rows_check: { 'negative counts': () => addRun({ failed: -1 }) },
  webhook_name_check: { 'a blank name': () => addWebhook({ name: ' ' }) },
  webhook_url_check: { 'another protocol': () => addWebhook({ url: 'file:///etc/passwd' }) },
  webhook_status_check: { 'an unknown status': () => addWebhook({ status: 'ASLEEP' }) },
  webhook_disabled_check: { 'disabled for no reason': () => addWebhook({ status: 'DISABLED' }) },
  webhook_position_check: { 'before the start': () => addWebhook({ position: -1n }) },
  webhook_version_check: { 'version zero': () => addWebhook({ version: 0 }) },
  webhook_secret_sealed_check: {
    'a secret as it is': () => addSecret({ sealed: 'whsec_abc', expiresAt: at }),
  },
  webhook_secret_current: { 'two current secrets': () => addSecret({}) },
  webhook_delivery_status_check: {
    'an unknown status': () => addDelivery({ status: 'LOST', settledAt: at }),
  },
  webhook_delivery_settled_check: {
    'one that was delivered at no time': () => addDelivery({ status: 'DELIVERED' }),
  },
  webhook_delivery_event_check: {
    'an event without a position': () => addDelivery({ eventId: newId() }),
    'a test in the order of events': () => addDelivery({ aside: false }),
  },
  webhook_delivery_attempts_check: { 'negative attempts': () => addDelivery({ attempts: -1 }) },
  webhook_attempt_duration_check: { 'a negative duration': () => addAttempt({ durationMs: -1 }) },
  webhook_attempt_size_check: { 'a long answer': () => addAttempt({ response: 'x'.repeat(1001) }) },
  setting_scope_check: {
    'an unknown scope': () => addSetting({ scope: 'PLANET', scopeKey: 'earth' }),
  },
  setting_scope_key_check: {
    'a global setting of someone': () => addSetting({ scopeKey: 'x' }),
    'a setting of no user': () => addSetting({ scope: 'USER' }),
  },
  lead_merged_check: {
    'a lead under protection that leads on': () => addLead({ mergedIntoId: leadId }),
  },
  lead_merge_rule_check: { 'an unknown rule': () => addMerge({ rule: 'MIXED' }) },
  lead_merge_leads_check: { 'a lead with itself': () => addMerge({ mergedLeadId: leadId }) },
  conflict_kind_check: { 'an unknown kind': () => addConflict({ kind: 'MAYBE' }) },
  conflict_verdict_check: { 'an unknown verdict': () => addConflict({ verdict: 'FREE' }) },
  conflict_status_check: { 'an unknown state': () => addConflict({ status: 'PERHAPS' }) },
  conflict_decision_check: {
    'a refusal that waits for a decision': () => addConflict({ kind: 'REFUSED' }),
    'an override of no lead': () => addConflict({ newLeadId: null }),
  },
  conflict_decided_check: {
    'a decision without an instant': () => addConflict({ status: 'UNDONE' }),
  },
  conflict_check_verdict_check: { 'an unknown verdict': () => addCheck({ verdict: 'PERHAPS' }) },
  conflict_check_keys_check: { 'a key as it is': () => addCheck({ keys: ['email a@b.example'] }) },
  lead_pseudonymized_check: {
    'a lead under protection without its people': () => addLead({ pseudonymizedAt: at }),
  },
  hold_ends_by_check: { 'an end before it begins': () => addHold({ endsBy: before }) },
  hand_over_counts_check: {
    'one of no lead': () => addHandOver({ total: 0 }),
    'more than there are': () => addHandOver({ reassigned: 1, skipped: 1 }),
  },
  hand_over_lead_outcome_check: { 'an unknown outcome': () => addHandedOver({ outcome: 'LOST' }) },
  hand_over_lead_problem_check: {
    'a problem of one that passed on': () =>
      addHandedOver({ outcome: 'REASSIGNED', problem: 'NOT_ACTIVE' }),
  },
  receipt_kind_check: { 'an unknown kind': () => addReceipt({ kind: 'ACTIVITY_LOGGED' }) },
  receipt_signed_check: { 'a signed one without a place': () => addReceipt({ jws: 'a.b.c' }) },
  receipt_leaf_index_check: {
    'a place before the first': () => addReceipt({ jws: 'a.b.c', leafIndex: -1n }),
  },
  receipt_log_single_row_check: {
    'a second row': () => prisma.receiptLog.create({ data: { id: 2, origin: 'other' } }),
  },
  receipt_log_sealed_check: {
    'more sealed than there are': () =>
      prisma.receiptLog.update({ where: { id: 1 }, data: { sealed: 1 } }),
  },
  receipt_tile_hashes_check: {
    'half a hash': () =>
      prisma.receiptTile.create({ data: { level: 0, index: 0, hashes: new Uint8Array(16) } }),
  },
  receipt_checkpoint_size_check: { 'one of nothing': () => addCheckpoint({ size: 0 }) },
  receipt_checkpoint_stamp_check: {
    'a stamp at no time': () => addCheckpoint({ token: new Uint8Array(1) }),
  },
  absence_interval_check: {
    'an end before the start': () =>
      addAbsence({ deputyId: newId(), endsAt: new Date(before.getTime() - 1) }),
  },
  absence_deputy_check: { 'a deputy of oneself': () => addAbsence({ deputyId: userId }) },
  setting_version_check: { 'version zero': () => addSetting({ version: 0 }) },
  scheduled_setting_status_check: {
    'an unknown status': () => addScheduled({ status: 'LATE', settledAt: at }),
  },
  scheduled_setting_settled_check: {
    'one that waits and is settled': () => addScheduled({ settledAt: at }),
    'one that is applied at no time': () => addScheduled({ status: 'APPLIED' }),
  },
  scheduled_setting_failure_check: {
    'a failure of one that was applied': () =>
      addScheduled({ status: 'APPLIED', settledAt: at, failure: 'it was not' }),
  },
  scheduled_setting_valid_from_check: {
    'an instant that has passed': () => addScheduled({ validFrom: before }),
  },
  policy_version_version_check: {
    'version zero': () =>
      prisma.policyVersion.create({ data: { version: 0, policy: {}, validFrom: at } }),
  },
  policy_default_single_row_check: {
    'a second row': () =>
      prisma.policyDefault.create({ data: { id: 2, policy: {}, clockRules: 1, notedAt: at } }),
  },
};

test.each(
  Object.entries(refused).flatMap(([constraint, writes]) =>
    Object.entries(writes).map(([what, write]) => ({ constraint, what, write })),
  ),
)('$constraint refuses $what', async ({ constraint, write }) => {
  const outcome = await write().then(() => 'written', violatedConstraint);
  expect(outcome).toBe(constraint);
});

test('every CHECK and every partial unique index has a case above', async () => {
  const rows = await db.query<{ name: string }>(
    `SELECT conname::text AS name FROM pg_constraint
     WHERE contype = 'c' AND connamespace = 'public'::regnamespace
     UNION ALL
     SELECT indexrelid::regclass::text FROM pg_index
     WHERE indisunique AND indpred IS NOT NULL AND indrelid::regclass::text NOT LIKE 'pg\\_%'`,
  );
  expect(rows.map((row) => row.name).filter((name) => !(name in refused))).toEqual([]);
});

test('legal rows pass', async () => {
  await addLead({ ...gone, status: 'EXPIRED', endReason: 'NO_PROGRESS' });
  await addLead({ endedAt: at, status: 'CONVERTED', endReason: 'CONVERTED' });
  await addOwnership({ endReason: 'REASSIGNED' });
  await addContact({ emailTombstone: 'x', keyVersion: 1 });
  await addHold({
    reason: 'OTHER',
    text: 'Fire in the kitchen',
    endAt: new Date(at.getTime() + 1),
  });
  await addExtension({ status: 'REJECTED', decidedAt: at });
  await addItem({ rating: 5, outcome: 'SUCCESS' });
  await addSetting({ scope: 'USER', scopeKey: userId });
});
