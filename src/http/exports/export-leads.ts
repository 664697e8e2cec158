import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Services } from '../../api/kit/context.js';
import { publicError } from '../../api/kit/errors.js';
import { withoutSuggestion } from '../../api/kit/hide-suggestions.js';
import { AS_SYSTEM } from '../../domain/actor.js';
import { UnauthenticatedError, ValidationError } from '../../domain/errors.js';
import { rateHeaders, type Throttle } from '../../platform/limits/throttle.js';
import type { Authenticate } from '../../platform/limits/throttle-sign-in.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { answerError } from '../answer-error.js';
import { identityOf } from '../execute-operations.js';
import { requestIdOf } from '../request-id.js';
import type { Answer, Caller } from '../routes.js';
import { CSV_LANGUAGES, type CsvLanguage, type CsvStyle, csvHeader, csvRows } from './lead-csv.js';
import { createLeadPages, type ExportedLead, type WhichLeads } from './lead-pages.js';
import { recordExport, requireMayExport } from './record-export.js';

export interface ExportOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly throttle: Throttle;
  readonly authenticate: Authenticate;
  readonly production: boolean;
  readonly log: Logger;
}

/** Cost of an export against the rate of the caller, independent of its length. */
const COST = 10_000;

/**
 * GET /exports/leads.csv: a list of leads as a file, for signed-in actors. It is written while it is read, a page at
 * a time, so its memory does not grow with the number of leads.
 */
export function exportLeads(options: ExportOptions): Answer {
  const { schema, services, throttle, authenticate, production, log } = options;
  const leadPages = createLeadPages(schema, services);

  async function answer(request: Request, { address, cut }: Caller): Promise<Response> {
    await throttle.arrival(address);
    const authorization = request.headers.get('authorization');
    if (authorization === null) {
      throw new UnauthenticatedError('Send a token: Authorization: Bearer <token>');
    }
    const session = await authenticate(authorization, address);
    const rate = await throttle.operation(identityOf(session), COST);
    const { actor } = session;
    requireMayExport({ actor });
    const { language, ...which } = whichIn(new URL(request.url).searchParams);
    const requestId = requestIdOf(request);
    const pages = leadPages(
      { requestId, address, session, signal: request.signal, lastEventId: null, outlet: null },
      which,
    );
    // Faults of the request show with the first page, while an error can still be answered.
    const first = await pages.next();
    const now = services.clock();
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="leads-${now.toISOString().slice(0, 10)}.csv"`,
      ...(rate ? rateHeaders(rate) : {}),
    };
    if (request.method === 'HEAD') return new Response(null, { headers });
    await recordExport({ db: services.db, actor, now, requestId }, { ...which, language });
    const breakOff = (error: unknown) => {
      const told = publicError(error, requestId, log);
      log.warn({ requestId, reason: told.message }, 'an export broke off');
      cut?.();
      return cut !== null;
    };
    const timeZone = await services.db.transaction(
      async (tx) => (await loadPolicy(tx)).timeZone,
      AS_SYSTEM,
    );
    return new Response(csvFlow(first, pages, { language, timeZone }, breakOff), { headers });
  }

  return async (request, caller) => {
    try {
      return await answer(request, caller);
    } catch (error) {
      const told = publicError(error, requestIdOf(request), log);
      return answerError(production ? withoutSuggestion(told) : told);
    }
  };
}

type Parameter = 'filter' | 'orderBy' | 'language';

/** @throws ValidationError also for a parameter that is none: a filter mistyped would give out everything. */
function whichIn(params: URLSearchParams): WhichLeads & { language: CsvLanguage } {
  for (const name of params.keys()) {
    if (name === 'filter' || name === 'orderBy' || name === 'language') continue;
    throw problem(name, 'is no parameter, allowed are filter, orderBy and language');
  }
  const language = params.get('language') ?? 'en';
  if (!isLanguage(language)) {
    throw problem('language', `${JSON.stringify(language)} given, allowed is en or de`);
  }
  return { filter: jsonIn(params, 'filter'), orderBy: jsonIn(params, 'orderBy'), language };
}

function jsonIn(params: URLSearchParams, name: Parameter): unknown {
  const text = params.get(name);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    throw problem(
      name,
      'is no JSON, allowed is what the query `leads` takes, such as {"city":"Ulm"}',
    );
  }
}

function isLanguage(text: string): text is CsvLanguage {
  return CSV_LANGUAGES.some((language) => language === text);
}

function problem(path: string, message: string): ValidationError {
  return new ValidationError([{ path, message }]);
}

/**
 * Reads on only when the client takes the data. A failure breaks the file off, so that half a file is not mistaken
 * for a whole one.
 * @param breakOff cuts the connection if there is one: Yoga would leave it open and end the process
 */
function csvFlow(
  first: IteratorResult<ExportedLead[], void>,
  pages: AsyncGenerator<ExportedLead[], void>,
  style: CsvStyle,
  breakOff: (error: unknown) => boolean,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let ahead: IteratorResult<ExportedLead[], void> | null = first;
  return new ReadableStream(
    {
      start: (controller) => controller.enqueue(encoder.encode(csvHeader(style.language))),
      async pull(controller) {
        try {
          const page = ahead ?? (await pages.next());
          ahead = null;
          if (page.done) controller.close();
          else controller.enqueue(encoder.encode(csvRows(page.value, style)));
        } catch (error) {
          if (breakOff(error)) controller.close();
          else controller.error(error);
        }
      },
      cancel: async () => void (await pages.return()),
    },
    { highWaterMark: 0 },
  );
}
