/** One JSON value a line (jsonlines.org), for programs. */
export const JSON_LINES = {
  extension: 'jsonl',
  contentType: 'application/jsonl; charset=utf-8',
} as const;

export async function* writeJsonLines(
  pages: AsyncIterable<readonly object[]>,
): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  for await (const rows of pages) {
    yield encoder.encode(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
}
