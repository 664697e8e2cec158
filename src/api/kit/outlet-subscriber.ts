import type { GraphQLError } from 'graphql';
import type { Subscriber } from '../../platform/events/channel.js';
import type { Session } from '../../platform/identity/session.js';
import type { Outlet } from './context.js';
import type { Rendered } from './result-flow.js';

/**
 * A subscriber of a channel whose client gets the rendered texts unchanged. A class, because there are thousands of
 * them.
 */
export class OutletSubscriber implements Subscriber<Rendered> {
  constructor(
    readonly session: Session,
    private readonly outlet: Outlet,
    private readonly toPublic: (error: unknown) => GraphQLError,
  ) {}

  take({ text }: Rendered): boolean {
    return this.outlet.write(text);
  }

  ready(): Promise<void> {
    return this.outlet.drained();
  }

  end(error?: unknown): void {
    this.outlet.end(error === undefined ? undefined : { errors: [this.toPublic(error)] });
  }
}
