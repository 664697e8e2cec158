import { afterAll, expect, test } from 'vitest';
import { globalId, openTestApi } from '../../support/api.js';
import { contextFor, makeLead } from '../../support/factories.js';
import { readSse } from '../../support/sse.js';

const api = await openTestApi({ started: true });
afterAll(() => api[Symbol.asyncDispose]());

test('old ids lead on: the lead, its node, its lists and its explanation', async () => {
  const anna = await api.user('REP', { name: 'Anna' });
  const bert = await api.user('REP', { name: 'Bert' });
  const manager = await api.user('MANAGER', { name: 'Mona' });
  const actor = { ...anna, role: 'REP', name: 'Anna', territory: null, scopes: null } as const;
  const ctx = () => contextFor(api.db, actor, api.clock.now());
  const first = await makeLead(ctx(), { companyName: 'Hotel Adler' });
  api.clock.advance({ days: 1 });
  const second = await makeLead(ctx(), { companyName: 'Mensa Nord' });
  const [keptId, oldId] = [globalId('Lead', first.id), globalId('Lead', second.id)];
  await api.query(
    anna,
    `mutation { logActivity(input: { leadId: "${oldId}", kind: OFFER }) { __typename } }`,
  );
  const pair = `leadId: "${oldId}", otherLeadId: "${keptId}"`;
  const preview = await api.query(
    manager,
    `{ previewMerge(${pair}) {
      kept { companyName } merged { companyName } rule owner { name } activities contacts
      after { expiresAt } keptBefore { expiresAt } } }`,
  );
  const expiresAt = first.expiresAt?.toISOString();
  expect(preview).toEqual({
    previewMerge: {
      kept: { companyName: 'Hotel Adler' },
      merged: { companyName: 'Mensa Nord' },
      rule: 'JOINED',
      owner: { name: 'Anna' },
      activities: 1,
      contacts: 1,
      keptBefore: { expiresAt },
      after: { expiresAt },
    },
  });
  const merged = await api.query(
    manager,
    `mutation { mergeLeads(input: { ${pair} }) {
      ... on MergeLeadsPayload { merge { id rule lead { companyName } mergedLead { mergedInto { companyName } } } } } }`,
  );
  expect(merged).toMatchObject({
    mergeLeads: {
      merge: {
        rule: 'JOINED',
        lead: { companyName: 'Hotel Adler' },
        mergedLead: { mergedInto: { companyName: 'Hotel Adler' } },
      },
    },
  });
  const asked = `{
    lead(id: "${oldId}") { id companyName contacts { id } }
    node(id: "${oldId}") { ... on Lead { id companyName } }
    activities(filter: { leadId: "${oldId}" }) { edges { node { kind lead { companyName } } } }
    explainProtection(leadId: "${oldId}") { expiresAt }
  }`;
  const expected = {
    lead: { id: keptId, companyName: 'Hotel Adler', contacts: [{}, {}] },
    node: { id: keptId, companyName: 'Hotel Adler' },
    activities: { edges: [{ node: { kind: 'OFFER', lead: { companyName: 'Hotel Adler' } } }] },
    explainProtection: { expiresAt },
  };
  expect(await api.query(anna, asked)).toMatchObject(expected);
  expect(await api.query(manager, asked)).toMatchObject(expected);
  // A list of leads has it once.
  const list = await api.query(anna, '{ leads { edges { node { companyName } } } }');
  expect(list).toEqual({ leads: { edges: [{ node: { companyName: 'Hotel Adler' } }] } });
  const hidden = await api.query(
    bert,
    `{ lead(id: "${oldId}") { id } node(id: "${oldId}") { id } }`,
  );
  expect(hidden).toEqual({ lead: null, node: null });
  // What is to be changed says which lead to send instead, to those who see it.
  const write = `mutation { logActivity(input: { leadId: "${oldId}", kind: MEETING }) {
    ... on ConflictError { reason mergedInto { id } } ... on NotFoundError { code } } }`;
  const refused = { logActivity: { reason: 'MERGED', mergedInto: { id: keptId } } };
  expect(await api.query(anna, write)).toEqual(refused);
  const reopen = write
    .replace('logActivity', 'reopenLead')
    .replace('kind: MEETING', `ownerId: "${globalId('User', anna.id)}"`);
  expect(await api.query(manager, reopen)).toEqual({ reopenLead: refused.logActivity });
  expect(await api.query(bert, write)).toEqual({ logActivity: { code: 'NOT_FOUND' } });
  // Who follows the old id is told what happens to the kept lead.
  const end = await api.query<{ eventLog: { pageInfo: { endCursor: string } } }, unknown>(
    anna,
    '{ eventLog(first: 0) { pageInfo { endCursor } } }',
  );
  const flow = await readSse(`${api.app.url}/graphql`, anna.token, {
    query: `subscription ($after: Cursor) {
      leadChanged(id: "${oldId}", after: $after) { type payload lead { id } } }`,
    variables: { after: end.eventLog.pageInfo.endCursor },
  });
  await api.query(
    anna,
    `mutation { logActivity(input: { leadId: "${keptId}", kind: DEMO }) { __typename } }`,
  );
  const told: unknown[] = [];
  while (!JSON.stringify(told).includes('DEMO')) told.push(await flow.next());
  expect(told.at(-1)).toMatchObject({
    data: { leadChanged: { type: 'ACTIVITY_LOGGED', lead: { id: keptId } } },
  });
  flow.close();
  const merges = '{ leadMerges { edges { node { mergedBy { name } } } } }';
  expect(await api.query(manager, merges)).toEqual({
    leadMerges: { edges: [{ node: { mergedBy: { name: 'Mona' } } }] },
  });
  expect(await api.query(bert, merges)).toEqual({ leadMerges: { edges: [] } });
});
