import { globalId } from './api.js';
import type { FullLead } from './full-leads.js';

/** What an input can be made of: a lead with everything, who acts, and an agent with no part in it. */
export interface InputWorld {
  readonly lead: FullLead;
  readonly actorId: string;
  readonly agentId: string;
  /** Whom to take off the lead. */
  readonly collaboratorId: string;
  /** A program, and an API token of some program. */
  readonly programId: string;
  readonly apiTokenId: string;
  /** Whose eyes a new endpoint sees with; the agent's if left out. */
  readonly readerId?: string;
  /** An endpoint, and a dead letter of it. */
  readonly webhookId: string;
  readonly deliveryId: string;
  /** Of the event log. */
  readonly cursor: string;
  readonly now: Date;
}

const leadId = ({ lead }: InputWorld) => globalId('Lead', lead.id);
const contactId = ({ lead }: InputWorld) => globalId('Contact', lead.contact);
const activityId = ({ lead }: InputWorld) => globalId('Activity', lead.activity);
const holdId = ({ lead }: InputWorld) => globalId('Hold', lead.hold);
const reminderId = ({ lead }: InputWorld) => globalId('Reminder', lead.reminder);
const sampleId = ({ lead }: InputWorld) => globalId('Sample', lead.sample);
const requestId = ({ lead }: InputWorld) => globalId('ExtensionRequest', lead.request);
const emailId = ({ lead }: InputWorld) => globalId('OutboxEmail', lead.email);
const agentId = (world: InputWorld) => globalId('User', world.agentId);
const webhookId = (world: InputWorld) => globalId('Webhook', world.webhookId);
const later = ({ now }: InputWorld) => new Date(now.getTime() + 86_400_000).toISOString();
const feedback = ({ lead }: InputWorld) => [{ itemId: lead.item, outcome: 'SUCCESS' }];

