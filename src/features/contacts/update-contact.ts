import { z } from 'zod';
import { ValidationError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import type { Contact } from '../../platform/db/generated/prisma/client.js';
import { requireMay } from '../../platform/identity/may.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import {
  changedLine,
  idInput,
  optionalText,
  parseInput,
} from '../../platform/verbs/parse-input.js';
import { requireVersion } from '../../platform/verbs/require-version.js';
import { passGate } from '../conflicts/gate.js';
import { contactKeys, type MatchKeys } from '../conflicts/match-keys.js';
import { recordingRefusal } from '../conflicts/record-checks.js';
import { recordOverride } from '../conflicts/record-conflicts.js';
import { contactColumns, contactProblems } from '../leads/lead-input.js';
import { clearPrimary } from './insert-contact.js';
import { lockContact } from './lock-contact.js';
import { recordContactChange } from './record-contact-change.js';
import { requireCentralContact } from './require-central-contact.js';

/** A field that is left out stays as it is; null empties it. */
export const updateContactInput = z.object({
  contactId: idInput,
  /** The version that was read before; if the contact has another one now, nothing is changed. */
  expectedVersion: z.number().int().positive().nullish(),
  name: changedLine(200),
  email: changedLine(254),
  phone: changedLine(40),
  role: changedLine(100),
  /** Makes it the primary contact; the one that is stays it until another becomes it. */
  primary: z.literal(true).nullish(),
  /** Reason why it is another company than the one under protection that it resembles. */
  overrideReason: optionalText(500),
});

export type UpdateContactInput = z.input<typeof updateContactInput>;

/**
 * Changes a person at a lead under protection.
 * @throws ConflictError if it was changed since `expectedVersion`, or if their new address or number belongs to a lead under protection or a customer
 * @throws ValidationError if it possibly does and no `overrideReason` is given
 */
export async function updateContact(
  ctx: VerbContext,
  input: UpdateContactInput,
  keyRing: KeyRing | null = null,
): Promise<{ contactId: string; leadId: string }> {
  requireMay(ctx, 'updateContact');
  const {
    contactId,
    expectedVersion,
    primary,
    overrideReason: reason,
    ...changes
  } = parseInput(ctx, updateContactInput, input, {
    // The name denotes the keys that the contact has already.
    rules: ({ email, phone }) =>
      contactProblems(
        [{ name: '?', email: email ?? null, phone: phone ?? null, role: null }],
        null,
        '',
      ),
  });
  return recordingRefusal(ctx, 'updateContact', keyRing, () =>
    inTransaction(ctx, async (ctx) => {
      const { contact, lead } = await lockContact(ctx, contactId, 'updateContact');
      requireVersion('contact', contact.version, expectedVersion ?? null);
      const changed = {
        name: changes.name === undefined ? contact.name : changes.name,
        email: changes.email === undefined ? contact.email : changes.email,
        phone: changes.phone === undefined ? contact.phone : changes.phone,
        role: changes.role === undefined ? contact.role : changes.role,
      };
      const problems = contactProblems([changed], lead.country, '');
      if (problems.length > 0) throw new ValidationError(problems);
      await requireCentralContact(ctx, lead, contactId, changed);
      const keys = newKeys(
        contactKeys([changed], lead.country),
        contactKeys([contact], lead.country),
      );
      const question = { company: lead, leadId: lead.id, keys, comesBack: false };
      const passed = await passGate(ctx, question, keyRing, reason);
      const { overrideReason } = passed;
      if (primary && !contact.primary) await clearPrimary(ctx, lead.id);
      await ctx.tx.contact.update({
        where: { id: contactId },
        data: {
          ...contactColumns(changed, lead.country),
          ...(primary ? { primary } : {}),
          version: contact.version + 1,
        },
      });
      await appendAudit(ctx, {
        action: 'updateContact',
        entity: 'Contact',
        entityId: contactId,
        leadId: lead.id,
        before: personOf(contact),
        after: {
          ...changed,
          primary: primary ?? contact.primary,
          ...(overrideReason === null ? {} : { overrideReason }),
        },
      });
      await recordOverride(ctx, 'updateContact', lead.id, passed);
      await recordContactChange(ctx, lead);
      return { contactId, leadId: lead.id };
    }),
  );
}

/** The keys that the contact did not have before: only they are written. */
function newKeys(keys: MatchKeys, old: MatchKeys): MatchKeys {
  return {
    ...keys,
    emails: keys.emails.filter((email) => !old.emails.includes(email)),
    phones: keys.phones.filter(({ number }) => !old.phones.some((one) => one.number === number)),
    domains: keys.domains.filter((domain) => !old.domains.includes(domain)),
  };
}

function personOf({ name, email, phone, role, primary }: Contact) {
  return { name, email, phone, role, primary };
}
