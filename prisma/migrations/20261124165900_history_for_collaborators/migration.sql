-- Of a lead that they help with, agents see who changed it and when, as its owner does.
CREATE POLICY "helped" ON "audit_entry" FOR SELECT TO leadwarden_rep
  USING (lead_id IN (SELECT lead.id FROM lead
    JOIN lead_collaborator ON lead_collaborator.lead_id = lead.id AND lead_collaborator.owner_id = lead.owner_id
    WHERE user_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)));
