import type { Logger } from 'pino';
import { SYSTEM_ACTOR } from '../auth/actor.js';
import type { Database } from '../db/open.js';
import { ConflictError, NotFoundError, TooManyRequestsError, ValidationError } from '../errors.js';
import { publicError } from '../graphql/errors.js';
import { requestIdOf } from '../http/request-id.js';
import type { Answer } from '../http/routes.js';
import { rateHeaders, type Throttle } from '../rate-limits/throttle.js';
import type { FeedbackInput } from '../samples/give-feedback.js';
import { type FeedbackForm, findFeedbackForm } from '../samples/queries.js';
import { submitSampleFeedback } from '../samples/submit-sample-feedback.js';
import { readForm } from './read-form.js';
import { createPages, PAGE_POLICY } from './render.js';
import { languageOf, type PageLanguage, TEXTS } from './texts.js';

export interface FeedbackOptions {
  readonly db: Database;
  readonly throttle: Throttle;
  readonly clock: () => Date;
  readonly log: Logger;
}

/** Where whoever has sent something is led, so that going back or reloading sends nothing again. */
const THANKS = '/feedback/thanks';

/**
 * /feedback/{token}: the page on which a customer says what they thought of a sample. Nobody signs in;
 * who has the link has it from us. Links that are unknown, used or expired get one and the same answer.
 */
export function answerFeedback({ db, throttle, clock, log }: FeedbackOptions): Answer {
  const pages = createPages();

  async function answer(request: Request, address: string, language: PageLanguage) {
    const { pathname } = new URL(request.url);
    const text = TEXTS[language];
    await throttle.arrival(address);
    if (pathname === THANKS) return page(200, pages.note(language, text.thanksTitle, text.thanks));
    const token = pathname.slice('/feedback/'.length);
    // Taken before it is known whether the link counts: many at once must not all be tried.
    await throttle.guess(address, 1);
    const ctx = { db, now: clock(), actor: SYSTEM_ACTOR, requestId: requestIdOf(request) };
    const sample = await findFeedbackForm(ctx, token);
    if (!sample) return unknown(language);
    await throttle.guess(address, -1);
    if (request.method !== 'POST') return page(200, pages.form(sample, language));
    const sent = await readForm(request);
    if (sent === null) return page(413, pages.form(sample, language, { problem: text.notTaken }));
    const items = itemsIn(sent, sample);
    if (items.length === 0) {
      return page(422, pages.form(sample, language, { sent, problem: text.nothingChosen }));
    }
    try {
      await submitSampleFeedback(ctx, { token, items, feedbackName: sent.get('name') });
    } catch (error) {
      if (error instanceof ValidationError) {
        return page(422, pages.form(sample, language, { sent, problem: text.notTaken }));
      }
      // Somebody else used the link meanwhile.
      if (error instanceof NotFoundError || error instanceof ConflictError)
        return unknown(language);
      throw error;
    }
    return new Response(null, { status: 303, headers: { location: THANKS } });
  }

  function unknown(language: PageLanguage): Response {
    const text = TEXTS[language];
    return page(404, pages.note(language, text.unknownTitle, text.unknown));
  }

  return async (request, { address }) => {
    const language = languageOf(request.headers.get('accept-language'));
    try {
      return await answer(request, address, language);
    } catch (error) {
      const text = TEXTS[language];
      if (error instanceof TooManyRequestsError) {
        const told = pages.note(language, text.tooManyTitle, text.tooMany);
        return page(429, told, rateHeaders(error.rate));
      }
      const { message } = publicError(error, requestIdOf(request), log);
      return page(500, pages.note(language, text.unknownTitle, message));
    }
  };
}

/** What was said of the products in the box; those without a verdict are left open. */
function itemsIn(sent: URLSearchParams, { items }: FeedbackForm): FeedbackInput['items'] {
  return items.flatMap(({ id }) => {
    const outcome = sent.get(`outcome-${id}`);
    if (!outcome) return [];
    const rating = sent.get(`rating-${id}`);
    return {
      itemId: id,
      // What is none, the verb says.
      outcome: outcome as FeedbackInput['items'][number]['outcome'],
      rating: rating ? Number(rating) : null,
      comment: sent.get(`comment-${id}`),
    };
  });
}

function page(status: number, html: string, headers: Record<string, string> = {}): Response {
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PAGE_POLICY,
      vary: 'Accept-Language',
      ...headers,
    },
  });
}
