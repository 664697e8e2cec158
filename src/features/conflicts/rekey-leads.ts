import { MATCHING_VERSION } from '../../domain/matching/candidate-keys.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { contactColumns } from '../leads/lead-input.js';
import { leadKeys } from './lead-keys.js';

/** Whether there are leads that the present rules would not find. */
export function hasLeadsToKey(ctx: VerbContext): Promise<boolean> {
  return inTransaction(ctx, async ({ tx }) => {
    const [found] = await tx.$queryRaw<unknown[]>`
      SELECT FROM lead WHERE matching_version < ${MATCHING_VERSION}::int LIMIT 1`;
    return found !== undefined;
  });
}

/**
 * Gives leads the keys of the present rules that were written under earlier ones, or past the verbs. Returns the number of
 * leads; as many as `limit` means that there may be more. Of two replicas one waits for the other.
 */
export async function rekeyLeads(ctx: VerbContext, limit: number): Promise<number> {
  return inTransaction(ctx, async ({ tx }) => {
    const stale = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM lead WHERE matching_version < ${MATCHING_VERSION}::int
      ORDER BY matching_version, id LIMIT ${limit}::int FOR UPDATE`;
    if (stale.length === 0) return 0;
    const leads = await tx.lead.findMany({
      where: { id: { in: stale.map(({ id }) => id) } },
      include: { contacts: true },
    });
    const rows = leads.map((lead) => ({ id: lead.id, ...leadKeys(lead) }));
    await tx.$executeRaw`
      UPDATE lead SET match_key = row."matchKey", candidate_keys = row."candidateKeys",
        website_domain = row."websiteDomain", search_text = row."searchText",
        matching_version = row."matchingVersion"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (
        id uuid, "matchKey" text, "candidateKeys" int[], "websiteDomain" text,
        "searchText" text, "matchingVersion" int)
      WHERE lead.id = row.id`;
    const contacts = leads.flatMap(({ country, contacts }) =>
      contacts.map((contact) => {
        const { emailDomain, switchboard } = contactColumns(contact, country);
        return { id: contact.id, emailDomain, switchboard };
      }),
    );
    await tx.$executeRaw`
      UPDATE contact SET email_domain = row."emailDomain", switchboard = row.switchboard
      FROM jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) AS row (
        id uuid, "emailDomain" text, switchboard text)
      WHERE contact.id = row.id`;
    return leads.length;
  });
}
