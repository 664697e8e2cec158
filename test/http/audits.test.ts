import { type Audit, auditServer } from 'graphql-http';
import { expect, test } from 'vitest';
import { openTestApi } from '../support/api.js';

/** Ids of the audits of the GraphQL over HTTP specification that are not passed. */
async function failing(env: Record<string, string>): Promise<string[]> {
  await using api = await openTestApi({ env });
  const results = await auditServer({
    url: 'http://localhost/graphql',
    fetchFn: (url: string, init?: RequestInit) => api.app.fetch(new Request(url, init)),
  });
  expect(results.length satisfies number).toBe(61);
  return results.filter(({ status }) => status !== 'ok').map(({ id }: Pick<Audit, 'id'>) => id);
}

test('in development all 61 audits of GraphQL over HTTP are passed', async () => {
  expect(await failing({})).toEqual([]);
});

test('in production exactly those differ that ask by plain GET, which other sites could', async () => {
  const differing = await failing({ NODE_ENV: 'production' });
  expect(differing.sort()).toEqual(['28B9', '2EA1', '5A70', '6A70', 'D6D5']);
});
