import type { Database } from '../../platform/db/open.js';
import { type ClaimedEmail, renewClaim } from './claim-email.js';

/** A claim that is renewed for as long as its mail is under way. */
export interface KeptClaim {
  /** Stops renewing; resolves to the state of the claim. */
  release(): Promise<ClaimedEmail>;
}

export interface KeepClaimOptions {
  readonly clock: () => Date;
  readonly leaseMs: number;
}

/** A mail server may take longer for its answer than others should wait for the mails of a process that died. */
export function keepClaim(
  db: Database,
  first: ClaimedEmail,
  { clock, leaseMs }: KeepClaimOptions,
): KeptClaim {
  let claimed = first;
  let renewing = Promise.resolve();

  async function renew(): Promise<void> {
    try {
      const renewed = await renewClaim(db, claimed, clock(), leaseMs);
      // Lost: the outcome of the mail is not stored.
      if (renewed === null) clearInterval(timer);
      else claimed = renewed;
    } catch {
      // The database is away: there is another turn before the claim runs out.
    }
  }

  const timer = setInterval(() => {
    renewing = renewing.then(renew);
  }, leaseMs / 4);
  timer.unref();
  return {
    async release() {
      clearInterval(timer);
      await renewing;
      return claimed;
    },
  };
}
