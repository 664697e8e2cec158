import type { TxContext } from '../context.js';
import { newId } from '../db/ids.js';
import {
  findProtected,
  keyTexts,
  lockMatchKeys,
  type MatchKeys,
  matchKeysOf,
  mayBeSamePlace,
} from './find-protected.js';
import { insertLeads, type LeadToInsert } from './insert-leads.js';
import { impliedStage, type NewLead } from './new-lead.js';

/** What became of one lead of a batch. */
export type RegisteredLead =
  | { readonly outcome: 'CREATED'; readonly leadId: string }
  | {
      readonly outcome: 'DUPLICATE';
      /** The lead it repeats, also one that the actor may not see. */
      readonly ofLeadId: string;
    };

/**
 * Registers a batch of leads, each checked by the caller (authority, fields, stage, dates), with a
 * fixed number of statements. A lead that repeats one under protection, one imported before or an
 * earlier one of the batch is passed over. Answers in the order of the leads.
 */
export async function registerLeads(
  ctx: TxContext,
  leads: readonly NewLead[],
): Promise<RegisteredLead[]> {
  if (leads.length === 0) return [];
  const keys = leads.map(matchKeysOf);
  await lockMatchKeys(ctx.tx, keys);
  const known = await findKnown(ctx, leads, keys);
  const answers = new Map<number, RegisteredLead>();
  const inserts: { nth: number; lead: LeadToInsert; keys: MatchKeys }[] = [];
  const seen = createBatchMemory();
  leads.forEach((lead, nth) => {
    const own = keys[nth] ?? matchKeysOf(lead);
    const repeated = known[nth] ?? seen.find(lead, own);
    if (repeated) {
      answers.set(nth, { outcome: 'DUPLICATE', ofLeadId: repeated });
      return;
    }
    const id = newId();
    seen.add(id, lead, own);
    inserts.push({
      nth,
      keys: own,
      lead: { ...lead, id, stage: lead.stage ?? impliedStage(lead) },
    });
  });
  const written = await insertLeads(
    ctx,
    'importLeads',
    inserts.map(({ lead }) => lead),
  );
  // Who was imported by another transaction since the look above is a duplicate of that one.
  const taken = await importedLeads(
    ctx,
    inserts.flatMap(({ lead }) => (written.has(lead.id) ? [] : (lead.importKey ?? []))),
  );
  const passedOver = new Map<string, string>();
  for (const { nth, lead } of inserts) {
    const ofLeadId = written.has(lead.id) ? undefined : taken.get(lead.importKey);
    if (ofLeadId) passedOver.set(lead.id, ofLeadId);
    answers.set(
      nth,
      ofLeadId ? { outcome: 'DUPLICATE', ofLeadId } : { outcome: 'CREATED', leadId: lead.id },
    );
  }
  return leads.map((_lead, nth) => {
    const answer = answers.get(nth);
    if (!answer) throw new Error(`Nothing became of lead ${nth} of the batch.`);
    if (answer.outcome === 'CREATED') return answer;
    return { ...answer, ofLeadId: passedOver.get(answer.ofLeadId) ?? answer.ofLeadId };
  });
}

/** For each lead the one in the database that it repeats. */
async function findKnown(
  ctx: TxContext,
  leads: readonly NewLead[],
  keys: readonly MatchKeys[],
): Promise<(string | null)[]> {
  const byImportKey = await importedLeads(
    ctx,
    leads.flatMap(({ importKey }) => importKey ?? []),
  );
  const guarded = await findProtected(ctx.tx, keys, ctx.now);
  return leads.map(
    ({ importKey }, nth) =>
      (importKey === null ? undefined : byImportKey.get(importKey)) ?? guarded[nth] ?? null,
  );
}

async function importedLeads(
  ctx: TxContext,
  importKeys: readonly string[],
): Promise<Map<string | null, string>> {
  if (importKeys.length === 0) return new Map();
  const leads = await ctx.tx.lead.findMany({
    where: { importKey: { in: [...importKeys] } },
    select: { id: true, importKey: true },
  });
  return new Map(leads.map(({ id, importKey }) => [importKey, id]));
}

/** Remembers the leads of one batch by what they are recognised by. */
function createBatchMemory() {
  const byKey = new Map<string, { id: string; postalCode: string | null }[]>();
  const byImportKey = new Map<string, string>();
  return {
    find({ importKey }: NewLead, keys: MatchKeys): string | null {
      const known = importKey === null ? undefined : byImportKey.get(importKey);
      if (known) return known;
      const company = `company ${keys.company}`;
      for (const key of keyTexts(keys)) {
        const match = byKey
          .get(key)
          ?.find(
            ({ postalCode }) => key !== company || mayBeSamePlace(postalCode, keys.postalCode),
          );
        if (match) return match.id;
      }
      return null;
    },
    add(id: string, { importKey }: NewLead, keys: MatchKeys): void {
      if (importKey !== null) byImportKey.set(importKey, id);
      for (const key of keyTexts(keys)) {
        byKey.set(key, [...(byKey.get(key) ?? []), { id, postalCode: keys.postalCode }]);
      }
    },
  };
}
