import { z } from 'zod';
import { type FieldProblem, ForbiddenError, ValidationError } from '../../domain/errors.js';
import { assertNotFuture, CLOCK_SKEW_MS } from '../../domain/facts.js';
import { LEAD_STAGES } from '../../domain/lead-stages.js';
import { newId } from '../../platform/db/ids.js';
import { isManager, requireMay } from '../../platform/identity/may.js';
import { oneOf } from '../../platform/input/one-of.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { once } from '../../platform/verbs/once.js';
import {
  idempotencyKeyInput,
  idInput,
  instantInput,
  optionalLine,
  optionalText,
  parseInput,
  problemsIn,
} from '../../platform/verbs/parse-input.js';
import { passGate } from '../conflicts/gate.js';
import { questionOf } from '../conflicts/match-keys.js';
import { recordingRefusal } from '../conflicts/record-checks.js';
import { recordOverride } from '../conflicts/record-conflicts.js';
import { findOwner } from '../leads/find-owner.js';
import {
  cityInput,
  companyNameInput,
  contactInput,
  contactProblems,
  countryInput,
  currencyInput,
  placeOf,
  postalCodeProblems,
  tagsInput,
  volumeInput,
  websiteProblems,
} from '../leads/lead-input.js';
import { impliedStage, type NewLead, newLeadProblems } from '../leads/new-lead.js';
import { requireKnown } from '../leads/require-visible.js';
import { claimedBy } from '../ownership/claims.js';
import { requireRoomFor } from '../ownership/owner-limits.js';
import { insertLeads } from './insert-leads.js';

export const registerLeadInput = z.object({
  companyName: companyNameInput,
  city: cityInput,
  postalCode: optionalLine(20),
  /** Left out: the one that the postal code names by its prefix, else Germany. */
  country: countryInput.nullish(),
  businessType: optionalLine(60),
  /** Left out: the furthest stage that the data allows. */
  stage: oneOf(LEAD_STAGES).nullish(),
  contacts: z.array(contactInput).max(50, 'allowed are up to 50 contacts').nullish(),
  notes: optionalText(5_000),
  source: optionalLine(200),
  website: optionalLine(255),
  vatId: optionalLine(40),
  estimatedVolume: volumeInput.nullish(),
  currency: currencyInput.nullish().transform((currency) => currency ?? 'EUR'),
  tags: tagsInput.nullish(),
  /** Managers register for an agent. */
  ownerId: idInput.nullish(),
  registeredAt: instantInput.nullish(),
  backdateReason: optionalText(500),
  /** Why it is another company than the one under protection that it resembles. */
  overrideReason: optionalText(500),
  idempotencyKey: idempotencyKeyInput,
});

export type RegisterLeadInput = z.input<typeof registerLeadInput>;
type Given = z.output<typeof registerLeadInput>;
type Parsed = Omit<Given, 'country'> & { readonly country: string };

/**
 * Registers a lead, whose protection begins at once. With the key ring it is also recognised when
 * its contacts were known before and have been pseudonymised since.
 * @throws ConflictError if the company is under protection or a customer already, or a limit forbids it
 * @throws ValidationError if it may be one under protection and no `overrideReason` is given
 */
export async function registerLead(
  ctx: VerbContext,
  input: RegisterLeadInput,
  keyRing: KeyRing | null = null,
): Promise<{ leadId: string; replayed: boolean }> {
  requireMay(ctx, 'registerLead');
  const given = parseInput(ctx, registerLeadInput, input, {
    rules: (given) => {
      const { postalCode, country } = placeOf(given.postalCode ?? null, given.country);
      return [
        ...('country' in given ? postalCodeProblems(postalCode, country) : []),
        ...contactProblems(given.contacts ?? [], 'country' in given ? country : null),
        ...websiteProblems(given.website ?? null),
        ...stageProblems(given),
      ];
    },
    laterRules: ({ registeredAt, backdateReason }) => {
      const instant = { registeredAt, backdateReason: backdateReason ?? null };
      return isManager(ctx.actor) ? problemsIn(() => registrationInstant(ctx, instant)) : [];
    },
  });
  const parsed = { ...given, ...placeOf(given.postalCode, given.country) };
  const registeredAt = registrationInstant(ctx, parsed);
  const { id, replayed } = await recordingRefusal(ctx, 'registerLead', keyRing, () =>
    inTransaction(ctx, (tx) =>
      once(tx, {
        verb: 'registerLead',
        key: parsed.idempotencyKey,
        input: parsed,
        run: async () => {
          const lead = await newLead(tx, parsed, registeredAt);
          const passed = await passGate(tx, questionOf(lead), keyRing, parsed.overrideReason);
          const { overrideReason, former, resembled } = passed;
          const formerLeadIds = [...former.map(({ id }) => id), ...resembled];
          const claimedAt = claimedBy(tx, lead.ownerId, former);
          await requireRoomFor(tx, { ownerId: lead.ownerId, formerLeadIds, claimedAt });
          const registered = { ...lead, overrideReason, former: former[0], claimedAt };
          await insertLeads(tx, 'registerLead', [registered]);
          await recordOverride(tx, 'registerLead', lead.id, passed);
          return { id: lead.id };
        },
        mayKnow: requireKnown,
      }),
    ),
  );
  return { leadId: id, replayed };
}

/** Only managers may date a registration back, with a reason; it is never dated forward. */
function registrationInstant(
  ctx: VerbContext,
  {
    registeredAt,
    backdateReason,
  }: Pick<Parsed, 'backdateReason'> & Partial<Pick<Parsed, 'registeredAt'>>,
): Date {
  if (!registeredAt) return ctx.now;
  const now = ctx.now.getTime();
  const at = assertNotFuture(registeredAt.getTime(), now, 'registeredAt');
  if (at >= now - CLOCK_SKEW_MS) return new Date(at);
  if (!isManager(ctx.actor)) {
    throw new ForbiddenError('Only managers may date a registration back.');
  }
  if (backdateReason === null) {
    const message = 'nothing given, a registration that is dated back needs a reason';
    throw new ValidationError([{ path: 'backdateReason', message }]);
  }
  return new Date(at);
}

/** The faults of the stage, if all fields that it depends on are valid in themselves. */
function stageProblems(given: Partial<Given>): FieldProblem[] {
  const { companyName, city, stage, contacts, notes, vatId, estimatedVolume } = given;
  const known = ['stage', 'contacts', 'notes', 'vatId', 'estimatedVolume'].every(
    (name) => name in given,
  );
  if (!known || !stage) return [];
  return newLeadProblems({
    stage,
    // Missing fields are reported already.
    companyName: companyName ?? '?',
    city: city ?? '?',
    contacts: contacts ?? [],
    notes: notes ?? null,
    vatId: vatId ?? null,
    estimatedVolume: estimatedVolume ?? null,
  });
}

async function newLead(ctx: TxContext, parsed: Parsed, registeredAt: Date) {
  const owner = await findOwner(ctx, parsed.ownerId ?? null);
  const { stage, idempotencyKey: _, overrideReason: __, ...fields } = parsed;
  const lead: Omit<NewLead, 'stage'> = {
    ...fields,
    contacts: parsed.contacts ?? [],
    tags: [...new Set(parsed.tags ?? [])],
    estimatedVolume: parsed.estimatedVolume ?? null,
    territory: owner.territory,
    ownerId: owner.id,
    registeredAt,
    backdateReason: registeredAt < ctx.now ? parsed.backdateReason : null,
    importKey: null,
  };
  return { ...lead, stage: stage ?? impliedStage(lead), id: newId() };
}
