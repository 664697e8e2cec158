import { kpiViewOf } from '../../features/kpis/kpi-view.js';
import { readKpis } from '../../features/kpis/kpis.js';
import { readAgentLoads } from '../../features/kpis/read-agent-loads.js';
import { knownEnd } from '../../platform/events/known-end.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { builder } from '../kit/builder.js';
import { periodOf } from '../kit/period.js';
import { AgentLoadType, DashboardType } from './types.js';

builder.queryField('dashboard', (t) =>
  t.field({
    type: DashboardType,
    description: 'The present key figures.',
    resolve: (_root, _args, { reads, actor, now, services }) => {
      const end = knownEnd(services.hub);
      return readKpis((sql, params) => reads.query(sql, params), kpiViewOf(actor), { now, end });
    },
  }),
);

const DEFAULT_DAYS = 90;

builder.queryField('agentLoads', (t) =>
  t.field({
    type: [AgentLoadType],
    description:
      'How many leads each agent holds and how many of them are not worked on, those with the most unworked leads first, up to 500 agents. For managers about their territory; empty for agents and wallboards.',
    args: {
      from: t.arg({
        type: 'DateTime',
        description: 'Start of the period, inclusive; 90 days before its end if left out.',
      }),
      before: t.arg({
        type: 'DateTime',
        description: 'End of the period, exclusive; now if left out.',
      }),
    },
    resolve: (_root, args, ctx) => {
      const period = periodOf(args, ctx, DEFAULT_DAYS);
      return ctx.reads.read(async (tx) => {
        const { qualifyingKinds } = await loadPolicy(tx);
        return readAgentLoads(tx, ctx.actor, ctx.now, period, qualifyingKinds);
      });
    },
  }),
);
