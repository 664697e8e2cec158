import path from 'node:path';
import { socketPath } from '../../platform/db/lock-data-dir.js';

/** Where a server takes commands: beside its database, in a directory that is its owner's alone. */
export function commandSocket(databaseDir: string): string {
  return socketPath(path.resolve(databaseDir, 'commands.sock'));
}

/** The first line that a command sends. */
export interface CommandRequest {
  readonly args: readonly string[];
  /** Base64 by the name in the arguments. */
  readonly files: Readonly<Record<string, string>>;
}

/** The lines that the server answers with; the code is the last. */
export type CommandAnswer =
  | { readonly out: string }
  | { readonly err: string }
  | { readonly code: number };

/** The largest file that can be imported, in Base64, and something over. */
export const MAX_REQUEST_BYTES = 16 * 1024 * 1024;

/** The lines of a stream, without their ends. @throws Error if one is longer than `maxBytes` */
export async function* linesOf(
  stream: AsyncIterable<Buffer>,
  maxBytes: number,
): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    let rest = chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8');
      rest = rest.subarray(end + 1);
      parts = [];
      bytes = 0;
    }
    parts.push(rest);
    bytes += rest.length;
    if (bytes > maxBytes) throw new Error(`A line is longer than ${maxBytes} bytes.`);
  }
}
