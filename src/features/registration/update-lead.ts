import { z } from 'zod';
import { ValidationError } from '../../domain/errors.js';
import { checkStage, LEAD_STAGES, type LeadStage } from '../../domain/lead-stages.js';
import type { LeadIdentity } from '../../domain/matching/read-lead.js';
import { normalizePostalCode } from '../../domain/postal-codes.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import type { Lead } from '../../platform/db/generated/prisma/client.js';
import { requireMay } from '../../platform/identity/may.js';
import { oneOf } from '../../platform/input/one-of.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import {
  changedLine,
  changedText,
  idInput,
  optionalText,
  parseInput,
} from '../../platform/verbs/parse-input.js';
import { requireVersion } from '../../platform/verbs/require-version.js';
import { passGate } from '../conflicts/gate.js';
import { leadKeys } from '../conflicts/lead-keys.js';
import { contactKeys, matchKeysOf, type Question } from '../conflicts/match-keys.js';
import { recordingRefusal } from '../conflicts/record-checks.js';
import { recordOverride } from '../conflicts/record-conflicts.js';
import { insertContact } from '../contacts/insert-contact.js';
import { type RekeyedPhone, rekeyedPhones, writePhoneKeys } from '../contacts/rekey-phones.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import {
  cityInput,
  companyNameInput,
  contactInput,
  contactProblems,
  countryInput,
  currencyInput,
  postalCodeProblems,
  storedWebsite,
  tagsInput,
  volumeInput,
  websiteProblems,
} from '../leads/lead-input.js';
import { lockActiveLead } from '../leads/lock-lead.js';
import { isReachable, type NewContact } from '../leads/new-lead.js';
import { endsByChange } from '../protection/ends-by-change.js';
import { projectLeads } from '../protection/project-leads.js';
import { settleHolds } from '../protection/turn-holds.js';
import { renameIntoPool } from './rename-into-pool.js';

/** A field that is left out stays as it is. */
export const updateLeadInput = z.object({
  leadId: idInput,
  /** The version that was read before; if the lead has another one now, nothing is changed. */
  expectedVersion: z.number().int().positive(),
  companyName: companyNameInput.nullish(),
  city: cityInput.nullish(),
  postalCode: changedLine(20),
  country: countryInput.nullish(),
  businessType: changedLine(60),
  stage: oneOf(LEAD_STAGES).nullish(),
  notes: changedText(5_000),
  source: changedLine(200),
  website: changedLine(255),
  vatId: changedLine(40),
  estimatedVolume: volumeInput.nullish(),
  currency: currencyInput.nullish(),
  tags: tagsInput.nullish(),
  /** Written together with the change: how a lead without personal data becomes REGISTERED. */
  addContacts: z.array(contactInput).max(50, 'allowed are up to 50 contacts').nullish(),
  /** Another business type may have other periods. */
  confirmEnd: z.boolean().nullish(),
  /** Why it is another company than the one under protection that it resembles. */
  overrideReason: optionalText(500),
});

export type UpdateLeadInput = z.input<typeof updateLeadInput>;
type Parsed = z.output<typeof updateLeadInput>;

/**
 * Changes fields of a lead under protection, and its stage.
 * @throws ConflictError if it was changed since `expectedVersion`, it is not ACTIVE, its protection would be over by
 * its new business type without a manager's `confirmEnd`, its new name, place, website or contacts belong to a lead
 * under protection or a customer, or a limit forbids to take it out of the pool
 * @throws ValidationError if they possibly do and no `overrideReason` is given
 */
export async function updateLead(
  ctx: VerbContext,
  input: UpdateLeadInput,
  keyRing: KeyRing | null = null,
): Promise<{ leadId: string; version: number }> {
  requireMay(ctx, 'updateLead');
  const parsed = parseInput(ctx, updateLeadInput, input, {
    rules: ({ addContacts, country, website }) => [
      ...contactProblems(addContacts ?? [], country ?? null, 'addContacts'),
      ...websiteProblems(website ?? null),
    ],
  });
  const { leadId, expectedVersion } = parsed;
  return recordingRefusal(ctx, 'updateLead', keyRing, () =>
    inTransaction(ctx, async (ctx) => {
      const lead = await lockActiveLead(ctx, leadId, 'updateLead');
      requireVersion('lead', lead.version, expectedVersion ?? null);
      const changes = changesOf(lead, parsed);
      const added = parsed.addContacts ?? [];
      const changed = { ...lead, ...changes };
      await requireStage(ctx, lead, changed, added);
      const rekeyed = 'country' in changes ? await rekeyedPhones(ctx, leadId, changed.country) : [];
      const question = questionAbout(changed, changes, added, rekeyed);
      const passed = await passGate(ctx, question, keyRing, parsed.overrideReason);
      const { overrideReason, former } = passed;
      if (question.keys.name !== null) await renameIntoPool(ctx, lead, former);
      const version = lead.version + 1;
      await ctx.tx.lead.update({
        where: { id: leadId },
        data: {
          ...changes,
          ...leadKeys(changed),
          version,
          updatedAt: ctx.now,
        },
      });
      await recordOverride(ctx, 'updateLead', leadId, passed);
      await writePhoneKeys(ctx, rekeyed);
      for (const contact of added) await insertContact(ctx, changed, contact, false);
      let endsProtectionAt: Date | null = null;
      if ('businessType' in changes) {
        await settleHolds(ctx, [lead]);
        const projections = await projectLeads(ctx, [leadId]);
        const confirmed = parsed.confirmEnd ?? false;
        endsProtectionAt = endsByChange(ctx, lead, projections.get(leadId), confirmed);
      }
      const fields = Object.keys(changes) as (keyof Changes)[];
      await appendAudit(ctx, {
        action: 'updateLead',
        entity: 'Lead',
        entityId: leadId,
        leadId,
        before: Object.fromEntries(fields.map((field) => [field, audited(lead[field])])),
        after: {
          ...Object.fromEntries(fields.map((field) => [field, audited(changes[field])])),
          ...(overrideReason === null ? {} : { overrideReason }),
        },
      });
      await appendLeadEvent(ctx, 'LEAD_UPDATED', lead, {
        version,
        fields,
        ...(endsProtectionAt ? { endsProtectionAt: endsProtectionAt.toISOString() } : {}),
      });
      return { leadId, version };
    }),
  );
}

