/** The command could not do its work; the message says all there is to say. */
export class CommandError extends Error {}

/** The server has run the command, and said what there was to say. */
export class ServerEnded extends Error {
  readonly exitCode: number;
  constructor(exitCode: number) {
    super(`The server ended the command with ${exitCode}.`);
    this.exitCode = exitCode;
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
