import { z } from 'zod';

/** One of some codes; the problem names the value and what is allowed. */
export function oneOf<const Codes extends readonly [string, ...string[]]>(codes: Codes) {
  return z.enum(codes, {
    error: ({ input }) =>
      `${JSON.stringify(input) ?? 'nothing'} given, allowed is one of ${codes.join(', ')}`,
  });
}

/** One of the codes that a table describes. */
export function codeOf<Code extends string>(table: Readonly<Record<Code, string>>) {
  const [first, ...rest] = Object.keys(table) as Code[];
  if (first === undefined) throw new Error('The table of codes is empty.');
  return oneOf([first, ...rest]);
}
