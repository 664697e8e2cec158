import type { Actor } from '../../domain/actor.js';
import type { LoggedEvent } from '../../domain/events.js';
import { createBoundedMap } from '../input/bounded-map.js';

/** Renders an event as the actor sees it, for the `attempt`-th time, from 1. */
export type Render<Rendered> = (
  event: LoggedEvent,
  actor: Actor,
  attempt: number,
) => Promise<Rendered>;

/** How long, and for how many events, a rendered text serves subscribers that come a little later. */
const REMEMBERED_MS = 1_000;
const REMEMBERED_EVENTS = 64;

/**
 * Renders an event once for all subscribers that ask for it at about the same time; a failed rendering is repeated.
 */
export function rememberRendered<Rendered>(
  render: Render<Rendered>,
): (event: LoggedEvent, actor: Actor) => Promise<Rendered> {
  /** How often rendering an event has failed. */
  const failures = new Map<number, number>();
  const remembered = createBoundedMap<number, { rendered: Promise<Rendered>; at: number }>(
    REMEMBERED_EVENTS,
  );

  return function renderOnce(event, actor) {
    const at = performance.now();
    const known = remembered.get(event.position);
    if (known && at - known.at < REMEMBERED_MS) return known.rendered;
    const attempt = (failures.get(event.position) ?? 0) + 1;
    const rendered = render(event, actor, attempt);
    remembered.set(event.position, { rendered, at });
    rendered.then(
      () => failures.delete(event.position),
      () => {
        failures.set(event.position, attempt);
        remembered.delete(event.position);
      },
    );
    return rendered;
  };
}
