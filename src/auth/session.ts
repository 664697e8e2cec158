import type { Actor } from './actor.js';

/** Who acts, by what, and until when. */
export interface Session {
  readonly actor: Actor;
  readonly expiresAt: Date;
  /** Null for whoever signed in by a JWT. */
  readonly apiTokenId: string | null;
}
