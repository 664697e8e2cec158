export type Encoding = 'br' | 'gzip';

/**
 * The encoding of an answer by RFC 9110: the one with the highest weight of the client, of equals the first offered;
 * null for none.
 * @param header `Accept-Encoding`; a client that sends none, or weighs all with 0, is sent the answer as it is
 */
export function encodingFor(header: string | null, offered: readonly Encoding[]): Encoding | null {
  const weights = new Map(
    (header ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((text) => text.startsWith('q='))?.slice(2);
      return [name, weight === undefined ? 1 : Number(weight) || 0];
    }),
  );
  let best: Encoding | null = null;
  let heaviest = 0;
  for (const encoding of offered) {
    const weight = weights.get(encoding) ?? weights.get('*') ?? 0;
    if (weight <= heaviest) continue;
    [best, heaviest] = [encoding, weight];
  }
  return best;
}
