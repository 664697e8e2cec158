import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Services } from '../../api/kit/context.js';
import { publicError } from '../../api/kit/errors.js';
import { withoutSuggestion } from '../../api/kit/hide-suggestions.js';
import type { Actor } from '../../domain/actor.js';
import { UnauthenticatedError } from '../../domain/errors.js';
import type { JsonObject } from '../../domain/json.js';
import { requireMay } from '../../platform/identity/may.js';
import type { Session } from '../../platform/identity/session.js';
import { rateHeaders, type Throttle } from '../../platform/limits/throttle.js';
import type { Authenticate } from '../../platform/limits/throttle-sign-in.js';
import { answerError } from '../answer-error.js';
import { identityOf } from '../execute-operations.js';
import { requestIdOf } from '../request-id.js';
import type { Answer, Caller } from '../routes.js';
import { recordExport } from './record-export.js';

export interface ExportOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly throttle: Throttle;
  readonly authenticate: Authenticate;
  readonly production: boolean;
  readonly log: Logger;
}

/** One request for a file. */
export interface Exporting extends Pick<ExportOptions, 'schema' | 'services'> {
  readonly requestId: string;
  readonly address: string;
  readonly session: Session;
  readonly now: Date;
  /** Aborts when the client leaves. */
  readonly signal: AbortSignal;
  /**
   * The actor as they are now.
   * @throws UnauthenticatedError where the session has ended
   */
  reauthorized(): Promise<Actor>;
}

/** A file that is written while it is taken. */
export interface ExportedFile {
  readonly parts: AsyncGenerator<Uint8Array, void>;
  /** For the audit trail: what was asked for, without values that may be personal data. */
  readonly recorded: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What there is to export. */
export interface ExportKind {
  readonly verb: 'exportLeads' | 'previewPolicy';
  /** Name of the file, before its date. */
  readonly name: string;
  readonly extension: string;
  readonly contentType: string;
  /**
   * Opens the file and reads what comes first, so that faults of the request show while an error can be answered.
   * @throws ValidationError also for a parameter that is none: a filter mistyped would give out everything
   */
  open(exporting: Exporting, params: URLSearchParams): Promise<ExportedFile>;
}

/** Cost of an export against the rate of the caller, independent of its length. */
const COST = 10_000;

/** GET /exports/…: a list as a file, for signed-in actors. */
export function answerExport(options: ExportOptions, kind: ExportKind): Answer {
  const { schema, services, throttle, authenticate, production, log } = options;

  async function answer(request: Request, { address, cut }: Caller): Promise<Response> {
    await throttle.arrival(address);
    const authorization = request.headers.get('authorization');
    if (authorization === null) {
      throw new UnauthenticatedError('Send a token: Authorization: Bearer <token>');
    }
    const session = await authenticate(authorization, address);
    const rate = await throttle.operation(identityOf(session), COST);
    const { actor } = session;
    requireMay({ actor }, kind.verb);
    const requestId = requestIdOf(request);
    const now = services.clock();
    const exporting: Exporting = {
      schema,
      services,
      requestId,
      address,
      session,
      now,
      signal: request.signal,
      async reauthorized() {
        const counting = await services.sessions.reauthorize(session);
        if (counting === null) throw new UnauthenticatedError('The token counts no longer.');
        return counting;
      },
    };
    const file = await kind.open(exporting, new URL(request.url).searchParams);
    const name = `${kind.name}-${now.toISOString().slice(0, 10)}.${kind.extension}`;
    const headers = {
      'content-type': kind.contentType,
      'content-disposition': `attachment; filename="${name}"`,
      ...file.headers,
      ...(rate ? rateHeaders(rate) : {}),
    };
    if (request.method === 'HEAD') {
      await file.parts.return();
      return new Response(null, { headers });
    }
    await recordExport({ db: services.db, actor, now, requestId }, kind.verb, file.recorded);
    const breakOff = (error: unknown) => {
      const told = publicError(error, requestId, log);
      log.warn({ requestId, reason: told.message }, 'an export broke off');
      cut?.();
      return cut !== null;
    };
    return new Response(flowOf(file.parts, breakOff), { headers });
  }

  return async (request, caller) => {
    try {
      return await answer(request, caller);
    } catch (error) {
      const told = publicError(error, requestIdOf(request), log);
      return answerError(request, production ? withoutSuggestion(told) : told);
    }
  };
}

/** The same pages, the first of which is read already: its faults are thrown here. */
export async function begun<Page>(
  pages: AsyncGenerator<Page, void>,
): Promise<AsyncGenerator<Page, void>> {
  const first = await pages.next();
  return (async function* () {
    try {
      if (first.done) return;
      yield first.value;
      yield* pages;
    } finally {
      await pages.return();
    }
  })();
}

/**
 * Reads on only when the client takes the data. A failure breaks the file off, so that half a file is not mistaken
 * for a whole one.
 * @param breakOff cuts the connection if there is one: Yoga would leave it open and end the process
 */
function flowOf(
  parts: AsyncGenerator<Uint8Array, void>,
  breakOff: (error: unknown) => boolean,
): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const part = await parts.next();
          if (part.done) controller.close();
          else controller.enqueue(part.value);
        } catch (error) {
          if (breakOff(error)) controller.close();
          else controller.error(error);
        }
      },
      cancel: async () => void (await parts.return()),
    },
    { highWaterMark: 0 },
  );
}
