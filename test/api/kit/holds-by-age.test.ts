import { expect, test } from 'vitest';
import { globalId } from '../../support/api.js';
import { contextFor, makeLead } from '../../support/factories.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi();

const START = /* GraphQL */ `
  mutation ($leadId: ID!) {
    startHold(input: { leadId: $leadId, reason: SUPPLY_ISSUE }) {
      ... on StartHoldPayload {
        hold {
          id
        }
      }
    }
  }
`;
const OPEN = /* GraphQL */ `
  query ($filter: HoldFilter) {
    holds(orderBy: OLDEST_FIRST, filter: $filter, first: 10) {
      edges {
        node {
          lead {
            companyName
          }
          confirmedBy {
            name
          }
          endsBy
        }
      }
    }
  }
`;
const CONFIRM = /* GraphQL */ `
  mutation ($holdId: ID!) {
    confirmHold(input: { holdId: $holdId }) {
      ... on ConfirmHoldPayload {
        hold {
          endsBy
          confirmedBy {
            name
          }
        }
      }
    }
  }
`;
const EXPLAIN = /* GraphQL */ `
  query ($leadId: ID!) {
    explainProtection(leadId: $leadId) {
      text(locale: DE)
    }
  }
`;

test('a manager lists open holds by their age, confirms one, and the explanation says so', async () => {
  const anna = await api.user('REP', { name: 'Anna' });
  const manager = await api.user('MANAGER', { name: 'Mona' });
  const rep = { id: anna.id, role: 'REP', name: 'Anna', email: anna.email } as const;
  const leads: string[] = [];
  const holds: string[] = [];
  for (const companyName of ['Gasthof Alt', 'Kantine Neu']) {
    const actor = { ...rep, territory: null, scopes: null };
    const { id } = await makeLead(contextFor(api.db, actor, api.clock.now()), { companyName });
    leads.push(globalId('Lead', id));
    const started = await api.query<{ startHold: { hold: { id: string } } }, unknown>(anna, START, {
      leadId: globalId('Lead', id),
    });
    holds.push(started.startHold.hold.id);
    api.clock.advance({ days: 3 });
  }
  const names = async (filter: object) => {
    const { holds } = await api.query<
      { holds: { edges: { node: { lead: { companyName: string } } }[] } },
      unknown
    >(manager, OPEN, { filter });
    return holds.edges.map(({ node }) => node.lead.companyName);
  };
  expect(await names({ running: true })).toEqual(['Gasthof Alt', 'Kantine Neu']);
  const explained = async () => {
    const { explainProtection } = await api.query<
      { explainProtection: { text: string[] } },
      unknown
    >(anna, EXPLAIN, { leadId: leads[0] });
    return explainProtection.text.filter((line) => line.startsWith('Pause'));
  };
  expect(await explained()).toEqual([
    expect.stringContaining('(endet von selbst, wenn kein Manager sie bestätigt)'),
  ]);
  expect(await api.query(manager, CONFIRM, { holdId: holds[0] })).toEqual({
    confirmHold: { hold: { endsBy: null, confirmedBy: { name: 'Mona' } } },
  });
  expect(await names({ endsByItself: true })).toEqual(['Kantine Neu']);
  expect(await names({ endsByItself: false })).toEqual(['Gasthof Alt']);
  expect(await explained()).toEqual([expect.stringContaining('(von einem Manager bestätigt)')]);
});
