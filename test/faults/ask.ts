import { randomBytes, randomUUID } from 'node:crypto';

/** Asks one replica as one person. Rejects when no answer comes, or one that is no answer to a question. */
export type Ask = <Data>(
  query: string,
  variables?: Record<string, unknown>,
  options?: { timeoutMs?: number },
) => Promise<Data>;

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** The answer was no, or the server could not tell; nothing broke on the way. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

export function askingAt(url: string, token: string): Ask {
  return async <Data>(
    query: string,
    variables: Record<string, unknown> = {},
    { timeoutMs = 20_000 } = {},
  ) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const { data, errors } = (await response.json()) as Answer<Data>;
    const [error] = errors ?? [];
    if (error) throw new RefusedError(error.message, error.extensions?.code ?? 'UNKNOWN');
    if (data == null) throw new Error(`HTTP ${response.status} without data`);
    return data;
  };
}

/** Registers a lead that resembles no other; resolves with its global id. */
export async function registerLead(ask: Ask, input: Record<string, unknown> = {}): Promise<string> {
  const companyName = `Gasthof ${randomBytes(12).toString('hex').replaceAll(/\d/g, 'o')}`;
  const { registerLead: answer } = await ask<{
    registerLead: { lead?: { id: string }; message?: string };
  }>(
    `mutation ($input: RegisterLeadInput!) { registerLead(input: $input) {
      ... on RegisterLeadPayload { lead { id } } ... on UserError { message } } }`,
    {
      input: {
        companyName,
        city: 'Ulm',
        stage: 'PRE_REGISTRATION',
        overrideReason: 'New',
        ...input,
      },
    },
  );
  if (!answer.lead) throw new Error(answer.message);
  return answer.lead.id;
}

/** A call of its own, however soon it comes after another; with a key, the one of that key. */
export async function logActivity(
  ask: Ask,
  leadId: string,
  key: string = randomUUID(),
  timeoutMs?: number,
): Promise<string> {
  const { logActivity: answer } = await ask<{
    logActivity: { activity?: { id: string }; message?: string };
  }>(
    `mutation ($input: LogActivityInput!) { logActivity(input: $input) {
      ... on LogActivityPayload { activity { id } } ... on UserError { message } } }`,
    { input: { leadId, kind: 'QUALIFIED_CALL', idempotencyKey: key } },
    timeoutMs ? { timeoutMs } : {},
  );
  if (!answer.activity) throw new Error(answer.message);
  return answer.activity.id;
}

interface LogPage {
  eventLog: { pageInfo: { endCursor: string; hasNextPage: boolean } };
}

/** Where the log ends now: whoever follows from here misses nothing that comes. */
export async function endOfLog(ask: Ask, after: string | null = null): Promise<string> {
  const { eventLog } = await ask<LogPage>(
    `query ($after: Cursor) { eventLog(after: $after, first: 100) {
      pageInfo { endCursor hasNextPage } } }`,
    { after },
  );
  const { endCursor, hasNextPage } = eventLog.pageInfo;
  return hasNextPage ? endOfLog(ask, endCursor) : endCursor;
}
