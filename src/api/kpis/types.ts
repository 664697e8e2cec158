import type { ProtectionState } from '../../domain/clock.js';
import { COST_PER_LEAD_TARGET, SAMPLE_SUCCESS_TARGET } from '../../domain/kpi-targets.js';
import type { ActivityRate, KpiFrame } from '../../features/kpis/kpis.js';
import type { Share } from '../../features/kpis/read-rates.js';
import { builder } from '../kit/builder.js';
import { ProtectionStateType } from '../leads/codes.js';

/** Days that activities are counted over. */
const ACTIVITY_DAYS = 7;

const StateCountType = builder
  .objectRef<{ state: ProtectionState; count: number }>('LeadStateCount')
  .implement({
    description: 'How many leads are in one state.',
    fields: (t) => ({
      state: t.field({
        type: ProtectionStateType,
        description: 'The state, as `protection.state` of each of the leads.',
        resolve: ({ state }) => state,
      }),
      count: t.exposeInt('count', { description: 'So many leads.' }),
    }),
  });

const ShareType = builder.objectRef<Share & { target?: number }>('KpiShare').implement({
  description: 'A part of a whole.',
  fields: (t) => ({
    share: t.float({
      nullable: true,
      description: 'Between 0 and 1; null while the whole is nothing.',
      resolve: ({ met, of }) => (of === 0 ? null : met / of),
    }),
    met: t.exposeInt('met', { description: 'So many of them.' }),
    of: t.exposeInt('of', { description: 'So many there are.' }),
    target: t.float({
      nullable: true,
      description: 'The share that it should be above; null if none is set.',
      resolve: ({ target }) => target ?? null,
    }),
  }),
});

const DueSoonType = builder.objectRef<KpiFrame>('LeadsDueSoon').implement({
  description: 'The leads of which something runs out within seven days.',
  fields: (t) => ({
    progress: t.int({
      description:
        'Leads whose progress deadline comes within seven days, protection lasting until then.',
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
    count: t.int({ description: 'So many leads.', resolve: ({ kpis }) => kpis.states.ON_HOLD }),
    averageHours: t.int({
      nullable: true,
      description: 'Whole hours that they have been on hold on average; null if none is.',
      resolve: ({ kpis }) => kpis.averageHoldHours,
    }),
    longestHours: t.int({
      nullable: true,
      description: 'Whole hours of the one that has been on hold for longest; null if none is.',
      resolve: ({ kpis }) => kpis.longestHoldHours,
    }),
  }),
});

const AgentActivityType = builder.objectRef<ActivityRate>('AgentActivity').implement({
  description: 'How active one agent is.',
  fields: (t) => ({
    agentId: t.globalID({
      nullable: true,
      description: 'Global id of the agent. Wallboards know nobody.',
      resolve: ({ agentId }) => (agentId === null ? null : { type: 'User', id: agentId }),
    }),
    agentName: t.exposeString('name', {
      nullable: true,
      description: 'Name of the agent. Wallboards know nobody.',
    }),
    activities: t.exposeInt('activities', { description: 'Activities of the last seven days.' }),
    perDay: t.float({
      description: 'The same per day.',
      resolve: ({ activities }) => Math.round((activities / ACTIVITY_DAYS) * 100) / 100,
    }),
  }),
});

const CostPerLeadType = builder.objectRef<KpiFrame>('CostPerLead').implement({
  description: 'What a lead costs in AI, infrastructure and working time.',
  fields: (t) => ({
    euros: t.float({
      nullable: true,
      description:
        'What thirty days cost by the settings, per lead that was registered in the last thirty days. Null while no cost is set or no lead came, and for whoever sees a part of the market only.',
      resolve: ({ kpis }) => kpis.costPerLead,
    }),
    targetEuros: t.float({
      description: 'What it should be below.',
      resolve: () => COST_PER_LEAD_TARGET,
    }),
  }),
});

export const DashboardType = builder.objectRef<KpiFrame>('Dashboard').implement({
  description:
    'The numbers that people look at: an agent’s about themselves, a manager’s about the territory, all others’ about the whole market. docs/kpis.md defines each.',
  fields: (t) => ({
    asOf: t.field({
      type: 'DateTime',
      description: 'The instant that the numbers are of; they have not changed since.',
      resolve: ({ asOf }) => asOf,
    }),
    leadsByState: t.field({
      type: [StateCountType],
      description: 'How many leads are in each state, every state being there.',
      resolve: ({ kpis }) =>
        Object.entries(kpis.states).map(([state, count]) => ({
          state: state as ProtectionState,
          count,
        })),
    }),
    dueSoon: t.field({
      type: DueSoonType,
      description: 'What runs out within seven days.',
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
      description: 'What is on hold, and for how long.',
      resolve: (frame) => frame,
    }),
    reminderSla: t.field({
      type: ShareType,
      description:
        'Of the reminders that fell due in the last seven days, those that were delivered in time: setting `kpi.reminderMinutes`. A reminder of a nightly job is due at the first slot of the job at or after its instant.',
      resolve: ({ kpis }) => kpis.reminders,
    }),
    undeliveredWarnings: t.int({
      description:
        'Leads whose progress warning was issued more than `kpi.reminderMinutes` ago and has not been delivered. Until it is, they do not expire for lack of progress.',
      resolve: ({ kpis }) => kpis.undeliveredWarnings,
    }),
    sampleSuccess: t.field({
      type: ShareType,
      description:
        'Of the products on which feedback came in the last ninety days, those that succeeded.',
      resolve: ({ kpis }) => ({ ...kpis.samples, target: SAMPLE_SUCCESS_TARGET }),
    }),
    feedback: t.field({
      type: ShareType,
      description: 'Of the samples delivered in the last ninety days, those with feedback.',
      resolve: ({ kpis }) => kpis.feedback,
    }),
    activityRates: t.field({
      type: [AgentActivityType],
      description:
        'The agents who logged anything in the last seven days, the most active first, at most a hundred.',
      resolve: ({ kpis }) => [...kpis.activities],
    }),
    conversion: t.field({
      type: ShareType,
      description:
        'Of the leads that were converted, lost, released or expired in the last ninety days, those that were converted.',
      resolve: ({ kpis }) => kpis.conversion,
    }),
    costPerLead: t.field({
      type: CostPerLeadType,
      description: 'What a lead costs.',
      resolve: (frame) => frame,
    }),
    eventResponseSla: t.field({
      type: ShareType,
      description:
        'Of the leads for events that were registered in the last seven days, those on which somebody acted in time: settings `kpi.eventBusinessType` and `kpi.eventResponseMinutes`.',
      resolve: ({ kpis }) => kpis.eventResponse,
    }),
    outboxLagMinutes: t.int({
      nullable: true,
      description:
        'Whole minutes that the oldest mail that is to be sent has waited. Null but for admins and auditors, who alone see the mails.',
      resolve: ({ kpis }) => kpis.outboxLagMinutes,
    }),
  }),
});
