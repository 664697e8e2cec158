import { z } from 'zod';

/** One of some codes; the problem names the value and what is allowed. */
export function oneOf<const Codes extends readonly [string, ...string[]]>(codes: Codes) {
  return z.enum(codes, {
    error: ({ input }) =>
      `${JSON.stringify(input) ?? 'nothing'} given, allowed is one of ${codes.join(', ')}`,
  });
}
