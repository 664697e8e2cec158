import type { Operation } from '../api/kit/context.js';
import { UnauthenticatedError } from '../domain/errors.js';
import type { Authenticate } from '../platform/limits/throttle-sign-in.js';

/** The session of a request, or the error of its token. */
export type SignedIn = Pick<Operation, 'session' | 'refused'>;

/** Authenticates a request, once for each. */
export type SignInRequest = (request: Request, address: string) => Promise<SignedIn>;

/** An invalid token is reported only if the operation needs one: the schema can be read without. */
export function createRequestSignIn(authenticate: Authenticate): SignInRequest {
  const known = new WeakMap<Request, Promise<SignedIn>>();

  async function signIn(authorization: string | null, address: string): Promise<SignedIn> {
    if (authorization === null) return { session: null, refused: null };
    try {
      return { session: await authenticate(authorization, address), refused: null };
    } catch (error) {
      if (!(error instanceof UnauthenticatedError)) throw error;
      return { session: null, refused: error };
    }
  }

  return (request, address) => {
    const asked = known.get(request) ?? signIn(request.headers.get('authorization'), address);
    known.set(request, asked);
    return asked;
  };
}
