-- The owner is reminded in the application, too, that an open-ended hold is about to end by itself.
ALTER TABLE "reminder" DROP CONSTRAINT "reminder_kind_check";
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_kind_check" CHECK (
  kind IN ('PROGRESS_WARNING', 'BASE_PERIOD_ENDING', 'FOLLOW_UP', 'EXTENSION_PENDING', 'SAMPLE_FEEDBACK_DUE', 'GRACE_ENDING', 'HOLD_ENDING')
);
