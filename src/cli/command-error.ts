/** The command could not do its work; the message says all there is to say. */
export class CommandError extends Error {}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
