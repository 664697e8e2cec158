import type { Actor } from '../../domain/actor.js';
import { cursorsOf } from '../../platform/events/cursor.js';
import type { LogPlace } from '../../platform/events/log-reader.js';
import { BUILD_ID } from '../../platform/ops/build-id.js';
import type { Services } from './context.js';
import type { Rendered } from './result-flow.js';

/**
 * The first result of a subscription that follows the log, before any event: no data, and in its extensions where
 * it begins. A client that loses its connection before the first event resumes from there.
 */
export function startFrame(
  { keyRing, clock }: Pick<Services, 'keyRing' | 'clock'>,
  actor: Actor,
  from: LogPlace,
): Rendered {
  const cursor = cursorsOf(keyRing).ofEnd(from, actor);
  const start = { cursor, serverTime: clock().toISOString(), buildId: BUILD_ID };
  const result = { data: null, extensions: { start } };
  return { result, text: JSON.stringify(result), cursor };
}
