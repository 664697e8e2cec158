import { cursorsOf } from '../../platform/events/cursor.js';
import { type Beat, HEARTBEAT_MS } from '../../platform/events/pulse.js';
import { sightOf } from '../../platform/identity/sight.js';
import { BUILD_ID } from '../../platform/ops/build-id.js';
import { builder } from '../kit/builder.js';
import type { GraphQLContext } from '../kit/context.js';

export const HeartbeatType = builder.objectRef<Beat>('Heartbeat').implement({
  description: 'A sign of life of the server, with the end of its event log.',
  fields: (t) => ({
    serverTime: t.field({
      type: 'DateTime',
      description: 'The time of the server, which deadlines are measured by.',
      resolve: (_beat, _args, { now }) => now,
    }),
    buildId: t.string({
      description:
        'Build id of the server. A page that was loaded from another build should reload.',
      resolve: () => BUILD_ID,
    }),
    cursor: t.field({
      type: 'Cursor',
      description:
        'Cursor of the present end of the event log; its text differs each time. A client that begins here reads the present state afterwards. An open subscription resumes from its own last event instead, as events before the end may still be on their way to it.',
      resolve: headOf,
    }),
    intervalSeconds: t.int({
      description: 'Seconds between two heartbeats of the subscription.',
      resolve: () => HEARTBEAT_MS / 1000,
    }),
  }),
});

function headOf({ heads }: Beat, _args: object, { services, actor }: GraphQLContext): string {
  const sight = sightOf(actor);
  const head = heads.get(sight) ?? cursorsOf(services.keyRing).ofEnd(services.hub.end(), actor);
  heads.set(sight, head);
  return head;
}
