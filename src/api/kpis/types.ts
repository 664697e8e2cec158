import type { ProtectionState } from '../../domain/clock.js';
import { COST_PER_LEAD_TARGET, SAMPLE_SUCCESS_TARGET } from '../../domain/kpi-targets.js';
import type { ActivityRate, KpiFrame } from '../../features/kpis/kpis.js';
import type { AgentLoad } from '../../features/kpis/read-agent-loads.js';
import type { Share } from '../../features/kpis/read-rates.js';
import { builder } from '../kit/builder.js';
import { positionOf } from '../kit/read-position.js';
import { LeadStateCountType } from '../leads/facets.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

/** Days that activities are counted over. */
const ACTIVITY_DAYS = 7;

const ShareType = builder.objectRef<Share & { target?: number }>('KpiShare').implement({
  description: 'A part of a whole.',
  fields: (t) => ({
    share: t.float({
      nullable: true,
      description: 'Between 0 and 1; null while `of` is 0.',
      resolve: ({ met, of }) => (of === 0 ? null : met / of),
    }),
    met: t.exposeInt('met', { description: 'Count of the part.' }),
    of: t.exposeInt('of', { description: 'Count of the whole.' }),
    target: t.float({
      nullable: true,
      description: 'Target that the share should exceed, between 0 and 1; null if none is set.',
      resolve: ({ target }) => target ?? null,
    }),
  }),
});

const DueSoonType = builder.objectRef<KpiFrame>('LeadsDueSoon').implement({
  description: 'Leads with a deadline or an end of protection within seven days.',
  fields: (t) => ({
    progress: t.int({
      description:
        'Leads whose progress deadline is within seven days, with protection until then.',
      resolve: ({ kpis }) => kpis.progressDue,
    }),
    base: t.int({
      description: 'Leads whose protection ends with the base period within seven days.',
      resolve: ({ kpis }) => kpis.baseDue,
    }),
  }),
});

const OnHoldType = builder.objectRef<KpiFrame>('LeadsOnHold').implement({
  description: 'The leads whose clock stands still.',
  fields: (t) => ({
    count: t.int({ description: 'Number of leads.', resolve: ({ kpis }) => kpis.states.ON_HOLD }),
    averageHours: t.int({
      nullable: true,
      description: 'Average time on hold, in whole hours; null if no lead is on hold.',
      resolve: ({ kpis }) => kpis.averageHoldHours,
    }),
    longestHours: t.int({
      nullable: true,
      description: 'Longest time on hold, in whole hours; null if no lead is on hold.',
      resolve: ({ kpis }) => kpis.longestHoldHours,
    }),
  }),
});

const AgentActivityType = builder.objectRef<ActivityRate>('AgentActivity').implement({
  description: 'Activity of one agent.',
  fields: (t) => ({
    agentId: t.globalID({
      nullable: true,
      description: 'Global id of the agent; null for wallboards.',
      resolve: ({ agentId }) => (agentId === null ? null : { type: 'User', id: agentId }),
    }),
    agentName: t.exposeString('name', {
      nullable: true,
      description: 'Name of the agent; null for wallboards.',
    }),
    activities: t.exposeInt('activities', { description: 'Activities of the last seven days.' }),
    perDay: t.float({
      description: 'Activities of the last seven days, per day.',
      resolve: ({ activities }) => Math.round((activities / ACTIVITY_DAYS) * 100) / 100,
    }),
  }),
});

const CostPerLeadType = builder.objectRef<KpiFrame>('CostPerLead').implement({
  description: 'Cost of a lead in AI, infrastructure and working time.',
  fields: (t) => ({
    euros: t.float({
      nullable: true,
      description:
        'Costs of thirty days by the settings, per lead that was registered in the last thirty days. Null while no cost is set or no lead was registered, and for actors who see only a part of the market.',
      resolve: ({ kpis }) => kpis.costPerLead,
    }),
    targetEuros: t.float({
      description: 'Target that the cost should stay below, in euros.',
      resolve: () => COST_PER_LEAD_TARGET,
    }),
  }),
});

export const AgentLoadType = builder.objectRef<AgentLoad>('AgentLoad').implement({
  description:
    'How many leads an agent holds, and how many of them are registered and not worked on. `leads(filter: { ownerId, unworked: true })` lists those.',
  fields: (t) => ({
    agent: t.field({
      type: UserType,
      nullable: true,
      description: 'The agent.',
      resolve: ({ agentId }, _args, ctx, info) => resolveUser(ctx, info, agentId),
    }),
    protected: t.exposeInt('protected', { description: 'Leads under protection now.' }),
    unworked: t.exposeInt('unworked', {
      description: 'Of those, leads without progress since the assignment.',
    }),
    gained: t.exposeInt('gained', {
      description: 'Leads that the agent registered, claimed or was given in the period.',
    }),
    expired: t.exposeInt('expired', {
      description: 'Protections of the agent that the clock ended in the period.',
    }),
    expiredUnworked: t.field({
      type: ShareType,
      description: 'The share of those in which there was no progress in all the time.',
      resolve: ({ expired, expiredUnworked }) => ({ met: expiredUnworked, of: expired }),
    }),
    capacity: t.exposeInt('capacity', {
      nullable: true,
      description:
        'Leads that the agent may have under protection at once (`maxProtectedLeads`); null for no limit.',
    }),
    room: t.int({
      nullable: true,
      description: 'How many more leads the agent may take; null for no limit.',
      resolve: ({ capacity, protected: held }) =>
        capacity === null ? null : Math.max(0, capacity - held),
    }),
  }),
});

