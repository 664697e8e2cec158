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
    inserts.push({ nth, keys: own, lead: { ...lead, id, stage: lead.stage ?? impliedStage(lead) } });
  });
  const written = await insertLeads(
    ctx,
    'importLeads',
    inserts.map(({ lead }) => lead),
  );
  for (const { nth, lead } of inserts) {
    if (!written.has(lead.id)) {
      // The locks on the match keys keep imports of one company apart: only a key of another making gets here.
      throw new Error(`The import key ${JSON.stringify(lead.importKey)} was taken meanwhile.`);
    }
    answers.set(nth, { outcome: 'CREATED', leadId: lead.id });
  }
  return leads.map((_lead, nth) => {
    const answer = answers.get(nth);
    if (!answer) throw new Error(`Nothing became of lead ${nth} of the batch.`);
    return answer;
  });
}

/** For each lead the one in the database that it repeats. */
async function findKnown(
  ctx: TxContext,
  leads: readonly NewLead[],
  keys: readonly MatchKeys[],
): Promise<(string | null)[]> {
  const wanted = leads.flatMap(({ importKey }) => importKey ?? []);
  const imported = await ctx.tx.lead.findMany({
    where: { importKey: { in: wanted } },
    select: { id: true, importKey: true },
  });
  const byImportKey = new Map(imported.map(({ id, importKey }) => [importKey, id]));
  const guarded = await findProtected(ctx.tx, keys);
  return leads.map(
    ({ importKey }, nth) =>
      (importKey === null ? null : byImportKey.get(importKey)) ?? guarded[nth] ?? null,
  );
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
