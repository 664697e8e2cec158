import { project } from '../../domain/clock.js';
import type { Former } from '../../domain/judge-conflict.js';
import type { LeadStage } from '../../domain/lead-stages.js';
import { policyFor } from '../../domain/policy.js';
import { appendAudits } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { recordset } from '../../platform/db/recordset.js';
import { appendEvents } from '../../platform/events/append-event.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { leadKeys } from '../conflicts/lead-keys.js';
import { contactColumns, storedWebsite } from '../leads/lead-input.js';
import type { NewLead } from '../leads/new-lead.js';
import { liesInPool } from '../ownership/claims.js';
import { PROJECTION_TYPES, projectionColumns } from '../protection/project-leads.js';

export type LeadToInsert = NewLead & {
  readonly id: string;
  readonly stage: LeadStage;
  /** When its owner took the company out of the pool; null if it did not lie there or a manager gives it to them. */
  readonly claimedAt: Date | null;
  /** The lead that it is a re-registration of. */
  readonly former?: Pick<Former, 'id' | 'status' | 'byName'> | undefined;
  /** Why it was registered although it resembles a lead under protection; for the audit trail. */
  readonly overrideReason?: string | null;
};

/** The columns of a new lead, with their types in the database. */
const LEAD_TYPES = {
  ...PROJECTION_TYPES,
  id: 'uuid',
  company_name: 'text',
  city: 'text',
  postal_code: 'text',
  country: 'text',
  business_type: 'text',
  stage: 'text',
  source: 'text',
  website: 'text',
  vat_id: 'text',
  estimated_volume: 'numeric',
  currency: 'text',
  notes: 'text',
  tags: 'text[]',
  territory: 'text',
  owner_id: 'uuid',
  registered_at: 'timestamptz',
  import_key: 'text',
  match_key: 'text',
  candidate_keys: 'int[]',
  website_domain: 'text',
  matching_version: 'int',
  former_lead_id: 'uuid',
  search_text: 'text',
} as const;
const LEAD = recordset(LEAD_TYPES);

const OWNERSHIP = recordset({
  id: 'uuid',
  lead_id: 'uuid',
  owner_id: 'uuid',
  assigned_at: 'timestamptz',
  backdate_reason: 'text',
  claimed_at: 'timestamptz',
});

const CONTACT = recordset({
  id: 'uuid',
  lead_id: 'uuid',
  name: 'text',
  email: 'text',
  phone: 'text',
  role: 'text',
  primary: 'boolean',
  email_key: 'text',
  phone_key: 'text',
  email_domain: 'text',
  switchboard: 'text',
});

/**
 * Writes leads with their first ownership, contacts, projection, audit entries and events: a fixed
 * number of statements, however many leads. A lead whose import key exists is passed over. Returns
 * the ids of those that were written.
 */
export async function insertLeads(
  ctx: TxContext,
  action: 'registerLead' | 'importLeads',
  leads: readonly LeadToInsert[],
): Promise<Set<string>> {
  if (leads.length === 0) return new Set();
  const ids = await insertLeadRows(ctx, leads);
  const written = leads.filter(({ id }) => ids.has(id));
  await insertOwnerships(ctx, written);
  await insertContacts(ctx, written);
  await appendAudits(
    ctx,
    written.map(({ former, claimedAt: _, ...lead }) => ({
      action,
      entity: 'Lead',
      entityId: lead.id,
      leadId: lead.id,
      after: {
        ...lead,
        contacts: lead.contacts.map((contact) => ({ ...contact })),
        ...(former ? { formerLeadId: former.id } : {}),
      },
    })),
  );
  await appendEvents(
    ctx.tx,
    written.map(({ id, ownerId, territory, stage, registeredAt, former, overrideReason }) => ({
      type: 'LEAD_REGISTERED',
      occurredAt: ctx.now,
      actorId: ctx.actor.id,
      lead: { id, ownerId, territory },
      payload: {
        stage,
        registeredAt: registeredAt.toISOString(),
        by: action,
        ...(former && liesInPool(former) ? { formerLeadId: former.id } : {}),
        ...(overrideReason ? { resembles: true } : {}),
      },
    })),
  );
  return ids;
}

async function insertLeadRows(
  ctx: TxContext,
  leads: readonly LeadToInsert[],
): Promise<Set<string>> {
  const policy = await loadPolicy(ctx.tx);
  const rows = leads.map((lead) => {
    const facts = firstFacts(lead.registeredAt.getTime());
    const keys = leadKeys(lead);
    const projection = project(facts, policyFor(policy, lead.businessType), ctx.now.getTime());
    return {
      ...projectionColumns(facts, projection, ctx.now),
      id: lead.id,
      company_name: lead.companyName,
      city: lead.city,
      postal_code: lead.postalCode,
      country: lead.country,
      business_type: lead.businessType,
      stage: lead.stage,
      source: lead.source,
      website: storedWebsite(lead.website),
      vat_id: lead.vatId,
      estimated_volume: lead.estimatedVolume,
      currency: lead.currency,
      notes: lead.notes,
      tags: lead.tags,
      territory: lead.territory,
      owner_id: lead.ownerId,
      registered_at: lead.registeredAt,
      import_key: lead.importKey,
      match_key: keys.matchKey,
      candidate_keys: keys.candidateKeys,
      website_domain: keys.websiteDomain,
      matching_version: keys.matchingVersion,
      former_lead_id: lead.former?.id ?? null,
      search_text: keys.searchText,
    } satisfies Record<keyof typeof LEAD_TYPES, unknown>;
  });
  const now = ctx.now.toISOString();
  const written = await ctx.tx.$queryRaw<{ id: string }[]>`
    INSERT INTO lead (${LEAD.names}, created_at, updated_at)
    SELECT ${LEAD.names}, ${now}::timestamptz, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (${LEAD.definition})
    ON CONFLICT (import_key) DO NOTHING
    RETURNING id`;
  return new Set(written.map(({ id }) => id));
}

async function insertOwnerships(ctx: TxContext, leads: readonly LeadToInsert[]): Promise<void> {
  const rows = leads.map((lead) => ({
    id: newId(),
    lead_id: lead.id,
    owner_id: lead.ownerId,
    assigned_at: lead.registeredAt,
    backdate_reason: lead.backdateReason,
    claimed_at: lead.claimedAt,
  }));
  await ctx.tx.$executeRaw`
    INSERT INTO ownership (${OWNERSHIP.names})
    SELECT ${OWNERSHIP.names}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (${OWNERSHIP.definition})`;
}

async function insertContacts(ctx: TxContext, leads: readonly LeadToInsert[]): Promise<void> {
  const rows = leads.flatMap(({ id, country, contacts }) =>
    contacts.map((contact, index) => {
      const columns = contactColumns(contact, country);
      const { emailKey, phoneKey, emailDomain, switchboard, ...person } = columns;
      const keys = { email_key: emailKey, phone_key: phoneKey, email_domain: emailDomain };
      return { id: newId(), lead_id: id, primary: index === 0, ...person, ...keys, switchboard };
    }),
  );
  if (rows.length === 0) return;
  await ctx.tx.$executeRaw`
    INSERT INTO contact (${CONTACT.names}, created_at)
    SELECT ${CONTACT.names}, ${ctx.now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (${CONTACT.definition})`;
}

/** The facts of an ownership that only just begins. */
export function firstFacts(assignedAt: number) {
  return {
    assignedAt,
    activities: [],
    holds: [],
    extensionMonths: 0,
    warnings: [],
    baseReminders: [],
  };
}
