-- Programs may ask for an extension in the name of an owner; a program does not decide what it asked for itself.

ALTER TABLE "extension_request" ADD COLUMN "entered_by_id" UUID;

-- Programs see the endpoints that see with their own eyes, and the hand-overs that they asked for.

CREATE POLICY "own" ON "webhook" FOR SELECT TO leadwarden_service
  USING (user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid));
CREATE POLICY "through_webhook" ON "webhook_secret" FOR SELECT TO leadwarden_service
  USING (EXISTS (SELECT FROM webhook WHERE webhook.id = webhook_secret.webhook_id));
CREATE POLICY "through_webhook" ON "webhook_delivery" FOR SELECT TO leadwarden_service
  USING (EXISTS (SELECT FROM webhook WHERE webhook.id = webhook_delivery.webhook_id));
CREATE POLICY "through_delivery" ON "webhook_attempt" FOR SELECT TO leadwarden_service
  USING (EXISTS (SELECT FROM webhook_delivery WHERE webhook_delivery.id = webhook_attempt.delivery_id));

ALTER POLICY "own" ON "hand_over" TO leadwarden_manager, leadwarden_service;
ALTER POLICY "through_hand_over" ON "hand_over_lead"
  TO leadwarden_manager, leadwarden_market_manager, leadwarden_admin, leadwarden_auditor, leadwarden_service;
