import { normalizeEmail } from '../../domain/matching/normal-forms.js';
import { PSEUDONYMIZED } from '../../domain/placeholder.js';
import type { ValuePath } from '../../platform/audit/leaves.js';
import type { Tx } from '../../platform/db/open.js';
import { replaceAt } from './replace-at.js';

/** Blanks the mails about the leads and those to their contacts. Returns how many there were. */
export async function blankMailsOf(tx: Tx, leadIds: readonly string[]): Promise<number> {
  const about = await tx.outboxEmail.findMany({
    where: { leadId: { in: [...leadIds] } },
    select: { id: true },
  });
  return blankMails(tx, [...about.map(({ id }) => id), ...(await mailsToContacts(tx, leadIds))]);
}

/** Mails about no lead that go to a contact of one; mails to an agent who is a contact too stay. */
async function mailsToContacts(tx: Tx, leadIds: readonly string[]): Promise<string[]> {
  const contacts = await tx.contact.findMany({
    where: { leadId: { in: [...leadIds] }, email: { not: null } },
    select: { email: true, emailKey: true },
  });
  const theirs = new Set(contacts.flatMap(({ email, emailKey }) => [addressOf(email), emailKey]));
  if (theirs.size === 0) return [];
  const mails = await tx.$queryRaw<Mail[]>`
    SELECT id, recipient FROM outbox_email
    WHERE lead_id IS NULL AND recipient <> ${PSEUDONYMIZED}
      AND recipient NOT IN (SELECT email FROM user_account)`;
  const found = mails.filter(({ recipient }) => theirs.has(addressOf(recipient)));
  const agents = new Set(await mailsToAgents(tx, found));
  return found.flatMap(({ id }) => (agents.has(id) ? [] : [id]));
}

/** Blanks mails; unsent ones are discarded. The address of an agent stays. Returns how many there were. */
export async function blankMails(tx: Tx, ids: readonly string[]): Promise<number> {
  const mails = await tx.outboxEmail.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, recipient: true },
  });
  const toAgents = await mailsToAgents(tx, mails);
  // Answers of the receiving server often repeat the address: last_error and server_answer go as well.
  return tx.$executeRaw`
    UPDATE outbox_email
    SET data = '{}', subject = NULL, text_body = NULL, html_body = NULL, last_error = NULL,
      server_answer = NULL, locked_until = NULL,
      discard_reason = CASE WHEN status IN ('PENDING', 'DEAD') THEN 'PSEUDONYMIZED' ELSE discard_reason END,
      status = CASE WHEN status IN ('PENDING', 'DEAD') THEN 'DISCARDED' ELSE status END,
      recipient = CASE WHEN id = ANY(${toAgents}::uuid[]) THEN recipient ELSE ${PSEUDONYMIZED} END
    WHERE id = ANY(${[...ids]}::uuid[])`;
}

interface Mail {
  readonly id: string;
  readonly recipient: string;
}

/**
 * Blanks the values of mails that mention a person: those to agents lose these values and go out without them, as far
 * as they have not yet; others are blanked as a whole. Returns how many there were.
 */
export async function blankMailValues(
  tx: Tx,
  speaking: readonly { readonly id: string; readonly paths: readonly ValuePath[] }[],
): Promise<number> {
  const mails = await tx.outboxEmail.findMany({
    where: { id: { in: speaking.map(({ id }) => id) } },
    select: { id: true, recipient: true, data: true },
  });
  const toAgents = new Set(await mailsToAgents(tx, mails));
  const pathsOf = new Map(speaking.map(({ id, paths }) => [id, paths]));
  const kept = mails.flatMap(({ id, data }) => {
    if (!toAgents.has(id)) return [];
    const within = (pathsOf.get(id) ?? []).filter(([column]) => column === 'data');
    const steps = within.map((path) => path.slice(1));
    return [{ id, data: replaceAt(data, steps, PSEUDONYMIZED) }];
  });
  // A process that is sending one finds that it was changed meanwhile, and writes nothing back.
  await tx.$executeRaw`
    UPDATE outbox_email
    SET data = kept.data, subject = NULL, text_body = NULL, html_body = NULL, last_error = NULL,
      server_answer = NULL, locked_until = NULL
    FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) AS kept (id uuid, data jsonb)
    WHERE outbox_email.id = kept.id`;
  const whole = mails.flatMap(({ id }) => (toAgents.has(id) ? [] : [id]));
  return kept.length + (await blankMails(tx, whole));
}

/** Compared in code: the result of `lower()` for an umlaut depends on the server. */
async function mailsToAgents(tx: Tx, mails: readonly Mail[]): Promise<string[]> {
  const addresses = mails.map(({ recipient }) => addressOf(recipient) ?? recipient);
  const accounts = await tx.user.findMany({
    where: { email: { in: [...new Set(addresses)] } },
    select: { email: true },
  });
  const agents = new Set(accounts.map(({ email }) => email));
  return mails.flatMap(({ id }, nth) => (agents.has(addresses[nth] ?? '') ? [id] : []));
}

function addressOf(email: string | null): string | null {
  return email === null ? null : (normalizeEmail(email) ?? email.toLowerCase());
}
