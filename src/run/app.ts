import type { Logger } from 'pino';
import type { Rendered } from '../api/kit/result-flow.js';
import { schema } from '../api/schema.js';
import { SYSTEM_ACTOR } from '../domain/actor.js';
import type { JobRunner } from '../features/jobs/runner.js';
import { createCountFolder } from '../features/kpis/fold-counts.js';
import { createLiveKpis } from '../features/kpis/live-kpis.js';
import { createReceiptIssuer, type ReceiptIssuer } from '../features/receipts/issuer.js';
import { authenticate } from '../features/sign-in/authenticate.js';
import type { Issuer } from '../features/sign-in/dev-issuer.js';
import { createLiveSessions } from '../features/sign-in/live-sessions.js';
import { createReauthorizer } from '../features/sign-in/reauthorize.js';
import type { WebhookDispatcher } from '../features/webhooks/dispatcher.js';
import { answerCalendar } from '../http/calendar/answer-calendar.js';
import { allExports } from '../http/exports/all-exports.js';
import { answerFeedback } from '../http/feedback/answer-feedback.js';
import { answerReceipt, answerReceiptKeys } from '../http/receipts/answer-receipts.js';
import { createRoutes } from '../http/routes.js';
import { createHttpServer } from '../http/server.js';
import { createGraphQLServer } from '../http/yoga.js';
import { hasAudited } from '../platform/audit/append-audit.js';
import { createSealer } from '../platform/audit/sealer.js';
import { createDatabaseClock } from '../platform/db/database-clock.js';
import type { Database } from '../platform/db/open.js';
import { hasAppended } from '../platform/events/append-event.js';
import { createChannels } from '../platform/events/channels.js';
import { createHub } from '../platform/events/hub.js';
import { kickAfterCommit } from '../platform/events/kick-after-commit.js';
import { createPulse } from '../platform/events/pulse.js';
import { createSequencer } from '../platform/events/sequencer.js';
import { createMemoryWakeUp } from '../platform/events/wake-up-memory.js';
import { createNotifyWakeUp } from '../platform/events/wake-up-notify.js';
import { createMemoryLimiter } from '../platform/limits/limiter-memory.js';
import { createThrottle } from '../platform/limits/throttle.js';
import { throttleSignIn } from '../platform/limits/throttle-sign-in.js';
import type { Worker } from '../platform/loops/worker.js';
import { createLog } from '../platform/ops/log.js';
import { createBackground } from './background.js';
import { bringUpToDate } from './bring-up-to-date.js';
import type { Config } from './config.js';
import { loadRedis, openAll } from './open-all.js';

export interface Overrides {
  /** Instead of the database's. */
  readonly clock?: () => Date;
  /** Already open; the app leaves it open when it stops. */
  readonly database?: Database;
  readonly log?: Logger;
  /** Left out, everything runs; a test may want no jobs, imports and mails in the background. */
  readonly background?: boolean;
  /** A token for playgrounds on this machine, made once the application can sign one; for the demo. */
  readonly playgroundToken?: (issuer: Issuer | null) => Promise<string | null>;
  /** Gets the slow steps of the start. */
  readonly onStep?: ((step: string) => void) | undefined;
}

export interface App {
  /** Answers a request as the server would, also when it does not listen. */
  fetch(request: Request): Promise<Response>;
  /** The address listened on, once started. */
  readonly url: string | null;
  readonly db: Database;
  /** Null where tokens come from elsewhere, or from nowhere. */
  readonly issuer: Issuer | null;
  /** Usable without `start`, for the command line. */
  readonly runner: JobRunner;
  readonly imports: Worker;
  readonly handOvers: Worker;
  readonly webhooks: WebhookDispatcher;
  readonly receipts: ReceiptIssuer;
  /** Subscriptions that have not ended. */
  readonly followers: number;
  /** Sessions of WebSockets and flows that end when their tokens do. */
  readonly sessions: number;
  start(): Promise<void>;
  /**
   * Accepts nothing more, answers open requests, ends jobs between two batches, within seconds. Subscribers are cut
   * off without a message that their flows are complete: they continue at another replica from their cursors.
   */
  stop(): Promise<void>;
}

/**
 * Wires the application. Nothing runs before `start`, but subscriptions need it.
 * @throws StartUpError with all that keeps it from starting
 */
