import type { KnownEnd } from '../../platform/events/known-end.js';
import type { KpiQuery } from './kpi-query.js';
import { type KpiSettings, readKpiSettings } from './kpi-settings.js';
import type { KpiView } from './kpi-view.js';
import { type RateNumbers, readRates, type Share } from './read-rates.js';
import { readStates, type StateCounts, type StateNumbers } from './read-states.js';

/** All key figures, as docs/kpis.md defines them. Those that grow with time are whole hours or minutes. */
export interface Kpis {
  readonly states: StateCounts;
  readonly progressDue: number;
  readonly baseDue: number;
  readonly expiredLast7Days: number;
  readonly reactivatedLast30Days: number;
  readonly averageHoldHours: number | null;
  readonly longestHoldHours: number | null;
  readonly reminders: Share;
  readonly undeliveredWarnings: number;
  readonly unworkedLeads: number;
  readonly samples: Share;
  readonly feedback: Share;
  readonly conversion: Share;
  readonly eventResponse: Share;
  readonly activities: readonly ActivityRate[];
  readonly costPerLead: number | null;
  /** Whole minutes that the oldest mail to be sent has waited; null for readers who may not see mails. */
  readonly outboxLagMinutes: number | null;
}

export interface ActivityRate {
  /** Null for readers who may not know. */
  readonly agentId: string | null;
  readonly name: string | null;
  readonly activities: number;
}

/** The numbers as of an instant. */
export interface KpiFrame {
  readonly asOf: Date;
  readonly kpis: Kpis;
  /** The end of the event log before they were read. */
  readonly end: KnownEnd;
}

/** The figures that take longer to read, with the settings that they were read by. */
export interface Rates {
  readonly numbers: RateNumbers;
  readonly settings: KpiSettings;
}

export async function readAllRates(query: KpiQuery, view: KpiView, now: Date): Promise<Rates> {
  const settings = await readKpiSettings(query);
  return { settings, numbers: await readRates(query, view.scope, settings, now) };
}

/** All figures, now; `end` is the end of the event log. */
export async function readKpis(
  query: KpiQuery,
  view: KpiView,
  { now, end }: { readonly now: Date; readonly end: KnownEnd },
): Promise<KpiFrame> {
  const states = await readStates(query, view.scope, now);
  const rates = await readAllRates(query, view, now);
  return { asOf: now, kpis: kpisOf(view, states, rates, now), end };
}

export function kpisOf(view: KpiView, states: StateNumbers, rates: Rates, now: Date): Kpis {
  const { registeredLast30Days, activities, ...numbers } = rates.numbers;
  const anonymous = view.identity.role === 'WALLBOARD';
  return {
    ...numbers,
    states: states.states,
    progressDue: states.progressDue,
    baseDue: states.baseDue,
    activities: activities.map((one) => ({
      agentId: anonymous ? null : one.agentId,
      name: anonymous ? null : one.name,
      activities: one.activities,
    })),
    costPerLead: costPerLead(rates.settings, registeredLast30Days),
    outboxLagMinutes: seesMails(view)
      ? minutesSince(states.mailWaitsSince ?? now.getTime(), now)
      : null,
  };
}

/** Null while no cost is configured, or no lead was registered to divide it by. */
function costPerLead(settings: KpiSettings, leads: number | null): number | null {
  const costs = [
    settings['kpi.aiCostPerMonth'],
    settings['kpi.infrastructureCostPerMonth'],
    settings['kpi.timeCostPerMonth'],
  ].filter((cost) => cost !== null);
  if (leads === null || leads === 0 || costs.length === 0) return null;
  return Math.round((costs.reduce((sum, cost) => sum + cost, 0) / leads) * 100) / 100;
}

/** The roles that row-level security shows the mails. */
function seesMails({ identity: { role } }: KpiView): boolean {
  return role === 'ADMIN' || role === 'AUDITOR' || role === 'SYSTEM';
}

function minutesSince(epochMs: number, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - epochMs) / 60_000));
}
