import { issueFeedbackLink } from '../../../src/features/samples/issue-feedback-link.js';
import type { TestApi } from '../../support/api.js';
import { contextFor } from '../../support/factories.js';
import { type FullLead, insertFullLeads } from '../../support/full-leads.js';

/** A sample that was delivered, and the path of its feedback page. */
export async function openFeedbackLink(api: TestApi): Promise<{ path: string; lead: FullLead }> {
  const owner = await api.user('REP', { name: 'Anna' });
  const now = api.clock.now();
  const [lead] = await insertFullLeads(api.db, now, [{ ownerId: owner.id }]);
  if (!lead) throw new Error('There is no lead.');
  const actor = { ...owner, role: 'REP', name: 'Anna', territory: null, scopes: null } as const;
  const { path } = await issueFeedbackLink(contextFor(api.db, actor, now), {
    sampleId: lead.sample,
  });
  return { path, lead };
}
