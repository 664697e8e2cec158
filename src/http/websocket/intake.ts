import type { Amounts, PendingBytes } from '../../platform/limits/amounts.js';

/** Of a message of a client that has not signed in; a token has some 1,000 bytes. */
const MAX_FIRST_BYTES = 16 * 1024;

/** Overhead of the frames of a message beside their payload. */
const MAX_FRAMING_BYTES = 64 * 1024;

/** The state shared by the intakes of a server. */
export interface IntakeLimits {
  /** Of a message. */
  readonly mostBytes: number;
  readonly pending: PendingBytes;
}

/**
 * The bytes that a socket has sent and that are not processed. All of them count against the limits of incoming
 * bytes, of the address and in total, from its first byte on: a message that is never finished as well as one that
 * waits for its answer.
 */
export class Intake {
  /** Came in and is no whole message yet; counted roughly, with the frames. */
  private unfinished = 0;
  private underWay = 0;
  private counted = 0;
  private countedAs: Amounts;
  private isClosed = false;
  /** Whether a message had begun at the last check, and is still incomplete. */
  private isLate = false;

  constructor(
    private readonly address: string,
    private readonly limits: IntakeLimits,
  ) {
    this.countedAs = limits.pending.unknown;
  }

  /** Bytes came, of any kind of frame. They are counted before they are parsed. */
  arrived(bytes: number, isKnown: boolean): 'TOO_LARGE' | 'TOO_MUCH' | null {
    this.unfinished += bytes;
    const most = isKnown ? this.limits.mostBytes + MAX_FRAMING_BYTES : MAX_FIRST_BYTES;
    if (this.unfinished > most) return 'TOO_LARGE';
    return this.count(isKnown) ? null : 'TOO_MUCH';
  }

  /** A message is complete and being processed. */
  began(bytes: number): void {
    this.unfinished = 0;
    this.isLate = false;
    this.underWay += bytes;
  }

  /** A message is processed, or its subscription goes on by itself. */
  settled(bytes: number, isKnown: boolean): void {
    this.underWay -= bytes;
    this.count(isKnown);
  }

  /** So much waits for an answer that nothing more should be read. */
  get isFull(): boolean {
    return this.underWay > this.limits.mostBytes;
  }

  /** True if it is still the message that had begun when this was called last. */
  isStillLate(): boolean {
    if (this.isLate) return true;
    this.isLate = this.unfinished > 0;
    return false;
  }

  close(): void {
    this.isClosed = true;
    this.giveBack();
  }

  private count(isKnown: boolean): boolean {
    this.giveBack();
    const bytes = this.unfinished + this.underWay;
    if (this.isClosed || bytes === 0) return true;
    this.countedAs = isKnown ? this.limits.pending.known : this.limits.pending.unknown;
    if (!this.countedAs.take(this.address, bytes)) return false;
    this.counted = bytes;
    return true;
  }

  private giveBack(): void {
    if (this.counted > 0) this.countedAs.give(this.address, this.counted);
    this.counted = 0;
  }
}
