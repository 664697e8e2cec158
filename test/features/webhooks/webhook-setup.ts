import { pino } from 'pino';
import { afterAll, beforeEach } from 'vitest';
import {
  type CreateWebhookInput,
  createWebhook,
} from '../../../src/features/webhooks/create-webhook.js';
import {
  createWebhookDispatcher,
  type WebhookDispatcherOptions,
} from '../../../src/features/webhooks/dispatcher.js';
import { createSequencer } from '../../../src/platform/events/sequencer.js';
import { createMemoryWakeUp } from '../../../src/platform/events/wake-up-memory.js';
import { createOutboundGuard } from '../../../src/platform/outbound/outbound-guard.js';
import { createPoster } from '../../../src/platform/outbound/post.js';
import { parseNetworks } from '../../../src/platform/outbound/public-address.js';
import { append, type Happening } from '../../platform/events/event-setup.js';
import { testClock } from '../../support/clock.js';
import { testKeyRing } from '../../support/cursors.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { contextFor, makeUser, type TestContext, type TestUser } from '../../support/factories.js';
import { type Received, type Receiver, startReceiver } from './receiver.js';

const START = '2026-03-01T09:00:00Z';
const quiet = pino({ level: 'silent' });

export const keyRing = testKeyRing;
export const outbound = createOutboundGuard({ allowed: parseNetworks('127.0.0.0/8') ?? [] });

export interface WebhookWorld {
  readonly db: TestDatabase;
  readonly receiver: Receiver;
  readonly admin: TestUser;
  readonly clock: ReturnType<typeof testClock>;
  as(user: TestUser): TestContext;
  /** An endpoint of the admin at the receiver, for activities unless told. */
  webhook(input?: Partial<CreateWebhookInput>): Promise<{ id: string; secret: string }>;
  /** Activities that carry `n`, or whatever else happens, with positions in the log. */
  happen(...happenings: (number | Happening)[]): Promise<void>;
  dispatcher(
    options?: Partial<WebhookDispatcherOptions>,
  ): ReturnType<typeof createWebhookDispatcher>;
}

/** To be called once at the top of a test file: a database for it, empty before each test, and a receiver. */
export async function useWebhooks(): Promise<WebhookWorld> {
  const db = await openTestDatabase();
  const clock = testClock(START);
  let receiver = await startReceiver();
  let admin: TestUser;
  const poster = createPoster({ guard: outbound, timeoutMs: 5_000 });
  const sequencer = createSequencer({ db, wakeUp: createMemoryWakeUp(), log: quiet });
  beforeEach(async () => {
    await db.reset();
    clock.set(START);
    await receiver[Symbol.asyncDispose]();
    receiver = await startReceiver();
    admin = await makeUser(db, { role: 'ADMIN' });
  });
  afterAll(async () => {
    poster.close();
    await receiver[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  });
  const as = (user: TestUser) => contextFor(db, user, clock.now());
  return {
    db,
    clock,
    as,
    get receiver() {
      return receiver;
    },
    get admin() {
      return admin;
    },
    async webhook(input = {}) {
      const { id, secret } = await createWebhook(
        as(admin),
        {
          userId: admin.id,
          name: 'CRM',
          url: receiver.url,
          types: ['ACTIVITY_LOGGED', 'WEBHOOK_DEAD_LETTERED'],
          ...input,
        },
        { keyRing, outbound },
      );
      if (secret === null) throw new Error('The secret is told once.');
      return { id, secret };
    },
    async happen(...happenings) {
      await db.transaction((tx) =>
        append(
          tx,
          happenings.map((one) => (typeof one === 'number' ? { payload: { n: one } } : one)),
        ),
      );
      await sequencer.catchUp();
    },
    dispatcher: (options = {}) =>
      createWebhookDispatcher({
        db,
        poster,
        keyRing,
        clock: clock.now,
        log: quiet,
        random: () => 1,
        ...options,
      }),
  };
}

/** The `n` of activities, in the order of arrival. */
export function numbersOf(received: readonly Received[]): unknown[] {
  return received.map(({ body }) => (body.data.payload as { n?: unknown }).n);
}

export function idsOf(received: readonly Received[]): unknown[] {
  return received.map(({ headers }) => headers['webhook-id']);
}
