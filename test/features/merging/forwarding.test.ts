import { afterAll, expect, test } from 'vitest';
import { globalId, openTestApi } from '../../support/api.js';
import { contextFor, makeLead } from '../../support/factories.js';

const api = await openTestApi();
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
  const told = { logActivity: { reason: 'MERGED', mergedInto: { id: keptId } } };
  expect(await api.query(anna, write)).toEqual(told);
  const reopen = write
    .replace('logActivity', 'reopenLead')
    .replace('kind: MEETING', `ownerId: "${globalId('User', anna.id)}"`);
  expect(await api.query(manager, reopen)).toEqual({ reopenLead: told.logActivity });
  expect(await api.query(bert, write)).toEqual({ logActivity: { code: 'NOT_FOUND' } });
  const merges = '{ leadMerges { edges { node { mergedBy { name } } } } }';
  expect(await api.query(manager, merges)).toEqual({
    leadMerges: { edges: [{ node: { mergedBy: { name: 'Mona' } } }] },
  });
  expect(await api.query(bert, merges)).toEqual({ leadMerges: { edges: [] } });
});
