import { Temporal } from 'temporal-polyfill';
import type { ApiClient } from './api-client.js';

/** Between the registration and what it is due for: the next jobs find it. */
const AHEAD_MS = 3_000;

const KINDS = ['Gasthof', 'Landhotel', 'Kantine', 'Bistro', 'Weinstube', 'Pension', 'Café'];
const NAMES = ['Sonnenblick', 'Mühlbach', 'Rebstock', 'Eichenhain', 'Silberquelle', 'Falkenstein'];
const CITIES = ['Freiburg im Breisgau', 'Lindau', 'Passau', 'Celle', 'Görlitz', 'Trier', 'Husum'];

interface Policy {
  readonly timeZone: string;
  readonly baseMonths: number;
  readonly progressDays: number;
  readonly warningLeadDays: number;
}

/**
 * Registers two leads dated back so far that in seconds the one is due for its warning and the other for its end.
 * Reckoned on the calendar of the policy, as the deadlines are: in UTC an end on the other side of a DST change would
 * come an hour late.
 */
export function createShortLived(people: {
  manager: ApiClient;
  admin: ApiClient;
}): () => Promise<void> {
  let policy: Policy | null = null;
  let count = Math.floor(Date.now() / 30_000);

  return async () => {
    policy ??= await loadPolicy(people.admin);
    const { me } = await people.manager.request<{ me: { id: string } }>('{ me { id } }');
    const { timeZone, baseMonths, progressDays, warningLeadDays } = policy;
    const due = Temporal.Instant.fromEpochMilliseconds(Date.now() + AHEAD_MS);
    const local = due.toZonedDateTimeISO(timeZone);
    const starts = [
      local.subtract({ days: progressDays - warningLeadDays }),
      local.subtract({ months: baseMonths }),
    ];
    for (const start of starts) {
      count += 1;
      await register(people.manager, me.id, count, new Date(start.epochMilliseconds));
    }
  };
}

async function register(
  manager: ApiClient,
  ownerId: string,
  count: number,
  registeredAt: Date,
): Promise<void> {
  const pick = (from: readonly string[], every: number) =>
    from[Math.floor(count / every) % from.length];
  const city = pick(CITIES, 1);
  const name = pick(NAMES, CITIES.length);
  const kind = pick(KINDS, CITIES.length * NAMES.length);
  const { registerLead } = await manager.request<{ registerLead: { message?: string } }>(
    `mutation ($input: RegisterLeadInput!) {
      registerLead(input: $input) { __typename ... on UserError { message } } }`,
    {
      input: {
        companyName: `${kind} ${name}`,
        city,
        stage: 'PRE_REGISTRATION',
        ownerId,
        registeredAt: registeredAt.toISOString(),
        backdateReason: 'Demo: close to its deadline',
        // In an hour the names come again in the same cities.
        overrideReason: 'Demo: another house of the name',
      },
    },
  );
  if (registerLead.message) throw new Error(registerLead.message);
}

async function loadPolicy(admin: ApiClient): Promise<Policy> {
  const { settings } = await admin.request<{ settings: { key: string; value: unknown }[] }>(
    '{ settings { key value } }',
  );
  const value = (key: string) => settings.find((one) => one.key === `protection.${key}`)?.value;
  return {
    timeZone: String(value('timeZone')),
    baseMonths: Number(value('baseMonths')),
    progressDays: Number(value('progressDays')),
    warningLeadDays: Number(value('warningLeadDays')),
  };
}
