import type { Amounts, PendingBytes } from '../../rate-limits/amounts.js';

/** What a socket holds of what may come in from its address, and at all: it takes as much as it holds, and gives back. */
export class HeldBytes {
  private from: Amounts;
  private bytes = 0;

  constructor(
    private readonly pending: PendingBytes,
    private readonly address: string,
  ) {
    this.from = pending.unknown;
  }

  /** From now on so much, all told; false if that is too much, and then nothing. */
  set(bytes: number, isKnown: boolean): boolean {
    this.release();
    this.from = isKnown ? this.pending.known : this.pending.unknown;
    if (bytes > 0 && !this.from.take(this.address, bytes)) return false;
    this.bytes = bytes;
    return true;
  }

  release(): void {
    if (this.bytes > 0) this.from.give(this.address, this.bytes);
    this.bytes = 0;
  }
}
