import { ageOut } from './age-out.js';
import { defineJob } from './define-job.js';

/** Deliveries that are over, with their attempts. Waiting deliveries have not settled and are never deleted. */
export const webhookRetention = defineJob({
  name: 'webhook-retention',
  sweeps: [
    ageOut({
      entity: 'WebhookDelivery',
      table: 'webhook_delivery',
      since: 'settled_at',
      days: 'webhook.retentionDays',
    }),
  ],
});
