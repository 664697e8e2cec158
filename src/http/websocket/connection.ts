import type { Socket } from 'node:net';
import { CloseCode, type Message } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { SessionWatcher } from '../../auth/live-sessions.js';
import type { Session } from '../../auth/session.js';
import type { SocketOperation } from './socket-operation.js';

/** Bytes that may wait for a client that reads slowly, for all its operations together. */
const MAX_WAITING_BYTES = 256 * 1024;

/**
 * One client, and what it has open. A class, as SocketOperation is: there are thousands that do nothing but wait, and
 * functions of their own would take more memory than what they know.
 */
export class Connection implements SessionWatcher {
  /** Null before the client said who it is, and for one without a token. */
  session: Session | null = null;
  /** A client says first who it is, once; then it is told that it may go on. */
  state: 'new' | 'initialising' | 'acknowledged' | 'closed' = 'new';
  readonly operations = new Map<string, SocketOperation>();
  subscriptions = 0;
  /** Whether it has not answered yet whether it is still there. */
  private isSilent = false;
  /** Ends those that do not say who they are. */
  initTimer: NodeJS.Timeout | undefined;

  constructor(
    readonly socket: WebSocket,
    /** What the socket runs over. */
    readonly tcp: Socket,
    readonly address: string,
    private readonly hold: (tcp: Socket) => void,
  ) {}

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** Whether the client leaves so much unread that no more should be written to it. */
  get isStalled(): boolean {
    return this.socket.bufferedAmount >= MAX_WAITING_BYTES;
  }

  /** Leaves with whatever else is written in the same turn of the event loop; `sent` is called also if it never leaves. */
  write(text: string, sent?: () => void): void {
    this.hold(this.tcp);
    this.socket.send(text, sent);
  }

  /**
   * Resolves when the message has left or never will: what cannot be sent any more is no failure of whoever sends it.
   * Nothing is read from a client that does not read what it is answered.
   */
  async send(message: Message): Promise<void> {
    if (!this.isOpen) return;
    const sent = new Promise<void>((resolve) => {
      this.write(JSON.stringify(message), () => resolve());
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
    if (this.isSilent) this.socket.terminate();
    else if (this.isOpen) {
      this.isSilent = true;
      this.socket.ping();
    }
  }

  heard(): void {
    this.isSilent = false;
  }

  close(code: number, reason: string): void {
    // The client's own farewell has to be read.
    this.socket.resume();
    this.socket.close(code, reason);
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
    for (const operation of [...this.operations.values()]) operation.abandon();
  }

  private async pausedUntil(sent: Promise<void>): Promise<void> {
    if (!this.isStalled) return sent;
    this.socket.pause();
    await sent;
    this.socket.resume();
  }
}
