import type { LedgerEntry } from './explain.js';
import type { Locale } from './locales.js';

/** A ledger as lines of text, one per entry, with dates on the policy's wall clock. */
export function describeLedger(ledger: readonly LedgerEntry[], locale: Locale): string[] {
  const policy = ledger.find((entry) => entry.kind === 'POLICY');
  const format = new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', {
    timeZone: policy?.timeZone ?? 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });
  const words = WORDS[locale];
  const instant = (at: number | null) => (at === null ? words.open : format.format(at));
  return ledger.map((entry) => line(entry, words, instant));
}

type Words = (typeof WORDS)[Locale];

function line(entry: LedgerEntry, words: Words, instant: (at: number | null) => string): string {
  switch (entry.kind) {
    case 'POLICY':
      return `${words.policy} ${entry.version}: ${entry.baseMonths} ${words.months}, ${entry.progressDays}/${entry.warningLeadDays}/${entry.graceDays} ${words.days}, ${entry.mode}, ${entry.graceAnchor}, ${entry.dayBoundary}, ${entry.timeZone}${entry.shiftToWorkingDay ? `, ${words.workingDays} ${entry.holidayRegion}` : ''}`;
    case 'ACTIVITY':
      return `${words.activity} ${entry.activityKind} ${instant(entry.performedAt)}: ${words.why[entry.why]}`;
    case 'ANCHOR':
      return `${words.anchor} ${instant(entry.at)}: ${words.from[entry.from]}`;
    case 'HOLD':
      return `${words.hold} ${instant(entry.startAt)} – ${instant(entry.endAt)}${entry.limit ? ` (${words.limit[entry.limit]})` : ''}: ${words.why[entry.why]}`;
    case 'MERGED_HOLD':
      return `${words.mergedHold} ${instant(entry.startAt)} – ${instant(entry.endAt)}`;
    case 'EXTENSION':
      return `${words.extension}: ${entry.months} ${words.months}`;
    case 'WARNING':
      return warningLine(entry, words, instant);
    case 'PERIOD':
      return periodLine(entry, words, instant);
    case 'CHOICE': {
      const from = entry.candidates
        .map(({ quantity, at }) => `${nameOf(quantity, words)} ${instant(at)}`)
        .join(', ');
      return `${nameOf(entry.quantity, words)} = ${words[entry.rule]} (${from}) = ${instant(entry.at)}`;
    }
    case 'BASE_REMINDER':
      return `${words.baseReminder} = ${instant(entry.baseEndsAt)} − ${entry.daysBefore} ${words.days} = ${instant(entry.at)}`;
  }
}

function warningLine(
  { issuedAt, deliveredAt, sentAt, windowStart, why }: Extract<LedgerEntry, { kind: 'WARNING' }>,
  words: Words,
  instant: (at: number | null) => string,
): string {
  const delivery =
    deliveredAt === null || deliveredAt === issuedAt
      ? ''
      : `, ${words.delivered} ${instant(deliveredAt)}, ${words.countsFrom} ${instant(sentAt)}`;
  const what = sentAt === null ? words.warningIssued : words.warning;
  return `${what} ${instant(issuedAt)}${delivery}, ${words.window} ${instant(windowStart)}: ${words.why[why]}`;
}

function periodLine(
  run: Extract<LedgerEntry, { kind: 'PERIOD' }>,
  words: Words,
  instant: (at: number | null) => string,
): string {
  const { months, days } = run.period;
  const period = months === 0 ? `${days} ${words.days}` : `${months} ${words.months}`;
  const start = `${nameOf(run.quantity, words)} = ${instant(run.anchor)} + ${period}`;
  const holds = run.holds.map(({ startAt, endAt, addedMs }) =>
    addedMs === null
      ? ` + ${words.hold} ${instant(startAt)} – ${words.open}`
      : ` + ${words.hold} ${instant(startAt)} – ${instant(endAt)} (${duration(addedMs)})`,
  );
  const off = run.daysOff.map(
    ({ date, holiday }) => `${words.date(date)} ${holiday ?? words.weekend}`,
  );
  const until = off.length === 0 ? words.dayEnd : `${words.workingDayEnd}: ${off.join(', ')};`;
  const dayEnd = run.dayEndMs === 0 ? '' : ` + ${until} (${duration(run.dayEndMs)})`;
  const end =
    run.at === null ? `${words.paused} ${duration(run.remainingMs ?? 0)}` : instant(run.at);
  return `${start} = ${instant(run.nominal)}${holds.join('')}${dayEnd} = ${end}`;
}

function nameOf(quantity: string, words: Words): string {
  return (words.quantities as Readonly<Record<string, string>>)[quantity] ?? quantity;
}

/** Clock time, exact: days are 24 hours here. */
function duration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
    [ms % 1000, 'ms'],
  ] as const;
  const shown = parts.filter(([count]) => count !== 0).map(([count, unit]) => `${count} ${unit}`);
  return shown.length === 0 ? '0 s' : shown.join(' ');
}

