import { UnauthenticatedError } from '../../domain/errors.js';
import { kpiViewOf } from '../../features/kpis/kpi-view.js';
import type { KpiFrame } from '../../features/kpis/kpis.js';
import { builder } from '../kit/builder.js';
import { DashboardType } from './types.js';

builder.subscriptionField('dashboard', (t) =>
  t.field({
    type: DashboardType,
    description:
      'The key figures at once, and again whenever one has changed, at most four times a second. A slow subscriber gets the latest only.',
    subscribe: (_root, _args, { actor, services, session, signal }) => {
      if (session === null) throw new UnauthenticatedError('Send a token to subscribe.');
      return services.kpis.follow(kpiViewOf(actor), {
        signal,
        reauthorize: async () => (await services.sessions.reauthorize(session)) !== null,
      });
    },
    resolve: (frame: KpiFrame) => frame,
  }),
);
