import { z } from 'zod';
import { ValidationError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { once } from '../../platform/verbs/once.js';
import {
  idempotencyKeyInput,
  idInput,
  optionalText,
  parseInput,
} from '../../platform/verbs/parse-input.js';
import { passGate } from '../conflicts/gate.js';
import { contactKeys } from '../conflicts/match-keys.js';
import { recordingRefusal } from '../conflicts/record-checks.js';
import { recordOverride } from '../conflicts/record-conflicts.js';
import { contactInput, contactProblems } from '../leads/lead-input.js';
import { lockActiveLead } from '../leads/lock-lead.js';
import { requireVisible } from '../leads/require-visible.js';
import { insertContact } from './insert-contact.js';
import { recordContactChange } from './record-contact-change.js';

export const addContactInput = contactInput.extend({
  leadId: idInput,
  primary: z.boolean().nullish(),
  /** Reason why it is another company than the one under protection that it resembles. */
  overrideReason: optionalText(500),
  idempotencyKey: idempotencyKeyInput,
});

export type AddContactInput = z.input<typeof addContactInput>;

/**
 * Adds a person to a lead under protection.
 * @throws ConflictError if their address or number belongs to a lead under protection or a customer
 * @throws ValidationError if the lead is only pre-registered, which allows no personal data, or the
 * contact possibly belongs to another lead and no `overrideReason` is given
 */
export async function addContact(
  ctx: VerbContext,
  input: AddContactInput,
  keyRing: KeyRing | null = null,
): Promise<{ contactId: string; leadId: string }> {
  requireMay(ctx, 'addContact');
  const parsed = parseInput(ctx, addContactInput, input, {
    rules: ({ name, email, phone }) =>
      name === undefined || email === undefined || phone === undefined
        ? contactProblems(
            [{ name: '?', email: email ?? null, phone: phone ?? null, role: null }],
            null,
            '',
          )
        : contactProblems([{ name, email, phone, role: null }], null, ''),
  });
  const { leadId, idempotencyKey, primary, overrideReason: reason, ...contact } = parsed;
  const { id } = await recordingRefusal(ctx, 'addContact', keyRing, () =>
    inTransaction(ctx, (tx) =>
      once(tx, {
        verb: 'addContact',
        key: idempotencyKey,
        input: parsed,
        run: async () => {
          const lead = await lockActiveLead(tx, leadId, 'addContact');
          const problems = contactProblems([contact], lead.country, '');
          if (lead.stage === 'PRE_REGISTRATION') {
            const message = `the lead is in ${lead.stage}, which allows no contacts; move it to REGISTERED together with the contact`;
            problems.push({ path: 'leadId', message });
          }
          if (problems.length > 0) throw new ValidationError(problems);
          const keys = contactKeys([contact], lead.country);
          const question = { company: lead, leadId, keys, comesBack: false };
          const passed = await passGate(tx, question, keyRing, reason);
          const { overrideReason } = passed;
          const contactId = await insertContact(tx, lead, contact, primary ?? false);
          await appendAudit(tx, {
            action: 'addContact',
            entity: 'Contact',
            entityId: contactId,
            leadId,
            after: {
              ...contact,
              primary: primary ?? false,
              ...(overrideReason === null ? {} : { overrideReason }),
            },
          });
          await recordOverride(tx, 'addContact', leadId, passed);
          await recordContactChange(tx, lead);
          return { id: contactId };
        },
        mayKnow: (inner) => requireVisible(inner, leadId),
      }),
    ),
  );
  return { contactId: id, leadId };
}
