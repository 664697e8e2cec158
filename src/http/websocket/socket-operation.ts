import type { ExecutionResult, GraphQLError } from 'graphql';
import { MessageType } from 'graphql-ws';
import type { Outlet } from '../../api/kit/context.js';
import { withoutStatus } from '../../api/kit/errors.js';
import type { Connection } from './connection.js';

/** One operation of a client, with the outlet of its results. */
export class SocketOperation implements Outlet {
  isOver = false;
  private isSubscription = false;
  private keptBytes = 0;
  private onOver: readonly (() => void)[] | undefined;
  private draining: Promise<void> | undefined;

  constructor(
    readonly connection: Connection,
    readonly id: string,
  ) {
    connection.operations.set(id, this);
  }

  /** From here on it counts among the subscriptions of its connection, with what it keeps. */
  becomeSubscription(keptBytes: number): void {
    if (this.isOver) return;
    this.isSubscription = true;
    this.keptBytes = keptBytes;
    this.connection.subscriptions += 1;
    this.connection.keptBytes += keptBytes;
    this.connection.closeIfAnswered();
  }

  /** Whether a channel writes to it, which also sends the end. */
  get isAttached(): boolean {
    return this.onOver !== undefined;
  }

  attach(...onOver: (() => void)[]): void {
    this.onOver = onOver;
    if (this.isOver) this.tellOver();
  }

  write(result: string): boolean {
    const { connection } = this;
    if (this.isOver || !connection.isOpen) return false;
    const head = `{"id":${JSON.stringify(this.id)},"type":"next","payload":`;
    const tail = connection.tailOf(result);
    if (!connection.isStalled) {
      connection.write(head, tail);
      return true;
    }
    this.draining = new Promise((resolve) => connection.write(head, tail, resolve));
    return false;
  }

  async drained(): Promise<void> {
    await this.draining;
  }

  /** Resolves when the client has taken it, or is gone. */
  async next({ errors, ...result }: ExecutionResult): Promise<void> {
    if (this.isOver) return;
    const payload = errors ? { ...result, errors: errors.map(withoutStatus) } : result;
    await this.connection.send({ id: this.id, type: MessageType.Next, payload });
  }

  end(last?: ExecutionResult): void {
    if (this.isOver) return;
    if (last) void this.next(last);
    void this.connection.send({ id: this.id, type: MessageType.Complete });
    this.abandon();
  }

  /** Says why nothing comes. */
  refuse(errors: readonly GraphQLError[]): void {
    if (this.isOver) return;
    const payload = errors.map(withoutStatus);
    void this.connection.send({ id: this.id, type: MessageType.Error, payload });
    this.abandon();
  }

  /** Ends it; the client is told nothing, or has been. */
  abandon(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.connection.operations.delete(this.id);
    if (this.isSubscription) this.connection.subscriptions -= 1;
    this.connection.keptBytes -= this.keptBytes;
    this.tellOver();
    this.connection.closeIfAnswered();
  }

  private tellOver(): void {
    for (const told of this.onOver ?? []) told();
  }
}
