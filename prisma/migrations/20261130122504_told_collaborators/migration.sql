-- Those who work on a lead are told in their own stream that they see it no more, by whose it is.
DROP POLICY "no_foreign_stream" ON "domain_event";
CREATE POLICY "no_foreign_stream" ON "domain_event" AS RESTRICTIVE FOR INSERT TO leadwarden_rep
  WITH CHECK (owner_id IS NULL OR owner_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)
    OR owner_id = (SELECT lead.owner_id FROM lead WHERE lead.id = domain_event.lead_id)
    OR EXISTS (SELECT FROM lead_collaborator
      WHERE lead_collaborator.lead_id = domain_event.lead_id AND lead_collaborator.user_id = domain_event.owner_id));
