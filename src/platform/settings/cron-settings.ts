import { Cron } from 'croner';
import { z } from 'zod';
import { JOB_NAMES, type JobName, perJob } from '../../domain/nightly-jobs.js';
import { defineSetting } from './define-setting.js';

/** One for each nightly job. */
export function cronTimes() {
  const times = perJob(({ when, cron }) => cronTime(when, cron));
  const settings = JOB_NAMES.map((name) => [`jobs.${name}.cron`, times[name]] as const);
  return Object.fromEntries(settings) as Record<
    `jobs.${JobName}.cron`,
    ReturnType<typeof cronTime>
  >;
}

function cronTime(what: string, pattern: string) {
  return defineSetting({
    description: `When ${what}, in the time zone of the policy.`,
    schema: z
      .string()
      .refine(isCron, 'allowed is a cron pattern, as "0 1 * * *"')
      .meta({ title: 'a cron pattern' }),
    defaultValue: pattern,
  });
}

function isCron(pattern: string): boolean {
  try {
    new Cron(pattern, { paused: true });
    return true;
  } catch {
    return false;
  }
}
