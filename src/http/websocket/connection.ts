import type { Socket } from 'node:net';
import { CloseCode, type Message } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { SessionWatcher } from '../../features/sign-in/live-sessions.js';
import type { Session } from '../../platform/identity/session.js';
import type { Writer } from './gather-writes.js';
import { Intake, type IntakeLimits } from './intake.js';
import type { SocketOperation } from './socket-operation.js';
import { beginTextFrame } from './text-frame.js';

/** Closed with this, clients connect again, and not at once. */
export const TRY_AGAIN_LATER = 1013;
const MESSAGE_TOO_BIG = 1009;

/** Bytes that may wait for a client that reads slowly, for all its operations together. */
const MAX_WAITING_BYTES = 256 * 1024;

const NOTHING = Buffer.alloc(0);

/** The state shared by the connections of a server. */
export interface Wire extends IntakeLimits {
  /** See gather-writes.ts. */
  readonly hold: (writer: Writer) => void;
  /** The bytes that end a message which tells a result. */
  readonly tailOf: (result: string) => Buffer;
}

/** Subscribers of the same result get it one after the other, so only the last tail is kept. */
export function createTails(): Wire['tailOf'] {
  let last = { result: '', tail: Buffer.from('}') };
  return (result) => {
    if (last.result !== result) last = { result, tail: Buffer.from(`${result}}`) };
    return last.tail;
  };
}

interface Waiting {
  readonly chunks: Buffer[];
  bytes: number;
  sent: (() => void)[] | null;
}

/**
 * One client with its open operations. A class, as SocketOperation is: there are thousands of idle ones, and closures
 * would take more memory than their data.
 */
export class Connection implements SessionWatcher, Writer {
  /** Null before the client has signed in, and for one without a token. */
  session: Session | null = null;
  /** A client signs in first, once; then its sign-in is acknowledged. */
  state: 'new' | 'initialising' | 'acknowledged' | 'closed' = 'new';
  readonly operations = new Map<string, SocketOperation>();
  subscriptions = 0;
  /** The bytes that its subscriptions keep. */
  keptBytes = 0;
  private farewell: { code: number; reason: string } | null = null;
  /** Whether it has not answered yet whether it is still there. */
  private isSilent = false;
  private readonly intake: Intake;
  /** Why nothing is read from it. */
  private pauses = 0;
  /** The bytes that leave with the next flush. */
  private waiting: Waiting | null = null;
  /** Closes the socket of a client that does not sign in. */
  initTimer: NodeJS.Timeout | undefined;

  constructor(
    readonly socket: WebSocket,
    /** The stream beneath the socket. */
    readonly tcp: Socket,
    readonly address: string,
    private readonly wire: Wire,
  ) {
    this.intake = new Intake(address, wire);
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** Whether the client leaves so much unread that no more should be written to it. */
  get isStalled(): boolean {
    return this.socket.bufferedAmount + (this.waiting?.bytes ?? 0) >= MAX_WAITING_BYTES;
  }

  /**
   * Writes a message of a text and, after it, bytes that others may be sent as well. It goes past the sender of `ws`,
   * which would make bytes of it anew for each client; only what is compressed has to go through there, and nothing is.
   * @param sent called when the message has left, and also when it never will
   */
  write(head: string, tail: Buffer, sent?: () => void): void {
    if (this.waiting === null) {
      this.waiting = { chunks: [], bytes: 0, sent: null };
      this.wire.hold(this);
    }
    const begin = beginTextFrame(head, tail.length);
    this.waiting.chunks.push(begin, tail);
    this.waiting.bytes += begin.length + tail.length;
    if (sent) this.waiting.sent = [...(this.waiting.sent ?? []), sent];
  }

  tailOf(result: string): Buffer {
    return this.wire.tailOf(result);
  }

  flush(): void {
    if (this.waiting === null) return;
    const { chunks, bytes, sent } = this.waiting;
    this.waiting = null;
    const tellSent = sent && (() => sent.forEach((told) => void told()));
    if (this.isOpen) this.tcp.write(Buffer.concat(chunks, bytes), tellSent ?? undefined);
    else tellSent?.();
  }

  /**
   * Resolves when the message has left or never will: a message that can no longer be sent is no failure of its
   * sender. Nothing is read from a client that does not read its answers.
   */
  async send(message: Message): Promise<void> {
    if (!this.isOpen) return;
    const sent = new Promise<void>((resolve) => {
      this.write(JSON.stringify(message), NOTHING, resolve);
    });
    await this.pausedUntil(sent);
  }

  async pong(data: Buffer): Promise<void> {
    const sent = new Promise<void>((resolve) => {
      this.socket.pong(data, false, () => resolve());
    });
    await this.pausedUntil(sent);
  }

  /** Asks whether it is still there; one that has not answered by the next time is cut off. */
  ping(): void {
    if (this.intake.isStillLate()) this.cut(TRY_AGAIN_LATER, 'The message did not come in time');
    else if (this.isSilent) this.socket.terminate();
    else if (this.isOpen) {
      this.isSilent = true;
      this.socket.ping();
    }
  }

  /** Bytes came, of any kind of frame. */
  arrived(bytes: number): void {
    const refusal = this.intake.arrived(bytes, this.session !== null);
    if (refusal === 'TOO_LARGE') this.cut(MESSAGE_TOO_BIG, 'The message is too large');
    if (refusal === 'TOO_MUCH') this.cut(TRY_AGAIN_LATER, 'Too much is coming in at once');
  }

  /** A message is complete. While many of the client's messages are not processed, nothing more is read from it. */
  began(bytes: number): void {
    const wasFull = this.intake.isFull;
    this.intake.began(bytes);
    if (this.intake.isFull && !wasFull) this.pause();
  }

  settled(bytes: number): void {
    const wasFull = this.intake.isFull;
    this.intake.settled(bytes, this.session !== null);
    if (wasFull && !this.intake.isFull) this.resume();
  }

  /** Closes without waiting for the client's farewell, which would be read behind all that it has sent. */
  private cut(code: number, reason: string): void {
    this.close(code, reason);
    setImmediate(() => this.socket.terminate());
  }

  heard(): void {
    this.isSilent = false;
  }

  close(code: number, reason: string): void {
    this.flush();
    // The client's own farewell has to be read.
    this.socket.resume();
    this.socket.close(code, reason);
  }

  /** Closes when the open requests are answered, and begins no others; subscriptions are not waited for. */
  closeWhenAnswered(code: number, reason: string): void {
    this.farewell = { code, reason };
    this.closeIfAnswered();
  }

  get isLeaving(): boolean {
    return this.farewell !== null;
  }

  closeIfAnswered(): void {
    if (this.farewell === null || this.operations.size > this.subscriptions) return;
    this.close(this.farewell.code, this.farewell.reason);
  }

  onSessionEnd(reason: string): void {
    // Closing goes before the end of the flows, so that they are not told to be complete. With this code clients connect
    // again; with 4401 they would give up.
    this.close(CloseCode.Forbidden, reason);
    this.leave();
  }

  /** Ends everything that is open; the client is told nothing. */
  leave(): void {
    this.state = 'closed';
    clearTimeout(this.initTimer);
    this.intake.close();
    for (const operation of [...this.operations.values()]) operation.abandon();
  }

  private async pausedUntil(sent: Promise<void>): Promise<void> {
    if (!this.isStalled) return sent;
    this.pause();
    await sent;
    this.resume();
  }

  private pause(): void {
    this.pauses += 1;
    this.socket.pause();
  }

  private resume(): void {
    this.pauses -= 1;
    if (this.pauses === 0) this.socket.resume();
  }
}
