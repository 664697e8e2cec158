import { acknowledgeReminder } from '../../features/reminders/acknowledge-reminder.js';
import { scheduleFollowUp } from '../../features/reminders/schedule-follow-up.js';
import { snoozeReminder } from '../../features/reminders/snooze-reminder.js';
import { idempotencyKey, rowField } from '../kit/verb-fields.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { LeadType } from '../leads/types.js';
import { ReminderChannelType, ReminderType } from './types.js';

const reminderField = rowField(ReminderType, 'The reminder as it is now.', ({ reads }, query) =>
  reads.read((tx) => tx.reminder.findUniqueOrThrow(query)),
);

verbMutation('scheduleFollowUp', {
  description: 'Schedules a follow-up: a reminder of a lead for the caller.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Global id of the lead.' }),
    dueAt: t.field({
      type: 'DateTime',
      required: true,
      description: 'When the reminder is due; in the future.',
    }),
    note: t.string({ description: 'Free text.' }),
    channel: t.field({
      type: ReminderChannelType,
      description: 'Channel of the reminder; mail if left out.',
    }),
    idempotencyKey: idempotencyKey(t),
  }),
  run: async (ctx, { leadId, ...input }) => ({
    id: (await scheduleFollowUp(ctx, { ...input, leadId: leadId.id })).reminderId,
  }),
  payload: (t) => ({ reminder: reminderField(t) }),
});

verbMutation('acknowledgeReminder', {
  description:
    'Acknowledges a reminder, for its recipient and, for `EXTENSION_PENDING`, for any manager who may decide. Repeating it changes nothing.',
  input: (t) => ({
    reminderId: t.globalID({
      for: ReminderType,
      required: true,
      description: 'Global id of the reminder.',
    }),
  }),
  run: async (ctx, { reminderId }) => ({
    id: (await acknowledgeReminder(ctx, { reminderId: reminderId.id })).reminderId,
  }),
  payload: (t) => ({ reminder: reminderField(t) }),
});

verbMutation('snoozeReminder', {
  description: 'Hides a reminder from its recipient until a later instant.',
  input: (t) => ({
    reminderId: t.globalID({
      for: ReminderType,
      required: true,
      description: 'Global id of the reminder.',
    }),
    until: t.field({ type: 'DateTime', required: true, description: 'End of the snooze.' }),
  }),
  run: async (ctx, { reminderId, until }) => ({
    id: (await snoozeReminder(ctx, { reminderId: reminderId.id, until })).reminderId,
  }),
  payload: (t) => ({ reminder: reminderField(t) }),
});
