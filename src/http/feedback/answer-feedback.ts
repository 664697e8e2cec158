import type { Logger } from 'pino';
import { publicError } from '../../api/kit/errors.js';
import { AS_SYSTEM, SYSTEM_ACTOR } from '../../domain/actor.js';
import {
  ConflictError,
  NotFoundError,
  TooManyRequestsError,
  ValidationError,
} from '../../domain/errors.js';
import type { Locale } from '../../domain/locales.js';
import { feedbackTokenIn } from '../../features/samples/feedback-token.js';
import { findFeedbackForm } from '../../features/samples/queries.js';
import { submitSampleFeedback } from '../../features/samples/submit-sample-feedback.js';
import type { Database } from '../../platform/db/open.js';
import { rateHeaders, type Throttle } from '../../platform/limits/throttle.js';
import { type Company, loadCompany } from '../../platform/settings/load-company.js';
import { requestIdOf } from '../request-id.js';
import type { Answer } from '../routes.js';
import { browserMark, markCookie, newBrowserMark } from './browser-mark.js';
import { itemsIn } from './items-in.js';
import { readForm } from './read-form.js';
import { createPages, PAGE_POLICY } from './render.js';
import { languageOf, TEXTS } from './texts.js';

export interface FeedbackOptions {
  readonly db: Database;
  readonly throttle: Throttle;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Whether people come by https. */
  readonly https: boolean;
}

/** The redirect after a form was sent, so that going back or reloading sends nothing again. */
const THANKS = '/feedback/thanks';

/** When a database that is away may be asked again. */
const RETRY_AFTER_SECONDS = 30;

const NO_COMPANY: Company = { name: null, imprintUrl: null, privacyUrl: null };

/**
 * /feedback/{token}: the page on which a customer gives feedback on a sample. The link is the only credential; there
 * is no sign-in. Links that are unknown, used or expired get one and the same answer.
 */
export function answerFeedback(options: FeedbackOptions): Answer {
  const { db, throttle, clock, log, https } = options;
  let made: ReturnType<typeof createPages> | undefined;
  const pages = () => {
    made ??= createPages();
    return made;
  };

  async function answer(request: Request, address: string, language: Locale) {
    const [segment = ''] = new URL(request.url).pathname.slice('/feedback/'.length).split('/');
    const company = await db.transaction((tx) => loadCompany(tx), AS_SYSTEM);
    const frame = { language, company };
    const text = TEXTS[language];
    const thanks = () => page(200, pages().note(frame, text.thanksTitle, text.thanks));
    if (segment === 'thanks') return thanks();
    const token = feedbackTokenIn(segment) ?? '';
    const ctx = { db, now: clock(), actor: SYSTEM_ACTOR, requestId: requestIdOf(request) };
    const known = await findFeedbackForm(ctx, token, browserMark(request, null));
    const posted = request.method === 'POST';
    if (known?.kind === 'answered') return posted ? toThanks() : thanks();
    if (known === null) {
      // A browser that keeps no cookies says in its form that it is the one that answered.
      const mark = posted ? browserMark(request, await readForm(request)) : null;
      const again = mark === null ? null : await findFeedbackForm(ctx, token, mark);
      if (again?.kind === 'answered') return toThanks();
      // Only links that are none are counted: many people may stand behind one address.
      await throttle.guess(address, 1);
      return page(404, pages().note(frame, text.unknownTitle, text.unknown));
    }
    if (!posted) {
      const mark = browserMark(request, null) ?? newBrowserMark();
      const headers = { 'set-cookie': markCookie(mark, { secure: https }) };
      return page(200, pages().form(frame, known, { mark }), headers);
    }
    const sent = await readForm(request);
    const mark = browserMark(request, sent) ?? newBrowserMark();
    if (sent === null) {
      return page(413, pages().form(frame, known, { mark, problem: text.notTaken }));
    }
    const items = itemsIn(sent, known);
    if (items.length === 0) {
      return page(422, pages().form(frame, known, { mark, sent, problem: text.nothingChosen }));
    }
    try {
      await submitSampleFeedback(ctx, { token, items, feedbackName: sent.get('name') }, mark);
    } catch (error) {
      if (error instanceof ValidationError) {
        return page(422, pages().form(frame, known, { mark, sent, problem: text.notTaken }));
      }
      if (error instanceof NotFoundError || error instanceof ConflictError) {
        // The link was used meanwhile: by the same browser, or by another.
        const used = await findFeedbackForm(ctx, token, mark);
        if (used?.kind === 'answered') return toThanks();
        return page(404, pages().note(frame, text.unknownTitle, text.unknown));
      }
      throw new UnsentError(sent, error);
    }
    return toThanks();
  }

  function failed(request: Request, language: Locale, error: unknown): Response {
    const text = TEXTS[language];
    const frame = { language, company: NO_COMPANY };
    const cause = error instanceof UnsentError ? error.cause : error;
    if (cause instanceof TooManyRequestsError) {
      const told = pages().note(frame, text.tooManyTitle, text.tooMany);
      return page(429, told, rateHeaders(cause.rate));
    }
    const { message, extensions } = publicError(cause, requestIdOf(request), log);
    const away = extensions.code === 'UNAVAILABLE';
    const title = away ? text.awayTitle : text.failedTitle;
    const said = away ? text.away : message;
    const headers = away ? { 'retry-after': String(RETRY_AFTER_SECONDS) } : {};
    const sent = error instanceof UnsentError ? error.sent : null;
    const html = sent
      ? pages().again(frame, title, { said, kept: text.kept, sent })
      : pages().note(frame, title, said);
    return page(away ? 503 : 500, html, headers);
  }

  return async (request, { address }) => {
    const language = languageOf(request.headers.get('accept-language'));
    try {
      return await answer(request, address, language);
    } catch (error) {
      const isUnread = request.method === 'POST' && !request.bodyUsed;
      if (error instanceof TooManyRequestsError || !isUnread) {
        return failed(request, language, error);
      }
      // The database was away before anything was read.
      const sent = await readForm(request).catch(() => null);
      return failed(request, language, sent ? new UnsentError(sent, error) : error);
    }
  };
}

/** The form could not be processed now, and is shown again. */
class UnsentError extends Error {
  readonly sent: URLSearchParams;
  constructor(sent: URLSearchParams, cause: unknown) {
    super('The feedback could not be taken.', { cause });
    this.sent = sent;
  }
}

function toThanks(): Response {
  return new Response(null, { status: 303, headers: { location: THANKS } });
}

function page(status: number, html: string, headers: Record<string, string> = {}): Response {
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PAGE_POLICY,
      vary: 'Accept-Language, Cookie',
      ...headers,
    },
  });
}
