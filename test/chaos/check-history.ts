import { maySee } from '../../src/platform/events/may-see.js';
import type { Following, History, LoggedFact, Problem, Rule } from './history.js';

/** Everything that is wrong with a history; empty if nothing is. */
export function checkHistory(history: History): Problem[] {
  return [
    ...checkPositions(history),
    ...checkFacts(history),
    ...checkOrder(history),
    ...history.followings.flatMap((following) => checkFollowing(history, following)),
    ...checkMails(history),
  ];
}

const AROUND = 3;

function checkPositions({ log }: History): Problem[] {
  const rule = 'positions have no gap and no repetition';
  const unnumbered = log.filter(({ position }) => position === null);
  const numbered = inOrder(log);
  const wrong = numbered.findIndex(({ position }, index) => position !== index + 1);
  return [
    ...problems(rule, unnumbered, (event) => `${event.type} ${event.id} never got a position`),
    ...(wrong < 0
      ? []
      : [
          {
            rule,
            what: `position ${numbered[wrong]?.position} stands where ${wrong + 1} should`,
            shown: around(numbered, wrong).map(show),
          } satisfies Problem,
        ]),
  ];
}

function checkFacts({ acknowledged, log }: History): Problem[] {
  const events = groupBy(log, factOf);
  const lost = acknowledged.filter(({ type, about }) => !events.has(`${type} ${about}`));
  const doubled = [...events].filter(([fact, same]) => fact !== '' && same.length > 1);
  return [
    ...problems(
      'nothing acknowledged is lost',
      lost,
      ({ type, about, leadId }) => `${type} about ${about} of lead ${leadId} was acknowledged`,
    ),
    ...doubled.map(
      ([fact, same]): Problem => ({
        rule: 'no fact is told twice',
        what: `${fact} is told ${same.length} times`,
        shown: same.map(show),
      }),
    ),
  ];
}

function checkOrder({ acknowledged, log }: History): Problem[] {
  const placeOf = new Map(inOrder(log).map((event) => [factOf(event), event.position ?? 0]));
  const byLead = groupBy(
    acknowledged.filter(({ ordered }) => ordered),
    ({ leadId }) => leadId,
  );
  return [...byLead].flatMap(([leadId, facts]) => {
    const places = facts.flatMap(({ type, about }) => {
      const position = placeOf.get(`${type} ${about}`);
      return position === undefined ? [] : [{ position, fact: `${type} ${about}` }];
    });
    const wrong = places.findIndex(
      ({ position }, index) => index > 0 && position <= (places[index - 1]?.position ?? 0),
    );
    if (wrong < 0) return [];
    const problem: Problem = {
      rule: 'the events of a lead are in the order of its facts',
      what: `of lead ${leadId}`,
      shown: around(places, wrong).map(({ position, fact }) => `${position} ${fact}`),
    };
    return [problem];
  });
}

function checkFollowing({ log }: History, following: Following): Problem[] {
  const { name, actor, after, told, complaints } = following;
  const rule = 'everybody is told exactly what they may see, once and in order';
  const owed = inOrder(log).filter(
    (event) => (event.position ?? 0) > after && maySee(actor, event),
  );
  const length = Math.max(owed.length, told.length);
  let wrong = 0;
  while (wrong < length && owed[wrong]?.id === told[wrong]?.id) wrong += 1;
  const shown = [
    ...around(owed, wrong).map((event) => `owed ${show(event)}`),
    ...around(told, wrong).map(({ position, id }) => `told ${position} ${id}`),
  ];
  const what = `${name}: ${owed.length} events were owed, ${told.length} told; the ${wrong + 1}th is the first that differs`;
  return [
    ...(wrong < length ? [{ rule, what, shown } satisfies Problem] : []),
    ...problems('nobody is told that a flow is complete', complaints, (said) => `${name}: ${said}`),
  ];
}

function checkMails({ outbox, delivered, crashes }: History): Problem[] {
  const rule = 'a mail is repeated at most once per crash, under the same Message-ID';
  const known = new Map(outbox.map((mail) => [mail.messageId, mail]));
  const arrived = groupBy(delivered, ({ messageId }) => messageId);
  const foreign = delivered.filter(
    ({ messageId, recipient }) => known.get(messageId)?.recipient !== recipient,
  );
  const missing = outbox.filter(
    ({ messageId, status }) => status === 'SENT' && !arrived.has(messageId),
  );
  const repeated = [...arrived.values()].filter((same) => same.length > 1);
  const repetitions = repeated.reduce((sum, same) => sum + same.length - 1, 0);
  return [
    ...problems(rule, foreign, ({ messageId }) => `${messageId} arrived, but is not in the outbox`),
    ...problems(rule, missing, ({ messageId }) => `${messageId} is SENT, but never arrived`),
    ...(repetitions > crashes
      ? [
          {
            rule,
            what: `${repetitions} repetitions with ${crashes} crashes`,
            shown: repeated.map((same) => `${same.length} times ${same[0]?.messageId}`),
          } satisfies Problem,
        ]
      : []),
  ];
}

/** What an event tells of, once and for all; empty for events that may well come again. */
function factOf({ type, leadId, payload }: LoggedFact): string {
  switch (type) {
    case 'LEAD_REGISTERED':
      return `${type} ${leadId}`;
    case 'ACTIVITY_LOGGED':
      return `${type} ${String(payload.activityId)}`;
    case 'HOLD_STARTED':
    case 'HOLD_ENDED':
      return `${type} ${String(payload.holdId)}`;
    case 'REMINDER_DUE':
      return `${type} ${String(payload.reminderId)}`;
    case 'LEAD_PROGRESS_WARNING_ISSUED':
      return `${type} ${leadId} ${String(payload.windowStart)}`;
    default:
      return '';
  }
}

function inOrder(log: readonly LoggedFact[]): LoggedFact[] {
  return log
    .filter(({ position }) => position !== null)
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
}

function problems<T>(rule: Rule, wrong: readonly T[], tell: (one: T) => string): Problem[] {
  const [first] = wrong;
  if (first === undefined) return [];
  return [{ rule, what: `${wrong.length} times`, shown: wrong.slice(0, 10).map(tell) }];
}

function around<T>(items: readonly T[], index: number): T[] {
  return items.slice(Math.max(0, index - AROUND), index + AROUND + 1);
}

function show({ position, type, leadId, id }: LoggedFact): string {
  return `${position} ${type} of ${leadId ?? 'no lead'} (${id})`;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
