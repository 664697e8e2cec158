import type { Logger } from 'pino';
import { publicError } from '../../api/kit/errors.js';
import { feedTokenIn } from '../../features/calendar/feed-token.js';
import { findFeed, readCalendar } from '../../features/calendar/read-calendar.js';
import type { Database } from '../../platform/db/open.js';
import { rateHeaders, type Throttle } from '../../platform/limits/throttle.js';
import { answerError } from '../answer-error.js';
import { problem } from '../problem.js';
import { requestIdOf } from '../request-id.js';
import type { Answer, Caller } from '../routes.js';

export interface CalendarOptions {
  readonly db: Database;
  readonly throttle: Throttle;
  readonly clock: () => Date;
  /** The public address of the application; null if none was configured. */
  readonly publicUrl: string | null;
  readonly log: Logger;
}

/** Cost of a calendar against the rate of its feed. */
const COST = 1_000;

/**
 * GET /calendar/{token}.ics: the dates of an agent or manager. The address is the only credential; one that is unknown,
 * malformed or revoked gets one and the same answer.
 */
export function answerCalendar({ db, throttle, clock, publicUrl, log }: CalendarOptions): Answer {
  async function answer(request: Request, { address }: Caller): Promise<Response> {
    await throttle.arrival(address);
    const token = feedTokenIn(new URL(request.url).pathname);
    const feed = token === null ? null : await findFeed(db, token);
    if (feed === null) {
      await throttle.guess(address, 1);
      // The path may be a secret with a slip of the pen: it is not repeated.
      return problem(404, {
        code: 'NOT_FOUND',
        title: 'Not Found',
        detail: 'There is no calendar at this address; create one with createCalendarFeed.',
      });
    }
    const rate = await throttle.operation(`calendar ${feed.id}`, COST);
    const calendar = await readCalendar({ db, now: clock(), publicUrl }, feed);
    const headers = {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="leadwarden.ics"',
      // Kept by its reader alone, who asks each time whether it has changed.
      'cache-control': 'private, no-cache',
      etag: `W/"${calendar.version}"`,
      'last-modified': calendar.changedAt.toUTCString(),
      ...(rate ? rateHeaders(rate) : {}),
    };
    if (isFresh(request, calendar)) return new Response(null, { status: 304, headers });
    return new Response(request.method === 'HEAD' ? null : calendar.text, { headers });
  }

  return async (request, caller) => {
    try {
      return await answer(request, caller);
    } catch (error) {
      return answerError(request, publicError(error, requestIdOf(request), log));
    }
  };
}

/** Whether the client has it as it is; with an entity tag its date counts for nothing (RFC 9110). */
function isFresh(
  { headers }: Request,
  { version, changedAt }: { version: string; changedAt: Date },
): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null) {
    return tags
      .split(',')
      .some((tag) => ['*', `"${version}"`].includes(tag.trim().replace(/^W\//, '')));
  }
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}
