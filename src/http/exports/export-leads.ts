import { AS_SYSTEM } from '../../domain/actor.js';
import type { JsonObject } from '../../domain/json.js';
import type { Database } from '../../platform/db/open.js';
import { cursorsOf } from '../../platform/events/cursor.js';
import { readLogState } from '../../platform/events/read-log.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import type { TableFormat } from '../../platform/tables/table.js';
import { begun, type Exporting, type ExportKind } from './answer-export.js';
import { JSON_LINES, writeJsonLines } from './json-lines.js';
import {
  type ExportedLead,
  type LeadEdge,
  leadPages,
  TABLE_LEADS,
  WHOLE_LEADS,
  type WhichLeads,
} from './lead-pages.js';
import { LEAD_TABLE } from './lead-table.js';
import { jsonIn, languageIn, onlyParameters } from './parameters.js';
import { namesIn } from './record-export.js';

/** /exports/leads.csv and .xlsx: the leads that `leads` lists to the actor. */
export function leadTable(format: TableFormat): ExportKind {
  return {
    verb: 'exportLeads',
    name: 'leads',
    ...format,
    async open(exporting, params) {
      onlyParameters(params, 'filter', 'orderBy', 'language');
      const language = languageIn(params);
      const which = { ...whichIn(params), after: null };
      const edges = leadPages<ExportedLead>(exporting, TABLE_LEADS, which);
      const pages = nodesOf(await begun(edges));
      const timeZone = await policyZone(exporting.services.db);
      return {
        parts: format.write(LEAD_TABLE, { language, timeZone }, pages),
        recorded: { ...recordOf(which), language, ...formatOf(format.extension) },
      };
    },
  };
}

/** /exports/leads.jsonl: each lead with all that has no list of its own, for data warehouses. */
export const LEAD_LINES: ExportKind = {
  verb: 'exportLeads',
  name: 'leads',
  ...JSON_LINES,
  async open(exporting, params) {
    onlyParameters(params, 'filter', 'orderBy', 'after');
    const which = { ...whichIn(params), after: params.get('after') };
    // Before the first lead is read: what happens from here on is behind it.
    const headers = { 'x-log-cursor': await endOfLog(exporting) };
    const edges = await begun(leadPages<object>(exporting, WHOLE_LEADS, which));
    const recorded = { ...recordOf(which), ...formatOf(JSON_LINES.extension) };
    return { parts: writeJsonLines(linesOf(edges)), recorded, headers };
  },
};

function whichIn(params: URLSearchParams): Omit<WhichLeads, 'after'> {
  const example = 'what the query `leads` takes, such as {"city":"Ulm"}';
  return { filter: jsonIn(params, 'filter', example), orderBy: jsonIn(params, 'orderBy', example) };
}

function recordOf({ filter, orderBy }: WhichLeads): JsonObject {
  return { filteredBy: namesIn(filter), ordered: orderBy != null };
}

/** CSV was there first, and entries of it name no format. */
function formatOf(extension: string): JsonObject {
  return extension === 'csv' ? {} : { format: extension };
}

async function* nodesOf<Lead>(
  pages: AsyncGenerator<readonly LeadEdge<Lead>[], void>,
): AsyncGenerator<Lead[], void> {
  for await (const edges of pages) yield edges.map(({ node }) => node);
}

async function* linesOf(
  pages: AsyncGenerator<readonly LeadEdge<object>[], void>,
): AsyncGenerator<object[], void> {
  for await (const edges of pages) yield edges.map(({ cursor, node }) => ({ cursor, ...node }));
}

/** The zone of local dates in files. */
export function policyZone(db: Database): Promise<string> {
  return db.transaction(async (tx) => (await loadPolicy(tx)).timeZone, AS_SYSTEM);
}

async function endOfLog({ services, session: { actor } }: Exporting): Promise<string> {
  const { epoch, lastPosition } = await services.db.transaction(readLogState, { as: actor });
  return cursorsOf(services.keyRing).ofEnd({ epoch, position: lastPosition }, actor);
}