/** The fields of the input that are no fields of the lead. */
type Beside = 'leadId' | 'expectedVersion' | 'addContacts' | 'confirmEnd' | 'overrideReason';
type Wanted = ReturnType<typeof wantedOf>;
type Changes = { [Field in keyof Wanted]?: Exclude<Wanted[Field], undefined> };

/** The fields as they are to be; undefined for those that stay. Only texts that may be missing can be emptied. */
function wantedOf(lead: Lead, parsed: Parsed) {
  const { website, tags } = parsed;
  return {
    companyName: parsed.companyName ?? undefined,
    city: parsed.city ?? undefined,
    postalCode:
      parsed.postalCode && normalizePostalCode(parsed.postalCode, parsed.country ?? lead.country),
    country: parsed.country ?? undefined,
    businessType: parsed.businessType,
    stage: parsed.stage ?? undefined,
    notes: parsed.notes,
    source: parsed.source,
    website: website === undefined ? undefined : storedWebsite(website),
    vatId: parsed.vatId,
    estimatedVolume: parsed.estimatedVolume,
    currency: parsed.currency ?? undefined,
    tags: tags ? [...new Set(tags)] : undefined,
  } satisfies Record<Exclude<keyof Parsed, Beside>, unknown>;
}

/** Those of them that differ from what is stored. */
function changesOf(lead: Lead, parsed: Parsed): Changes {
  const wanted = wantedOf(lead, parsed);
  const named = Object.entries(wanted).filter(
    ([field, value]) => value !== undefined && !isSame(lead[field as keyof Wanted], value),
  );
  return Object.fromEntries(named);
}

function isSame(stored: unknown, wanted: string | readonly string[] | null): boolean {
  if (Array.isArray(stored) || Array.isArray(wanted)) {
    return JSON.stringify(stored) === JSON.stringify(wanted);
  }
  // Amounts: 1250.50 and 1250.5 are one.
  if (typeof stored === 'object' && stored !== null) return Number(stored) === Number(wanted);
  return stored === wanted;
}

/** Only written keys can meet another lead: stored ones were checked before. */
function questionAbout(
  changed: Omit<LeadIdentity, 'contacts'> & { readonly id: string },
  changes: Changes,
  added: readonly NewContact[],
  rekeyed: readonly RekeyedPhone[],
): Question {
  const all = matchKeysOf({ ...changed, contacts: added });
  const theirs = contactKeys(added, changed.country);
  const renamed = ['companyName', 'city', 'country', 'postalCode'].some((key) => key in changes);
  return {
    company: changed,
    leadId: changed.id,
    comesBack: false,
    keys: {
      ...theirs,
      phones: [...theirs.phones, ...rekeyed.flatMap(({ phone }) => phone ?? [])],
      domains: 'website' in changes ? all.domains : theirs.domains,
      name: renamed ? all.name : null,
    },
  };
}

async function requireStage(
  ctx: TxContext,
  lead: Lead,
  changed: Omit<Lead, 'estimatedVolume'> & { estimatedVolume: Lead['estimatedVolume'] | string },
  added: readonly NewContact[],
): Promise<void> {
  const [contacts, activities] = await Promise.all([
    ctx.tx.contact.findMany({
      where: { leadId: lead.id },
      select: { name: true, email: true, phone: true },
    }),
    ctx.tx.activity.count({ where: { leadId: lead.id, voidedAt: null } }),
  ]);
  const { estimatedVolume } = changed;
  const problems = [
    ...(changed.postalCode === lead.postalCode
      ? []
      : postalCodeProblems(changed.postalCode, changed.country)),
    ...contactProblems(added, changed.country, 'addContacts'),
    ...websiteProblems(changed.website),
    ...checkStage({
      stage: changed.stage as LeadStage,
      currentStage: lead.stage as LeadStage,
      companyName: changed.companyName,
      city: changed.city,
      // An import takes a name for one; the lead stays what it is.
      hasCentralContact:
        [...contacts, ...added].some(isReachable) ||
        (lead.stage === 'REGISTERED' && contacts.length > 0),
      hasFirstContact: changed.notes !== null || activities > 0,
      vatId: changed.vatId,
      expectedVolume: estimatedVolume === null ? null : Number(estimatedVolume),
      personalData: [
        ...added.map((_contact, index) => `addContacts.${index}`),
        ...(changed.notes === null ? [] : ['notes']),
      ],
    }),
  ];
  if (problems.length > 0) throw new ValidationError(problems);
}

function audited(value: Changes[keyof Changes] | Lead['estimatedVolume']) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value.toString()
    : (value as string | string[] | null | undefined);
}
