import { expect, test } from 'vitest';
import type { ApiClient } from '../../../src/run/demo/api-client.js';
import { createShortLived } from '../../../src/run/demo/short-lived.js';
import type { ApiUser } from '../../support/api.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi();

const clientOf = (user: ApiUser): ApiClient => ({
  request: (query, variables) => api.query(user, query, variables),
  upload: () => Promise.reject(new Error('Nothing is uploaded here.')),
});

test('the leads that the demo registers for its warnings and expiries never stand in each other’s way', async () => {
  // It dates leads back from the real time.
  api.clock.set(new Date().toISOString());
  const [manager, admin] = [
    await api.user('MANAGER', { name: 'Martin' }),
    await api.user('ADMIN', { name: 'Ada' }),
  ];
  const registerTwo = createShortLived({ manager: clientOf(manager), admin: clientOf(admin) });
  for (let round = 0; round < 60; round += 1) await registerTwo();
  expect(await api.db.prisma.lead.count()).toBe(120);
});