export const DashboardType = builder.objectRef<KpiFrame>('Dashboard').implement({
  description:
    'Key figures: of the agent’s own leads for agents, of the territory for managers, of the whole market for all other roles. docs/kpis.md defines each.',
  fields: (t) => ({
    asOf: t.field({
      type: 'DateTime',
      description: 'When the figures were computed; they have not changed since.',
      resolve: ({ asOf }) => asOf,
    }),
    readPosition: t.field({
      type: 'Cursor',
      description:
        'A position in the event log that the figures are up to date with: a subscription with `after` set to it tells everything that happens from here on. Of what happened just before it may tell what the figures hold already. UNAVAILABLE while the server starts.',
      resolve: ({ end }, _args, ctx) => positionOf(ctx, end),
    }),
    leadsByState: t.field({
      type: [LeadStateCountType],
      description: 'How many leads are in each state; states without leads are listed with 0.',
      resolve: ({ kpis }) =>
        Object.entries(kpis.states).map(([state, count]) => ({
          value: state as ProtectionState,
          count,
        })),
    }),
    dueSoon: t.field({
      type: DueSoonType,
      description: 'Leads with a deadline or an end of protection within seven days.',
      resolve: (frame) => frame,
    }),
    warned: t.int({
      description: 'Leads whose owner was warned and whose progress deadline is still to come.',
      resolve: ({ kpis }) => kpis.states.WARNED,
    }),
    inGrace: t.int({
      description: 'Leads past their progress deadline, in their days of grace.',
      resolve: ({ kpis }) => kpis.states.GRACE,
    }),
    expiredLast7Days: t.int({
      description: 'How often protection ended by itself in the last seven days.',
      resolve: ({ kpis }) => kpis.expiredLast7Days,
    }),
    reactivatedLast30Days: t.int({
      description:
        'How often progress re-activated a protection that had been warned or was in grace, in the last thirty days.',
      resolve: ({ kpis }) => kpis.reactivatedLast30Days,
    }),
    onHold: t.field({
      type: OnHoldType,
      description: 'Leads on hold, and for how long.',
      resolve: (frame) => frame,
    }),
    reminderSla: t.field({
      type: ShareType,
      description:
        'Share of the reminders due in the last seven days that were delivered within `kpi.reminderMinutes`. A reminder of a nightly job is due at the first slot of the job at or after its instant.',
      resolve: ({ kpis }) => kpis.reminders,
    }),
    unworkedLeads: t.int({
      description:
        'Leads under protection without progress since the assignment to their owner. `leads(filter: { unworked: true })` lists them, `agentLoads` counts them by agent.',
      resolve: ({ kpis }) => kpis.unworkedLeads,
    }),
    undeliveredWarnings: t.int({
      description:
        'Leads whose progress warning was issued more than `kpi.reminderMinutes` ago and has not been delivered. Until it is, they do not expire for lack of progress.',
      resolve: ({ kpis }) => kpis.undeliveredWarnings,
    }),
    sampleSuccess: t.field({
      type: ShareType,
      description: 'Share of the products with feedback in the last ninety days that succeeded.',
      resolve: ({ kpis }) => ({ ...kpis.samples, target: SAMPLE_SUCCESS_TARGET }),
    }),
    feedback: t.field({
      type: ShareType,
      description: 'Share of the samples delivered in the last ninety days that have feedback.',
      resolve: ({ kpis }) => kpis.feedback,
    }),
    activityRates: t.field({
      type: [AgentActivityType],
      description:
        'The agents who logged an activity in the last seven days, the most active first, at most 100.',
      resolve: ({ kpis }) => [...kpis.activities],
    }),
    conversion: t.field({
      type: ShareType,
      description:
        'Share of the leads converted, lost, released or expired in the last ninety days that were converted.',
      resolve: ({ kpis }) => kpis.conversion,
    }),
    costPerLead: t.field({
      type: CostPerLeadType,
      description: 'Cost per lead.',
      resolve: (frame) => frame,
    }),
    eventResponseSla: t.field({
      type: ShareType,
      description:
        'Share of the event leads registered in the last seven days with an activity in time: settings `kpi.eventBusinessType` and `kpi.eventResponseMinutes`.',
      resolve: ({ kpis }) => kpis.eventResponse,
    }),
    outboxLagMinutes: t.int({
      nullable: true,
      description:
        'How long the oldest unsent mail has waited, in whole minutes. Null for roles other than admins and auditors, who alone see the mails.',
      resolve: ({ kpis }) => kpis.outboxLagMinutes,
    }),
  }),
});