export async function createApp(config: Config, overrides: Overrides = {}): Promise<App> {
  const log = overrides.log ?? createLog(config.logLevel);
  for (const warning of config.warnings) log.warn(warning);
  const [{ issuer, verifier }, keyRing, signer, opened] = await openAll(config, overrides, log);
  const databaseClock = createDatabaseClock({ db: opened, log });
  const clock = overrides.clock ?? databaseClock.now;
  if (!overrides.clock) await databaseClock.measure();

  const redis = config.redisUrl ? await loadRedis(config.redisUrl) : null;
  const wakeUp = redis
    ? redis.createWakeUp({ log })
    : opened.kind === 'postgres'
      ? createNotifyWakeUp({ db: opened, log })
      : createMemoryWakeUp();
  const sequencer = createSequencer({
    db: opened,
    wakeUp,
    log,
    onNumbered: (numbered) => hub.offer(numbered),
  });
  const sealer = createSealer({ db: opened, log });
  const sequenced = kickAfterCommit(opened, hasAppended, () => sequencer.kick());
  const db = kickAfterCommit(sequenced, hasAudited, () => sealer.kick());
  const hub = createHub({ db, wakeUp, log });
  const countFolder = createCountFolder({ db, hub, log });
  const kpis = createLiveKpis({ db, hub, clock, log });
  const receipts = createReceiptIssuer({
    db,
    signer,
    hub,
    clock,
    log,
    timestampUrl: config.timestampUrl,
  });
  const background = await createBackground({ db, hub, keyRing, clock, log, config });
  const { runner, imports, handOvers, webhooks, outbound } = background;

  const limiter = redis ? redis.createLimiter({ clock, log }) : createMemoryLimiter({ clock });
  const throttle = createThrottle(limiter, config.limits.perMinute);
  const signIn = throttleSignIn(throttle, (header) => authenticate(db, verifier, header, clock()));
  const reauthorize = createReauthorizer(db, clock);
  const sessions = createLiveSessions({ hub, reauthorize, clock, log });
  const channels = createChannels<Rendered>({ hub, reauthorize: sessions.reauthorize, clock, log });
  const pulse = createPulse();
  const services = {
    db,
    hub,
    channels,
    pulse,
    runner,
    keyRing,
    clock,
    publicUrl: config.publicUrl,
    kickImports: () => void imports.kick(),
    kickHandOvers: () => void handOvers.kick(),
    outbound,
    kickWebhooks: () => webhooks.kick(),
    sessions,
    kpis,
  };
  const { production } = config;
  const serving = { schema, services, throttle, authenticate: signIn, log };
  const routes = createRoutes({
    ready: async () => {
      await db.queryAs(SYSTEM_ACTOR, 'SELECT 1');
    },
    exports: allExports({ ...serving, production }),
    answerReceipt: answerReceipt({
      ...serving,
      db,
      keyRing,
      clock,
      publicUrl: config.publicUrl,
      production,
    }),
    answerReceiptKeys: answerReceiptKeys({ db, throttle }),
    answerCalendar: answerCalendar({ db, throttle, clock, publicUrl: config.publicUrl, log }),
    answerFeedback: answerFeedback({
      db,
      throttle,
      clock,
      log,
      https: config.publicUrl?.startsWith('https:') ?? false,
    }),
    production,
    playgroundToken: (await overrides.playgroundToken?.(issuer)) ?? null,
  });
  const yoga = createGraphQLServer({ ...serving, routes, config });
  const http = createHttpServer({ config, yoga, authenticate: signIn, throttle, sessions, log });

  let url: string | null = null;
  return {
    fetch: async (request) => yoga.fetch(request),
    get url() {
      return url;
    },
    db,
    issuer,
    runner,
    imports,
    handOvers,
    webhooks,
    receipts,
    get followers() {
      return channels.subscribers + kpis.subscribers;
    },
    get sessions() {
      return sessions.size;
    },
    async start() {
      overrides.onStep?.('catching up with the event log');
      if (!overrides.clock) databaseClock.start();
      await Promise.all([wakeUp.start(), limiter.start()]);
      sequencer.start();
      await sequencer.catchUp();
      sealer.start();
      await hub.start();
      countFolder.start();
      receipts.start();
      await bringUpToDate({ db, clock, log, onStep: overrides.onStep });
      if (overrides.background ?? true) background.start();
      url = await http.start();
      log.info({ url, database: db.kind }, 'listening');
    },
    async stop() {
      const ended = background.stop();
      await http.stop();
      sessions.stop();
      pulse.stop();
      await kpis.stop();
      await receipts.stop();
      await hub.stop();
      await ended;
      await databaseClock.stop();
      await Promise.all([sequencer.stop(), countFolder.stop()]);
      await sealer.catchUp().catch((error) => log.warn({ err: error }, 'left entries unsealed'));
      await sealer.stop();
      await Promise.all([wakeUp.stop(), limiter.stop()]);
      if (!overrides.database) await opened.stop();
      log.info('stopped');
    },
  };
}
