-- A second reminder, some days before protection ends for lack of progress.
ALTER TABLE "reminder" DROP CONSTRAINT "reminder_kind_check";
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_kind_check" CHECK (
  kind IN ('PROGRESS_WARNING', 'BASE_PERIOD_ENDING', 'FOLLOW_UP', 'EXTENSION_PENDING', 'SAMPLE_FEEDBACK_DUE', 'GRACE_ENDING')
);
