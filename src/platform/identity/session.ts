import type { Actor } from '../../domain/actor.js';

/** Who acts, by what, and until when. */
export interface Session {
  /** As last asked: a subscription asks again before each event. */
  actor: Actor;
  readonly expiresAt: Date;
  /** Null for whoever signed in by a JWT. */
  readonly apiTokenId: string | null;
}
