import type { ProtectionProjection, ProtectionState } from '../../domain/clock.js';
import type { PolicyEffect } from '../../domain/policy-effect.js';

/** How many leads are told one by one, and how many agents. */
const MAX_TOLD = 100;

/** A lead of which some date changes. */
export interface ChangedLead extends PolicyEffect {
  readonly leadId: string;
  readonly ownerId: string;
  readonly before: ProtectionProjection;
  readonly after: ProtectionProjection;
}

export interface Counts {
  /** Leads of which some date changes. */
  readonly changed: number;
  /** Those whose owners would be warned at once, whose protection would be over at once, whose end would be paused. */
  readonly warned: number;
  readonly expired: number;
  readonly paused: number;
}

export interface StateChange {
  readonly before: ProtectionState;
  readonly after: ProtectionState;
  readonly leads: number;
}

export interface PolicyPreview extends Counts {
  /** False if time was up before every lead was examined. */
  readonly complete: boolean;
  /** Leads under protection that were examined. */
  readonly examined: number;
  /** Of the changed leads, the most frequent first. */
  readonly states: readonly StateChange[];
  /** The agents whose leads change, those with most first, at most 100. */
  readonly agents: readonly (Counts & { readonly agentId: string })[];
  /** The 100 changed leads whose protection would end first. */
  readonly leads: readonly ChangedLead[];
}

/** The counts so far. It keeps no more than is told, however many leads there are. */
export interface Tally {
  examined: number;
  count(lead: ChangedLead): void;
  result(complete: boolean): PolicyPreview;
}

type Counting = { -readonly [Name in keyof Counts]: number };

export function newTally(): Tally {
  const total = noCounts();
  const states = new Map<string, { -readonly [Key in keyof StateChange]: StateChange[Key] }>();
  const agents = new Map<string, Counting>();
  let leads: ChangedLead[] = [];

  return {
    examined: 0,
    count(lead) {
      add(total, lead);
      const name = `${lead.stateBefore} ${lead.stateAfter}`;
      const change = states.get(name) ?? {
        before: lead.stateBefore,
        after: lead.stateAfter,
        leads: 0,
      };
      change.leads++;
      states.set(name, change);
      const agent = agents.get(lead.ownerId) ?? noCounts();
      add(agent, lead);
      agents.set(lead.ownerId, agent);
      leads.push(lead);
      if (leads.length >= 10 * MAX_TOLD) leads = firstToEnd(leads);
    },
    result(complete) {
      return {
        ...total,
        complete,
        examined: this.examined,
        states: [...states.values()].sort((a, b) => b.leads - a.leads),
        agents: [...agents]
          .map(([agentId, counts]) => ({ agentId, ...counts }))
          .sort((a, b) => b.changed - a.changed || (a.agentId < b.agentId ? -1 : 1))
          .slice(0, MAX_TOLD),
        leads: firstToEnd(leads),
      };
    },
  };
}

function noCounts(): Counting {
  return { changed: 0, warned: 0, expired: 0, paused: 0 };
}

function add(counts: Counting, { warned, expired, paused }: PolicyEffect): void {
  counts.changed++;
  if (warned) counts.warned++;
  if (expired) counts.expired++;
  if (paused) counts.paused++;
}

function firstToEnd(leads: readonly ChangedLead[]): ChangedLead[] {
  const endOf = ({ after }: ChangedLead) => after.expiresAt ?? Number.POSITIVE_INFINITY;
  return [...leads]
    .sort((a, b) => (endOf(a) === endOf(b) ? (a.leadId < b.leadId ? -1 : 1) : endOf(a) - endOf(b)))
    .slice(0, MAX_TOLD);
}
