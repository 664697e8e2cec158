import { refusedBody, tooLarge } from './body-refusals.js';

/**
 * Reads a body piece by piece, up to a size and within a time, whether or not it told its length.
 * @param take is given each piece and waited for
 * @throws GraphQLError BODY_TOO_LARGE or REQUEST_TIMEOUT; the rest is left unread, so that the answer can go out
 */
export async function readChunks(
  { body }: Request,
  { limit, withinMs }: { limit: number; withinMs: number },
  take: (chunk: Uint8Array) => Promise<void>,
): Promise<void> {
  const reader = body?.getReader();
  if (!reader) return;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(refusedBody('REQUEST_TIMEOUT')), withinMs);
  });
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), tooLate]);
      if (done) return;
      length += value.byteLength;
      if (length > limit) throw tooLarge(limit);
      await take(value);
    }
  } finally {
    clearTimeout(timer);
    tooLate.catch(() => {});
  }
}
