import { z } from 'zod';
import { changedLeadRows } from '../../features/settings/changed-lead-rows.js';
import { MAX_CHANGES } from '../../features/settings/preview-policy.js';
import { type GivenChange, MAX_VALUE_LENGTH } from '../../features/settings/read-change.js';
import type { TableFormat } from '../../platform/tables/table.js';
import { begun, type Exporting, type ExportKind } from './answer-export.js';
import { CHANGED_LEAD_TABLE } from './changed-lead-table.js';
import { policyZone } from './export-leads.js';
import { jsonIn, languageIn, onlyParameters, problem } from './parameters.js';

const EXAMPLE =
  'what the query `previewPolicy` takes, such as [{"key":"protection.progressDays","value":"45"}]';

const changesParameter = z
  .array(
    z.strictObject({
      key: z.string().max(100),
      businessType: z.string().max(60).nullish(),
      value: z.string().max(MAX_VALUE_LENGTH),
    }),
  )
  .min(1)
  .max(MAX_CHANGES);

/** /exports/policy-preview.csv and .xlsx: every lead that another policy would change; nothing is written. */
export function policyPreviewTable(format: TableFormat): ExportKind {
  return {
    verb: 'previewPolicy',
    name: 'policy-preview',
    ...format,
    async open(exporting, params) {
      onlyParameters(params, 'changes', 'language');
      const language = languageIn(params);
      const changes = changesIn(params);
      const pages = await begun(rowPages(exporting, changes));
      const timeZone = await policyZone(exporting.services.db);
      return {
        parts: format.write(CHANGED_LEAD_TABLE, { language, timeZone }, pages),
        recorded: { keys: changes.map(({ key }) => key), language, format: format.extension },
      };
    },
  };
}

async function* rowPages(
  { services, session, now, requestId, signal, reauthorized }: Exporting,
  changes: readonly GivenChange[],
) {
  const ctx = { db: services.db, actor: session.actor, now, requestId };
  let isFirst = true;
  for await (const rows of changedLeadRows(ctx, changes, signal)) {
    if (!isFirst) await reauthorized();
    isFirst = false;
    yield rows;
  }
}

/** @throws ValidationError */
function changesIn(params: URLSearchParams): GivenChange[] {
  const given = changesParameter.safeParse(jsonIn(params, 'changes', EXAMPLE));
  if (given.success) return given.data;
  throw problem('changes', `is no list of changes, allowed is ${EXAMPLE}`);
}
