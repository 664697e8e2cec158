/** Fifty products with a comment of 2,000 characters each, as browsers encode them. */
const MAX_BYTES = 512 * 1024;

/** The fields of a form without files; null if the body is no form, or too large. */
export async function readForm(request: Request): Promise<URLSearchParams | null> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type) || request.body === null) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
    bytes += value.byteLength;
    if (bytes > MAX_BYTES) return null;
    chunks.push(value);
  }
}
