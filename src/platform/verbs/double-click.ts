import { ConflictError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import type { Verb } from '../identity/may.js';
import type { TxContext } from './context.js';
import { canonical, lockRequest, requesterOf } from './request.js';

/** A second, equal request within so many milliseconds is treated as the same one. */
export const DOUBLE_CLICK_MS = 10_000;

interface Made {
  /** Of the API. */
  readonly type: string;
  /** How many of the created rows still exist: a request for a row that was undone meanwhile is a new one. */
  readonly left?: (ctx: TxContext, id: string) => Promise<number>;
  /** The answer held a secret that cannot be returned again. */
  readonly tellsSecret?: true;
}

/** The rows that a verb created; other rows cannot be undone. */
const MADE: Partial<Record<Verb, Made>> = {
  registerLead: {
    type: 'Lead',
    left: ({ tx }, id) => tx.lead.count({ where: { id, status: 'ACTIVE' } }),
  },
  claimLead: {
    type: 'Lead',
    left: ({ tx }, id) => tx.lead.count({ where: { id, status: 'ACTIVE' } }),
  },
  addContact: { type: 'Contact', left: ({ tx }, id) => tx.contact.count({ where: { id } }) },
  logActivity: {
    type: 'Activity',
    left: ({ tx }, id) => tx.activity.count({ where: { id, voidedAt: null, version: 1 } }),
  },
  startHold: {
    type: 'Hold',
    left: ({ tx, now }, id) =>
      tx.hold.count({
        where: { id, voidedAt: null, OR: [{ endAt: null }, { endAt: { gt: now } }] },
      }),
  },
  scheduleFollowUp: {
    type: 'Reminder',
    left: ({ tx }, id) => tx.reminder.count({ where: { id, acknowledgedAt: null } }),
  },
  requestExtension: {
    type: 'ExtensionRequest',
    left: ({ tx }, id) => tx.extensionRequest.count({ where: { id, status: 'OPEN' } }),
  },
  requestSample: {
    type: 'Sample',
    left: ({ tx }, id) => tx.sample.count({ where: { id, status: 'REQUESTED' } }),
  },
  issueFeedbackLink: {
    type: 'Sample',
    left: ({ tx }, id) => tx.sample.count({ where: { id, feedbackTokenHash: { not: null } } }),
    tellsSecret: true,
  },
  announceAbsence: {
    type: 'Absence',
    left: ({ tx }, id) => tx.absence.count({ where: { id, cancelledAt: null } }),
  },
  createApiToken: {
    type: 'ApiToken',
    left: ({ tx }, id) => tx.apiToken.count({ where: { id, revokedAt: null } }),
    tellsSecret: true,
  },
  createCalendarFeed: {
    type: 'CalendarFeed',
    left: ({ tx }, id) => tx.calendarFeed.count({ where: { id, revokedAt: null } }),
    tellsSecret: true,
  },
  createWebhook: {
    type: 'Webhook',
    left: ({ tx }, id) => tx.webhook.count({ where: { id } }),
    tellsSecret: true,
  },
  rotateWebhookSecret: { type: 'Webhook', tellsSecret: true },
  testWebhook: {
    type: 'WebhookDelivery',
    left: ({ tx }, id) => tx.webhookDelivery.count({ where: { id, status: 'PENDING' } }),
  },
};

/** Whether the answer of a verb holds a secret, which is told once. */
export function tellsSecret(verb: Verb): boolean {
  return MADE[verb]?.tellsSecret ?? false;
}

/**
 * Repeats the answer that the same actor got a moment ago for the same input: a button that was pressed twice, or a
 * form that was sent again, in any process. Only for requests of a client: a verb within another one is a part of
 * that. What is stored is hashed under the key ring, so that the database alone tells nothing of the input.
 * @throws ConflictError if the answer held a secret, which is told once
 */
export async function unlessDoubled(
  ctx: TxContext,
  verb: Verb,
  input: unknown,
  run: (ctx: TxContext) => Promise<{ id: string }>,
  mayKnow: (ctx: TxContext, id: string) => Promise<void>,
): Promise<{ id: string; replayed: boolean }> {
  if (!ctx.hashRequest || ctx.verb !== verb) return { id: (await run(ctx)).id, replayed: false };
  const actorId = requesterOf(ctx.actor);
  const hash = ctx.hashRequest(`${verb} ${canonical(input)}`);
  await lockRequest(ctx, `${actorId} ${verb} ${hash}`);
  const known = await ctx.tx.idempotencyKey.findFirst({
    where: {
      actorId,
      verb,
      key: { gte: keyOf(hash, ctx.now.getTime() - DOUBLE_CLICK_MS), lte: keyOf(hash, LAST_MS) },
    },
    orderBy: { key: 'desc' },
  });
  const made = MADE[verb];
  if (known && (await (made?.left?.(ctx, known.resultId) ?? 1)) > 0) {
    await mayKnow(ctx, known.resultId);
    if (made?.tellsSecret) throw justMade(made.type, known.resultId);
    return { id: known.resultId, replayed: true };
  }
  const { id: resultId } = await run(ctx);
  const key = keyOf(hash, ctx.now.getTime());
  await ctx.tx.idempotencyKey.createMany({
    data: [{ actorId, verb, key, requestHash: hash, resultId, createdAt: ctx.now }],
    skipDuplicates: true,
  });
  return { id: resultId, replayed: false };
}

const LAST_MS = 9_999_999_999_999;

/** Digits of one length, so that keys of a hash lie in the order of time, in any collation. */
function keyOf(hash: string, epochMs: number): string {
  return `${hash}.${String(epochMs).padStart(13, '0')}`;
}

function justMade(type: string, id: string): ConflictError {
  return new ConflictError(
    `The same request was done a moment ago, at ${type} ${globalIdOf(type, id)}: its secret was told in that answer and is told once. For another one send the request again in ${DOUBLE_CLICK_MS / 1000} seconds, or with an idempotency key.`,
    'JUST_MADE',
  );
}
