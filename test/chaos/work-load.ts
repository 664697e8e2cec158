import { randomUUID } from 'node:crypto';
import { type Ask, askingAt, RefusedError } from '../faults/ask.js';
import { localId } from '../faults/blocked-batch.js';
import type { Installation, Person } from '../faults/installation.js';
import { registeredFor, runJob } from '../faults/warnings.js';
import { pause } from './cluster.js';
import type { Acknowledged } from './history.js';
import { pick, seededRandom } from './random.js';

/** People at work through the public API, each on leads of their own, one thing after the other. */
export interface WorkLoad {
  readonly acknowledged: readonly Acknowledged[];
  /** Requests that had to be sent again. */
  readonly retries: number;
  /** What was refused, by message: expected to be little. */
  readonly refusals: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

export interface WorkLoadOptions {
  readonly home: Installation;
  readonly urls: () => readonly string[];
  readonly seed: number;
}

/** An answer that takes longer is not waited for, but asked for again. */
const PATIENCE_MS = 8_000;
const PAUSE_MS = 40;
const JOBS_EVERY_MS = 3_000;

export function startWorkLoad({ home, urls, seed }: WorkLoadOptions): WorkLoad {
  const acknowledged: Acknowledged[] = [];
  const refusals = new Map<string, number>();
  let retries = 0;
  let stopping = false;

  /** Until somebody answers. @throws RefusedError for what is answered with no */
  async function insist<T>(person: Person, send: (ask: Ask) => Promise<T>): Promise<T> {
    for (let turn = Math.floor(Math.random() * 3); ; turn += 1) {
      const all = urls();
      const url = all[turn % Math.max(all.length, 1)];
      try {
        if (url === undefined) throw new Error('Nobody is there.');
        return await send(asking(url, person));
      } catch (error) {
        const away = !(error instanceof RefusedError) || AWAY.has(error.code);
        if (!away || stopping) throw error;
        retries += 1;
        await pause(100);
      }
    }
  }

  async function work(person: Person, nth: number): Promise<void> {
    const random = seededRandom(seed * 101 + nth);
    const leads: { id: string; hold: string | null }[] = [];
    while (!stopping) {
      try {
        await step(person, random, leads);
      } catch (error) {
        if (!(error instanceof RefusedError)) continue; // Stopping, and no answer came.
        refusals.set(error.message, (refusals.get(error.message) ?? 0) + 1);
      }
      await pause(PAUSE_MS);
    }
  }

  async function step(
    person: Person,
    random: () => number,
    leads: { id: string; hold: string | null }[],
  ): Promise<void> {
    const idempotencyKey = randomUUID();
    const chance = random();
    if (leads.length === 0 || chance < 0.15) {
      const lead = { ...newLead(), idempotencyKey };
      const id = await insist(person, (ask) => done(ask, 'registerLead', lead, 'lead'));
      leads.push({ id, hold: null });
      note('LEAD_REGISTERED', id, id);
      return;
    }
    const lead = pick(random, leads);
    const leadId = lead.id;
    if (chance < 0.65) {
      const input = { leadId, kind: 'QUALIFIED_CALL', idempotencyKey };
      const id = await insist(person, (ask) => done(ask, 'logActivity', input, 'activity'));
      note('ACTIVITY_LOGGED', leadId, id);
    } else if (chance < 0.85) {
      const { hold } = lead;
      if (hold === null) {
        const input = { leadId, reason: 'PRICE_APPROVAL', idempotencyKey };
        lead.hold = await insist(person, (ask) => done(ask, 'startHold', input, 'hold'));
        note('HOLD_STARTED', leadId, lead.hold);
      } else {
        // Asked for twice, it may be answered that it has ended already.
        lead.hold = null;
        await insist(person, (ask) => done(ask, 'endHold', { holdId: hold }, 'hold'));
        note('HOLD_ENDED', leadId, hold);
      }
    } else {
      const dueAt = new Date(Date.now() + 1_500).toISOString();
      const input = { leadId, dueAt, channel: 'EMAIL', idempotencyKey };
      const id = await insist(person, (ask) => done(ask, 'scheduleFollowUp', input, 'reminder'));
      note('REMINDER_DUE', leadId, id, false);
    }
  }

  function note(type: Acknowledged['type'], lead: string, about: string, ordered = true): void {
    acknowledged.push({ type, leadId: localId(lead), about: localId(about), ordered });
  }

  /** Leads whose warnings fall due in a moment, and the jobs that warn of them. */
  async function nights(): Promise<void> {
    while (!stopping) {
      const lead = {
        ...newLead(),
        ownerId: Buffer.from(`User:${home.anna.id}`).toString('base64'),
        registeredAt: registeredFor(Date.now() + 1_000),
        backdateReason: 'As it was agreed',
        idempotencyKey: randomUUID(),
      };
      try {
        const id = await insist(home.manager, (ask) => done(ask, 'registerLead', lead, 'lead'));
        note('LEAD_REGISTERED', id, id);
        await insist(home.admin, (ask) => runJob(ask, 'PROGRESS_WARNING'));
        await insist(home.admin, (ask) => runJob(ask, 'PROTECTION_EXPIRY'));
      } catch {
        // Stopping, or refused as a second request of one that went through.
      }
      await pause(JOBS_EVERY_MS);
    }
  }

  const people = [home.anna, home.anna, home.ben, home.ben];
  const working = Promise.all([...people.map(work), nights()]);
  return {
    acknowledged,
    refusals,
    get retries() {
      return retries;
    },
    async stop() {
      stopping = true;
      await working;
    },
  };
}

/** Codes of answers after which the same may be asked again. */
const AWAY = new Set(['UNAVAILABLE', 'INTERNAL_SERVER_ERROR']);

function asking(url: string, { token }: Person): Ask {
  const ask = askingAt(url, token);
  return (query, variables) => ask(query, variables, { timeoutMs: PATIENCE_MS });
}

function newLead() {
  const companyName = `Gasthof ${randomUUID()}`;
  return { companyName, city: 'Ulm', stage: 'PRE_REGISTRATION', overrideReason: 'Another one' };
}

/** The global id of what a verb made. @throws RefusedError with what it answered instead */
async function done(ask: Ask, verb: string, input: object, what: string): Promise<string> {
  const type = verb.charAt(0).toUpperCase() + verb.slice(1);
  const { answer } = await ask<{
    answer: { made?: { id: string }; message?: string; code?: string };
  }>(
    `mutation ($input: ${type}Input!) { answer: ${verb}(input: $input) {
      ... on ${type}Payload { made: ${what} { id } } ... on UserError { message code } } }`,
    { input },
  );
  if (!answer.made) throw new RefusedError(answer.message ?? '', answer.code ?? '');
  return answer.made.id;
}
