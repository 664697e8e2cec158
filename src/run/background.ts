import type { Logger } from 'pino';
import { createHandOverWorker } from '../features/hand-overs/hand-over-worker.js';
import { createImportWorker } from '../features/imports/import-worker.js';
import { NIGHTLY_JOBS } from '../features/jobs/all-jobs.js';
import { createRunner, type JobRunner } from '../features/jobs/runner.js';
import { createScheduler } from '../features/jobs/scheduler.js';
import { createTicks } from '../features/jobs/ticks.js';
import { createTransport } from '../features/mail/create-transport.js';
import { createDispatcher } from '../features/mail/dispatcher.js';
import { senderDomain } from '../features/mail/sender-domain.js';
import {
  createWebhookDispatcher,
  type WebhookDispatcher,
} from '../features/webhooks/dispatcher.js';
import type { Database } from '../platform/db/open.js';
import type { Hub } from '../platform/events/hub.js';
import type { KeyRing } from '../platform/keys/key-ring.js';
import type { Worker } from '../platform/loops/worker.js';
import { createOutboundGuard, type OutboundGuard } from '../platform/outbound/outbound-guard.js';
import { createPoster } from '../platform/outbound/post.js';
import { loadSchedule } from '../platform/settings/load-schedule.js';
import type { Config } from './config.js';

interface BackgroundOptions {
  readonly db: Database;
  readonly hub: Hub;
  readonly keyRing: KeyRing;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly config: Config;
}

/** The work that no request waits for. Requests wake it; the command line uses some of it without a start. */
export interface Background {
  readonly runner: JobRunner;
  readonly imports: Worker;
  readonly handOvers: Worker;
  readonly webhooks: WebhookDispatcher;
  readonly outbound: OutboundGuard;
  start(): void;
  /** Resolves when nothing runs any more; jobs end between two batches. */
  stop(): Promise<unknown>;
}

/** Timeout of an endpoint's answer; well below the lease of the sender. */
const WEBHOOK_TIMEOUT_MS = 10_000;

/** Wires jobs, imports, hand-overs, mails and webhooks. */
export async function createBackground(options: BackgroundOptions): Promise<Background> {
  const { db, hub, keyRing, clock, log, config } = options;
  const runner = createRunner({ db, jobs: NIGHTLY_JOBS, keyRing, clock, log });
  const scheduler = createScheduler({
    runner,
    ticks: createTicks(db, clock, keyRing),
    loadSchedule: () => loadSchedule(db, log),
    clock,
    log,
  });
  const imports = createImportWorker({ db, keyRing, clock, log });
  const dispatcher = createDispatcher({
    db,
    transport: await createTransport(config.mail, log),
    clock,
    log,
    settings: { publicUrl: config.publicUrl, domain: senderDomain(config.mail.from) },
  });
  const handOvers = createHandOverWorker({ db, clock, log });
  const outbound = createOutboundGuard({ allowed: config.webhookNetworks });
  const webhooks = createWebhookDispatcher({
    db,
    hub,
    keyRing,
    clock,
    log,
    poster: createPoster({ guard: outbound, timeoutMs: WEBHOOK_TIMEOUT_MS }),
  });

  const loops = [dispatcher, imports, handOvers, webhooks, scheduler];
  return {
    runner,
    imports,
    handOvers,
    webhooks,
    outbound,
    start() {
      for (const loop of loops) loop.start();
    },
    stop: () => Promise.all(loops.map((loop) => loop.stop())),
  };
}
