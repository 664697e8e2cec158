import type { Logger } from 'pino';
import { createSignIn, type SignIn } from '../features/sign-in/sign-in.js';
import type { Warn } from '../platform/db/backend.js';
import { type Database, openDatabase } from '../platform/db/open.js';
import type { KeyRing } from '../platform/keys/key-ring.js';
import { loadKeyRing } from '../platform/keys/load-key-ring.js';
import { loadReceiptSigner, type ReceiptSigner } from '../platform/keys/receipt-signer.js';
import { makeDataDir } from '../platform/ops/make-data-dir.js';
import { together } from '../platform/ops/start-up-error.js';
import { type Config, usesDataDir } from './config.js';

interface Opening {
  /** Already open; it is left open. */
  readonly database?: Database | undefined;
  /** Gets the slow steps. */
  readonly onStep?: ((step: string) => void) | undefined;
}

/** The faults outside the program, checked together so that all are reported. */
export async function openAll(
  config: Config,
  { database, onStep }: Opening,
  log: Logger,
): Promise<[SignIn, KeyRing, ReceiptSigner, Database]> {
  if (usesDataDir(config)) await makeDataDir(config.dataDir);
  const opening = database
    ? Promise.resolve(database)
    : openDatabase(config.database, { warn: warnIn(log), onStep });
  try {
    return await together([
      createSignIn(config, log),
      loadKeyRing(config.pseudonymKeys),
      loadReceiptSigner(config.receiptKey),
      opening,
    ]);
  } catch (error) {
    if (!database) await opening.then((opened) => opened.stop()).catch(() => {});
    throw error;
  }
}

/** Loaded where there is one. */
export async function loadRedis(url: string) {
  const [{ createRedisWakeUp }, { createRedisLimiter }] = await Promise.all([
    import('../platform/events/wake-up-redis.js'),
    import('../platform/limits/limiter-redis.js'),
  ]);
  return {
    createWakeUp: (options: { log: Logger }) => createRedisWakeUp({ url, ...options }),
    createLimiter: (options: { clock: () => Date; log: Logger }) =>
      createRedisLimiter({ url, ...options }),
  };
}

function warnIn(log: Logger): Warn {
  return (message, error) => log.warn({ err: error }, message);
}