const WORDS = {
  en: {
    policy: 'Policy version',
    months: 'months',
    days: 'days',
    activity: 'Activity',
    anchor: 'The window begins at',
    hold: 'hold',
    mergedHold: 'Clock stands still',
    extension: 'Approved extensions',
    warning: 'Warning sent',
    warningIssued: 'Warning issued',
    delivered: 'delivered',
    countsFrom: 'counts from',
    window: 'for the window from',
    open: 'open',
    paused: 'paused, remaining',
    dayEnd: 'to the end of the day',
    workingDays: 'ends on working days of',
    workingDayEnd: 'to the end of the next working day, not being one',
    weekend: 'weekend',
    date: (iso: string) => iso.split('-').reverse().join('/'),
    baseReminder: 'Reminder of the base period',
    EARLIER: 'the earlier of',
    LATER: 'the later of',
    limit: {
      ENDS_BY_ITSELF: 'ends by itself unless a manager confirms it',
      ENDED_BY_ITSELF: 'ended by itself',
      CONFIRMED: 'confirmed by a manager',
    },
    from: { ASSIGNMENT: 'the assignment', ACTIVITY: 'the latest qualifying activity' },
    quantities: {
      warningDueAt: 'Warning due',
      progressDeadline: 'Progress deadline',
      graceRun: 'Grace days',
      graceEndsAt: 'Grace ends',
      baseEndsAt: 'Base period ends',
      expiresAt: 'Protection ends',
    },
    why: {
      BEGINS_WINDOW: 'counts, begins the window',
      LATER_ONE_BEGINS_WINDOW: 'counts, but a later one begins the window',
      NOT_QUALIFYING: 'does not count, this kind is no progress',
      BEFORE_ASSIGNMENT: 'does not count, lies before the assignment',
      IN_FUTURE: 'does not count yet, lies in the future',
      COVERS: 'counts',
      EMPTY: 'does not count, is empty',
      THIS_WINDOW: 'counts, for this window',
      OTHER_WINDOW: 'does not count, for another window',
      EARLIER_ONE_COUNTS: 'does not count, an earlier one does',
      NOT_DELIVERED: 'does not count, has not been delivered',
    },
  },
  de: {
    policy: 'Regelwerk Version',
    months: 'Monate',
    days: 'Tage',
    activity: 'Aktivität',
    anchor: 'Das Fenster beginnt am',
    hold: 'Pause',
    mergedHold: 'Die Uhr steht',
    extension: 'Genehmigte Verlängerungen',
    warning: 'Warnung gesendet',
    warningIssued: 'Warnung ausgestellt',
    delivered: 'zugestellt',
    countsFrom: 'zählt ab',
    window: 'für das Fenster ab',
    open: 'offen',
    paused: 'angehalten, Restzeit',
    dayEnd: 'bis zum Tagesende',
    workingDays: 'endet an Arbeitstagen von',
    workingDayEnd: 'bis zum Ende des nächsten Arbeitstags, keiner ist',
    weekend: 'Wochenende',
    date: (iso: string) => iso.split('-').reverse().join('.'),
    baseReminder: 'Erinnerung an die Grundlaufzeit',
    EARLIER: 'das Frühere von',
    LATER: 'das Spätere von',
    limit: {
      ENDS_BY_ITSELF: 'endet von selbst, wenn kein Manager sie bestätigt',
      ENDED_BY_ITSELF: 'endete von selbst',
      CONFIRMED: 'von einem Manager bestätigt',
    },
    from: { ASSIGNMENT: 'die Zuweisung', ACTIVITY: 'die letzte zählende Aktivität' },
    quantities: {
      warningDueAt: 'Warnung fällig',
      progressDeadline: 'Fortschrittsfrist',
      graceRun: 'Nachfrist-Tage',
      graceEndsAt: 'Nachfrist endet',
      baseEndsAt: 'Grundlaufzeit endet',
      expiresAt: 'Schutz endet',
    },
    why: {
      BEGINS_WINDOW: 'zählt, beginnt das Fenster',
      LATER_ONE_BEGINS_WINDOW: 'zählt, aber eine spätere beginnt das Fenster',
      NOT_QUALIFYING: 'zählt nicht, diese Art ist kein Fortschritt',
      BEFORE_ASSIGNMENT: 'zählt nicht, liegt vor der Zuweisung',
      IN_FUTURE: 'zählt noch nicht, liegt in der Zukunft',
      COVERS: 'zählt',
      EMPTY: 'zählt nicht, ist leer',
      THIS_WINDOW: 'zählt, für dieses Fenster',
      OTHER_WINDOW: 'zählt nicht, für ein anderes Fenster',
      EARLIER_ONE_COUNTS: 'zählt nicht, eine frühere zählt',
      NOT_DELIVERED: 'zählt nicht, wurde nicht zugestellt',
    },
  },
} as const;
