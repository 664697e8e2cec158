import { cursorsOf } from '../../platform/events/cursor.js';
import { type Beat, HEARTBEAT_MS } from '../../platform/events/pulse.js';
import { sightOf } from '../../platform/identity/sight.js';
import { BUILD_ID } from '../../platform/ops/build-id.js';
import { builder } from '../kit/builder.js';
import type { GraphQLContext } from '../kit/context.js';

export const HeartbeatType = builder.objectRef<Beat>('Heartbeat').implement({
  description: 'That the application is there, and where its event log ends.',
  fields: (t) => ({
    serverTime: t.field({
      type: 'DateTime',
      description: 'The time of the server, by which deadlines count.',
      resolve: (_beat, _args, { now }) => now,
    }),
    buildId: t.string({
      description:
        'Which build of the server answers. A page that was loaded from another one loads itself anew.',
      resolve: () => BUILD_ID,
    }),
    cursor: t.field({
      type: 'Cursor',
      description:
        'Where the event log ends now; another text each time. To begin from here read the present state afterwards. A subscription that is open resumes from its own last event instead: what lies before the end may still be on its way.',
      resolve: headOf,
    }),
    intervalSeconds: t.int({
      description: 'How many seconds lie between two heartbeats of the subscription.',
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
