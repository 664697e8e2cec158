import type { Logger } from 'pino';
import { LeadwardenError, TooManyRequestsError } from '../../domain/errors.js';
import type { LiveSessions } from '../../features/sign-in/live-sessions.js';
import type { Authenticate } from '../../platform/limits/throttle-sign-in.js';
import { identityOf } from '../execute-operations.js';
import { type Connection, TRY_AGAIN_LATER } from './connection.js';
import type { SocketGuard } from './guard-sockets.js';

export interface SignInOptions {
  readonly authenticate: Authenticate;
  readonly guard: SocketGuard;
  readonly sessions: LiveSessions;
  /** Per identity. */
  readonly mostSockets: number;
  readonly log: Logger;
}

/** Authenticates a client by the token of its first message; without one it may run operations that need none. */
export function createSocketSignIn(options: SignInOptions) {
  const { authenticate, guard, sessions, mostSockets, log } = options;
  return async function signIn(
    connection: Connection,
    params: Record<string, unknown>,
  ): Promise<boolean> {
    const authorization = params.authorization ?? params.Authorization;
    if (typeof authorization !== 'string') return true;
    try {
      const session = await authenticate(authorization, connection.address);
      // It may have been left while the token was looked at.
      if (!connection.isOpen) return false;
      if (!guard.admitsAs(identityOf(session))) {
        connection.close(TRY_AGAIN_LATER, `${mostSockets} sockets are open, more are not allowed`);
        return false;
      }
      connection.session = session;
      sessions.watch(session, connection);
      return true;
    } catch (error) {
      const known = error instanceof LeadwardenError;
      if (!known) log.error({ err: error }, 'a token could not be looked at');
      // The token could not be checked.
      const isUntold = !known || error.code === 'UNAVAILABLE';
      if (isUntold || error instanceof TooManyRequestsError) {
        connection.close(TRY_AGAIN_LATER, 'Try again later');
      }
      return false;
    }
  };
}
