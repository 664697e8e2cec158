import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../src/platform/db/ids.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi();
let anna: ApiUser;

beforeAll(async () => {
  anna = await api.user('ADMIN', { name: 'Anna' });
});

const user = globalId('User', newId());
const lead = globalId('Lead', newId());
const NO_ID = 'is no global id; take one from an `id` field';
const NO_LEAD = `"${user}" is the id of a User, allowed is one of a Lead`;

describe('an id that is none, or of another type, is named with the argument that it stands in', () => {
  test.each<[string, string, object, [path: string, message: string][]]>([
    [
      'a query',
      'query ($id: ID!) { lead(id: $id) { id } }',
      { id: 'abc' },
      [['id', `"abc" ${NO_ID}`]],
    ],
    ['another type', 'query ($id: ID!) { lead(id: $id) { id } }', { id: user }, [['id', NO_LEAD]]],
    [
      'a filter',
      'query ($id: ID!) { leads(filter: { ownerId: $id }) { edges { node { id } } } }',
      { id: lead },
      [['filter.ownerId', `"${lead}" is the id of a Lead, allowed is one of a User`]],
    ],
    [
      'a list',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: [user, 'x', 'y'] },
      [
        ['ids.1', `"x" ${NO_ID}`],
        ['ids.2', `"y" ${NO_ID}`],
      ],
    ],
    [
      'no uuid',
      'query ($id: ID!) { node(id: $id) { id } }',
      { id: globalId('Lead', '1 OR 1=1') },
      [['id', `"${globalId('Lead', '1 OR 1=1')}" ${NO_ID}`]],
    ],
  ])('%s', async (_where, query, variables, problems) => {
    const { errors } = await api.execute(anna, query, variables);
    expect(errors).toMatchObject([
      {
        extensions: {
          code: 'VALIDATION',
          problems: problems.map(([path, message]) => ({ path, message })),
        },
      },
    ]);
  });

  test('a mutation returns it, as it does whatever else is wrong with its input', async () => {
    const query = /* GraphQL */ `
      mutation ($input: ReassignLeadInput!) {
        reassignLead(input: $input) {
          __typename ... on ValidationError { problems { path message } }
        }
      }
    `;
    const input = { leadId: user, ownerId: 'abc' };
    expect(await api.execute(anna, query, { input })).toEqual({
      data: {
        reassignLead: {
          __typename: 'ValidationError',
          problems: [
            { path: 'leadId', message: NO_LEAD },
            { path: 'ownerId', message: `"abc" ${NO_ID}` },
          ],
        },
      },
    });
  });

  test('also a subscription', async () => {
    const response = await api.app.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: {
          accept: 'text/event-stream',
          'content-type': 'application/json',
          authorization: `Bearer ${anna.token}`,
        },
        body: JSON.stringify({ query: 'subscription { leadChanged(id: "abc") { id } }' }),
      }),
    );
    expect(await response.text()).toContain('\\"abc\\" is no global id');
  });

  test('nothing is logged: it is nothing unexpected', () => {
    expect(api.logged).toEqual([]);
  });
});
