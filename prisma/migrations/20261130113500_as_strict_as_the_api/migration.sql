-- The database shows what the API shows: wallboards no free text and no labels, auditors no bodies of mails, because a
-- link in one can be used. Columns are granted one by one, so that a new one is hidden until it is decided on.

DO $$
DECLARE
  hidden record;
  shown text;
BEGIN
  FOR hidden IN SELECT * FROM (VALUES
    ('leadwarden_wallboard', 'lead', ARRAY['notes', 'website', 'vat_id', 'tags']),
    ('leadwarden_wallboard', 'ownership', ARRAY['backdate_reason']),
    ('leadwarden_wallboard', 'activity', ARRAY['note', 'void_reason']),
    ('leadwarden_wallboard', 'hold', ARRAY['text', 'void_reason']),
    ('leadwarden_wallboard', 'reminder', ARRAY['note']),
    ('leadwarden_wallboard', 'sample', ARRAY['tracking_code', 'feedback_name', 'feedback_token_hash', 'feedback_receipt_hash']),
    ('leadwarden_wallboard', 'sample_item', ARRAY['comment']),
    ('leadwarden_wallboard', 'extension_request', ARRAY['reason', 'note']),
    ('leadwarden_auditor', 'outbox_email', ARRAY['data', 'text_body', 'html_body'])
  ) AS listed (role, relation, columns) LOOP
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO shown
      FROM pg_attribute
      WHERE attrelid = hidden.relation::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL(hidden.columns);
    EXECUTE format('REVOKE SELECT ON %I FROM %I', hidden.relation, hidden.role);
    EXECUTE format('GRANT SELECT (%s) ON %I TO %I', shown, hidden.relation, hidden.role);
  END LOOP;
END
$$;

-- Nobody tells or records anything about a lead that they do not see, and agents nothing in the stream of others.

CREATE POLICY "no_foreign_lead" ON "domain_event" AS RESTRICTIVE FOR INSERT TO leadwarden_rep, leadwarden_manager
  WITH CHECK (lead_id IS NULL OR EXISTS (SELECT FROM lead WHERE lead.id = domain_event.lead_id));
CREATE POLICY "no_foreign_stream" ON "domain_event" AS RESTRICTIVE FOR INSERT TO leadwarden_rep
  WITH CHECK (owner_id IS NULL OR owner_id = (SELECT nullif(current_setting('app.actor', true), '')::uuid)
    OR owner_id = (SELECT lead.owner_id FROM lead WHERE lead.id = domain_event.lead_id));
CREATE POLICY "no_foreign_lead" ON "audit_entry" AS RESTRICTIVE FOR INSERT TO leadwarden_rep, leadwarden_manager
  WITH CHECK (lead_id IS NULL OR EXISTS (SELECT FROM lead WHERE lead.id = audit_entry.lead_id));
