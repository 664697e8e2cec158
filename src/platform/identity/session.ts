import type { Actor } from '../../domain/actor.js';

/** An actor, the token it signed in by, and the end of its session. */
export interface Session {
  /** As last asked: a subscription asks again before each event. */
  actor: Actor;
  readonly expiresAt: Date;
  /** Null for users who signed in by a JWT. */
  readonly apiTokenId: string | null;
}
