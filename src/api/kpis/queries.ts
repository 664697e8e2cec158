import { kpiViewOf } from '../../features/kpis/kpi-view.js';
import { readKpis } from '../../features/kpis/kpis.js';
import { builder } from '../kit/builder.js';
import { DashboardType } from './types.js';

builder.queryField('dashboard', (t) =>
  t.field({
    type: DashboardType,
    description: 'The present key figures.',
    resolve: (_root, _args, { reads, actor, now }) =>
      readKpis((sql, params) => reads.query(sql, params), kpiViewOf(actor), now),
  }),
);
