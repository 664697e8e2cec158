/** A nightly job, from which its name, its code in the API, its cron setting and the docs are derived. */
interface NightlyJob {
  readonly name: string;
  /** When it runs unless the setting `jobs.<name>.cron` says otherwise, in the time zone of the policy. */
  readonly cron: string;
  /** Description of its cron setting: `When …`. */
  readonly when: string;
  /** Its description in the API. */
  readonly description: string;
}

/** All of them, in the order in which they run in a night, also when several are caught up at once. */
const JOBS = [
  {
    name: 'progress-warning',
    cron: '0 1 * * *',
    when: 'warnings are issued',
    description: 'Warns of progress deadlines and of base periods that end.',
  },
  {
    name: 'protection-expiry',
    cron: '0 2 * * *',
    when: 'protection that ran out is ended',
    description: 'Ends the protection that has run out.',
  },
  {
    name: 'pseudonymization',
    cron: '0 3 * * *',
    when: 'personal data is pseudonymised',
    description: 'Replaces the personal data of leads that are no longer under protection.',
  },
  {
    name: 'import-archival',
    cron: '0 4 * * *',
    when: 'finished imports are cleared away',
    description: 'Clears away the reports of old imports.',
  },
  {
    name: 'event-archival',
    cron: '30 4 * * *',
    when: 'old events are cleared away',
    description: 'Clears away the oldest events of the log.',
  },
  {
    name: 'projection-check',
    cron: '0 5 * * *',
    when: 'a sample of the projections is recomputed',
    description:
      'Recomputes the dates of a sample of active leads, going round. Each lead of which something else is stored counts as failed; it stays as it is.',
  },
  {
    name: 'webhook-retention',
    cron: '30 5 * * *',
    when: 'old deliveries are cleared away',
    description: 'Clears away old deliveries to endpoints.',
  },
  {
    name: 'conflict-check-retention',
    cron: '0 6 * * *',
    when: 'old conflict checks are cleared away',
    description: 'Clears away who checked for conflicts long ago.',
  },
  {
    name: 'record-retention',
    cron: '30 6 * * *',
    when: 'old mails, job runs, hand-overs and refusals are cleared away',
    description: 'Clears away old mails, job runs, hand-overs and refused registrations.',
  },
] as const satisfies readonly NightlyJob[];

export type JobName = (typeof JOBS)[number]['name'];
/** As the API names them: `PROGRESS_WARNING`. */
export type JobCode = CodeOf<JobName>;
type CodeOf<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Uppercase<First>}_${CodeOf<Rest>}`
  : Uppercase<Name>;

export const JOB_NAMES: readonly JobName[] = JOBS.map(({ name }) => name);

export function jobCode(name: JobName): JobCode {
  return name.replaceAll('-', '_').toUpperCase() as JobCode;
}

/** The job of a code of the API. */
export function jobOfCode(code: JobCode): JobName {
  return code.replaceAll('_', '-').toLowerCase() as JobName;
}

/** The meaning of each code. */
export const JOB_DESCRIPTIONS = Object.fromEntries(
  JOBS.map(({ name, description }) => [jobCode(name), description]),
) as Readonly<Record<JobCode, string>>;

/** A value for each job, by its name. */
export function perJob<Made>(make: (job: NightlyJob) => Made): Readonly<Record<JobName, Made>> {
  return Object.fromEntries(JOBS.map((job) => [job.name, make(job)])) as Record<JobName, Made>;
}