/** For each mutation an input that does something, and names every id that it can name. */
export const MINIMAL_INPUTS: Record<string, (world: InputWorld) => object> = {
  registerLead: (w) => ({
    companyName: `Hotel ${w.lead.email}`,
    city: 'Ulm',
    ownerId: globalId('User', w.actorId),
  }),
  importLeads: (w) => ({
    file: new File([`company,city\nHotel ${w.lead.email},Ulm\n`], 'leads.csv'),
    ownerIds: [globalId('User', w.actorId)],
  }),
  previewImport: (w) => ({
    file: new File([`company,city\nHotel ${w.lead.email},Ulm\n`], 'leads.csv'),
    ownerIds: [globalId('User', w.actorId)],
  }),
  claimLead: (w) => ({ leadId: leadId(w) }),
  updateLead: (w) => ({ leadId: leadId(w), expectedVersion: 1, source: 'Messe' }),
  releaseLead: (w) => ({ leadId: leadId(w) }),
  reassignLead: (w) => ({ leadId: leadId(w), ownerId: agentId(w) }),
  reassignLeads: (w) => ({ leadIds: [leadId(w)], ownerId: agentId(w) }),
  mergeLeads: (w) => ({ leadId: leadId(w), otherLeadId: globalId('Lead', w.lead.twin) }),
  undoMerge: (w) => ({ mergeId: globalId('LeadMerge', w.lead.merge) }),
  convertLead: (w) => ({ leadId: leadId(w) }),
  markLeadLost: (w) => ({ leadId: leadId(w) }),
  reopenLead: (w) => ({ leadId: leadId(w), ownerId: agentId(w) }),
  addCollaborator: (w) => ({ leadId: leadId(w), userId: agentId(w), role: 'VIEW' }),
  removeCollaborator: (w) => ({
    leadId: leadId(w),
    userId: globalId('User', w.collaboratorId),
  }),
  addContact: (w) => ({ leadId: leadId(w), name: 'Max Muster' }),
  updateContact: (w) => ({ contactId: contactId(w), name: 'Max Muster' }),
  removeContact: (w) => ({ contactId: contactId(w) }),
  logActivity: (w) => ({ leadId: leadId(w), kind: 'QUALIFIED_CALL' }),
  correctActivity: (w) => ({ activityId: activityId(w), note: 'Two offers', expectedVersion: 1 }),
  voidActivity: (w) => ({ activityId: activityId(w), reason: 'by mistake' }),
  startHold: (w) => ({ leadId: leadId(w), reason: 'PRICE_APPROVAL' }),
  endHold: (w) => ({ holdId: holdId(w) }),
  confirmHold: (w) => ({ holdId: holdId(w) }),
  voidHold: (w) => ({ holdId: holdId(w), reason: 'by mistake' }),
  scheduleFollowUp: (w) => ({ leadId: leadId(w), dueAt: later(w) }),
  acknowledgeReminder: (w) => ({ reminderId: reminderId(w) }),
  snoozeReminder: (w) => ({ reminderId: reminderId(w), until: later(w) }),
  requestExtension: (w) => ({ leadId: leadId(w), months: 1, reason: 'Trade fair' }),
  decideExtension: (w) => ({ requestId: requestId(w), approve: true }),
  decideOverride: (w) => ({ conflictId: globalId('Conflict', w.lead.conflict), confirm: true }),
  requestSample: (w) => ({
    leadId: leadId(w),
    items: [{ sku: 'S-1', name: 'Lachs', quantity: 1 }],
  }),
  transitionSample: (w) => ({ sampleId: sampleId(w), to: 'TESTING' }),
  issueFeedbackLink: (w) => ({ sampleId: sampleId(w) }),
  recordSampleFeedback: (w) => ({ sampleId: sampleId(w), items: feedback(w) }),
  submitSampleFeedback: (w) => ({ token: 'made up', items: feedback(w) }),
  followReceiptLog: () => ({ wanted: true }),
  announceAbsence: (w) => ({ deputyId: agentId(w), endsAt: later(w) }),
  cancelAbsence: (w) => ({ absenceId: globalId('Absence', w.lead.id) }),
  createCalendarFeed: () => ({ name: 'Phone' }),
  revokeCalendarFeed: (w) => ({ calendarFeedId: globalId('CalendarFeed', w.lead.id) }),
  runJob: () => ({ job: 'IMPORT_ARCHIVAL', dryRun: true }),
  retryEmail: (w) => ({ emailId: emailId(w) }),
  discardEmail: (w) => ({ emailId: emailId(w) }),
  updateSetting: () => ({
    key: 'claimsPerDay',
    value: '7',
    expectedVersion: 0,
    reason: 'Trade fair',
  }),
  cancelScheduledSetting: (w) => ({
    scheduledSettingId: globalId('ScheduledSetting', w.lead.id),
  }),
  createUser: (w) => ({ email: `${w.lead.email}@example.com`, name: 'Neu', role: 'REP' }),
  updateUser: (w) => ({ userId: agentId(w), name: 'Agent' }),
  createApiToken: (w) => ({
    userId: globalId('User', w.programId),
    name: 'CRM',
    scopes: ['read'],
  }),
  revokeApiToken: (w) => ({ apiTokenId: globalId('ApiToken', w.apiTokenId) }),
  createWebhook: (w) => ({
    userId: globalId('User', w.readerId ?? w.agentId),
    name: 'CRM',
    url: 'https://93.184.215.14/hooks',
    leadId: leadId(w),
  }),
  updateWebhook: (w) => ({ webhookId: webhookId(w), name: 'ERP', leadId: leadId(w) }),
  rotateWebhookSecret: (w) => ({ webhookId: webhookId(w) }),
  pauseWebhook: (w) => ({ webhookId: webhookId(w) }),
  resumeWebhook: (w) => ({ webhookId: webhookId(w) }),
  replayWebhook: (w) => ({ webhookId: webhookId(w), after: w.cursor }),
  testWebhook: (w) => ({ webhookId: webhookId(w) }),
  retryWebhookDelivery: (w) => ({ deliveryId: globalId('WebhookDelivery', w.deliveryId) }),
  deleteWebhook: (w) => ({ webhookId: webhookId(w) }),
  exportDataSubject: () => ({ email: 'niemand@nirgends.example' }),
  eraseDataSubject: () => ({ email: 'niemand@nirgends.example', reason: 'Art. 17' }),
};
