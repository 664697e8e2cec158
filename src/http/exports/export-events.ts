import { EVENT_TYPES, type EventType } from '../../domain/events.js';
import { cursorsOf } from '../../platform/events/cursor.js';
import { type LogPage, readLog } from '../../platform/events/read-log.js';
import { type ToldEvent, toldEvent } from '../../platform/events/told-event.js';
import { quote } from '../../platform/input/quote.js';
import { begun, type Exporting, type ExportKind } from './answer-export.js';
import { JSON_LINES, writeJsonLines } from './json-lines.js';
import { onlyParameters, problem } from './parameters.js';

const PAGE_SIZE = 500;

/** /exports/events.jsonl: the event log from a cursor to its end, as far as the actor may see it. */
export const EVENT_LINES: ExportKind = {
  verb: 'exportLeads',
  name: 'events',
  ...JSON_LINES,
  async open(exporting, params) {
    onlyParameters(params, 'after', 'types');
    const after = params.get('after');
    const types = typesIn(params);
    const pages = await begun(eventPages(exporting, after, types));
    const recorded = { events: types ?? 'all', continued: after !== null, format: 'jsonl' };
    return { parts: writeJsonLines(pages), recorded };
  },
};

/** @throws ValidationError for a cursor that is none, CursorExpiredError for one that is too old */
async function* eventPages(
  { services, session, reauthorized }: Exporting,
  after: string | null,
  types: readonly EventType[] | null,
): AsyncGenerator<ToldEvent[], void> {
  const { db, keyRing } = services;
  const cursors = cursorsOf(keyRing);
  let { actor } = session;
  let from = after;
  for (let nth = 0; ; nth++) {
    if (nth > 0) actor = await reauthorized();
    const query = { after: from, first: PAGE_SIZE, types, leadIds: null, actor, cursors };
    const page: LogPage = await db.transaction((tx) => readLog(tx, query), { as: actor });
    yield page.events.map((event) => toldEvent(event, actor, keyRing));
    if (!page.hasNextPage) return;
    from = page.endCursor;
  }
}

/** @throws ValidationError */
function typesIn(params: URLSearchParams): EventType[] | null {
  const names = params.get('types')?.split(',');
  return names?.map(known) ?? null;
}

function known(name: string): EventType {
  const type = EVENT_TYPES.find((one) => one === name);
  if (type) return type;
  throw problem(
    'types',
    `${quote(name)} is no type of event, allowed are names of \`EventType\` with commas between`,
  );
}
