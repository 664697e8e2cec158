import type { Logger } from 'pino';
import { publicError } from '../../api/kit/errors.js';
import { withoutSuggestion } from '../../api/kit/hide-suggestions.js';
import { AS_SYSTEM } from '../../domain/actor.js';
import { ConflictError, UnauthenticatedError } from '../../domain/errors.js';
import { writeReceiptDocument } from '../../domain/receipts/document.js';
import { verifyTimestamp } from '../../domain/receipts/timestamp.js';
import { verifyDocument } from '../../domain/receipts/verify-document.js';
import { makeReceiptDocument, readReceiptKeys } from '../../features/receipts/make-document.js';
import { opensReceipt } from '../../features/receipts/receipt-link.js';
import { visibleReceipts } from '../../features/receipts/visibility.js';
import type { Database } from '../../platform/db/open.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { rateHeaders, type Throttle } from '../../platform/limits/throttle.js';
import type { Authenticate } from '../../platform/limits/throttle-sign-in.js';
import { answerError } from '../answer-error.js';
import { identityOf } from '../execute-operations.js';
import { languageOf } from '../feedback/texts.js';
import { notFound } from '../pages.js';
import { requestIdOf } from '../request-id.js';
import type { Answer, Caller } from '../routes.js';
import { RECEIPT_PAGE_POLICY, renderReceipt } from './render.js';

export interface ReceiptOptions {
  readonly db: Database;
  readonly keyRing: KeyRing;
  readonly clock: () => Date;
  readonly throttle: Throttle;
  readonly authenticate: Authenticate;
  /** The public address of the application; null if none was configured. */
  readonly publicUrl: string | null;
  readonly production: boolean;
  readonly log: Logger;
}

/** Cost of a document against the rate of the caller. */
const COST = 100;

const PATH = /^\/receipts\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(\.json)?\/?$/;

/**
 * GET /receipts/{id}: a receipt as a page to print, or as the file to verify with `.json` behind it; for signed-in actors,
 * and for a browser by a link that one of them was given.
 */
export function answerReceipt(options: ReceiptOptions): Answer {
  const { db, keyRing, clock, throttle, authenticate, publicUrl, production, log } = options;

  async function answer(request: Request, { address }: Caller): Promise<Response> {
    await throttle.arrival(address);
    const url = new URL(request.url);
    const [, id, json] = PATH.exec(url.pathname) ?? [];
    if (id === undefined) return notFound(request, url.pathname);
    const authorization = request.headers.get('authorization');
    const link = { until: url.searchParams.get('until'), key: url.searchParams.get('key') };
    if (authorization === null && !opensReceipt(keyRing, id, link, clock())) {
      await throttle.guess(address, 1);
      throw new UnauthenticatedError(
        'Send a token: Authorization: Bearer <token>, or take a new link from the field `link` of the receipt.',
      );
    }
    const session = authorization === null ? null : await authenticate(authorization, address);
    const rate = session && (await throttle.operation(identityOf(session), COST));
    const document = await db.transaction(
      async (tx) => {
        const seen = session ? visibleReceipts(session.actor) : {};
        const receipt = await tx.receipt.findFirst({ where: { id, AND: [seen] } });
        return receipt && { made: await makeReceiptDocument(tx, receipt) };
      },
      session ? { as: session.actor } : AS_SYSTEM,
    );
    if (!document) return notFound(request, url.pathname);
    const { made } = document;
    if (!made) {
      throw new ConflictError('The receipt is not signed yet; try again in a moment.', 'UNSIGNED');
    }
    const headers = rate ? rateHeaders(rate) : {};
    const text = writeReceiptDocument(made);
    if (json) {
      return new Response(text, {
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-disposition': `attachment; filename="receipt-${id}.json"`,
        },
      });
    }
    const page = renderReceipt(made, await verifyDocument(text, { verifyTimestamp }), {
      locale: languageOf(request.headers.get('accept-language')),
      address: `${publicUrl ?? url.origin}/receipts/${id}`,
    });
    return new Response(page, {
      headers: {
        ...headers,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': RECEIPT_PAGE_POLICY,
      },
    });
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

/** GET /.well-known/jwks.json: each key that ever signed a receipt, open without a token. */
export function answerReceiptKeys({
  db,
  throttle,
}: Pick<ReceiptOptions, 'db' | 'throttle'>): Answer {
  return async (_request, { address }) => {
    await throttle.arrival(address);
    const keys = await db.transaction(readReceiptKeys, AS_SYSTEM);
    const told = keys.map((key) => ({ ...key, alg: 'EdDSA', use: 'sig' }));
    return Response.json(
      { keys: told },
      { headers: { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' } },
    );
  };
}
