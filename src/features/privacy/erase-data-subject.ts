import { z } from 'zod';
import { SYSTEM_ACTOR } from '../../domain/actor.js';
import { ConflictError, ValidationError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { blankValues } from '../../platform/audit/blank-values.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import { newId } from '../../platform/db/ids.js';
import type { Tx } from '../../platform/db/open.js';
import { appendEvent } from '../../platform/events/append-event.js';
import { requireMay } from '../../platform/identity/may.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { parseInput, requiredText } from '../../platform/verbs/parse-input.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { blankMailValues } from './blank-mails.js';
import { forgetResults } from './blank-records.js';
import { blankTexts, type Going } from './blank-texts.js';
import { buryContacts } from './bury-contacts.js';
import {
  addressProblems,
  type DataSubject,
  dataSubjectInput,
  findDataSubject,
} from './data-subject.js';
import { findTexts, type SpeakingRow } from './find-texts.js';
import { forgetChecks } from './forget-checks.js';
import { speaksOf } from './terms.js';

export const eraseDataSubjectInput = dataSubjectInput.extend({
  /** Kept for good, so it must not name the person. */
  reason: requiredText(500),
  /** Erases nothing and reports the texts that would be erased. */
  dryRun: z.boolean().nullish(),
});

export type EraseDataSubjectInput = z.input<typeof eraseDataSubjectInput>;

/** How much there was. */
export interface Erased {
  readonly contacts: number;
  readonly leads: number;
  readonly mails: number;
  readonly texts: number;
  readonly auditEntries: number;
  /** Files that are still being worked off may bring the person in again. */
  readonly unfinishedImports: number;
  /** Of a dry run; null once it is done, because then nothing of it is left. */
  readonly wouldTouch: readonly SpeakingRow[] | null;
}

/** All texts there are may have to be read. */
const TIMEOUT_MS = 30 * 60_000;

/**
 * Erases the data of a person at once and for good, also at leads under protection: of the contact a tombstone stays,
 * and every text that speaks of them is emptied as a whole.
 * @throws ConflictError if the address is an agent's
 */
export async function eraseDataSubject(
  ctx: VerbContext,
  input: EraseDataSubjectInput,
  keyRing: KeyRing,
): Promise<Erased> {
  requireMay(ctx, 'eraseDataSubject');
  const { reason, dryRun, ...wanted } = parseInput(ctx, eraseDataSubjectInput, input, {
    rules: addressProblems,
  });
  // No role of people may rewrite texts of others, the trail least of all.
  return inTransaction(
    { ...ctx, actor: SYSTEM_ACTOR },
    async (asSystem) => {
      const { tx } = asSystem;
      const inner = { ...asSystem, actor: ctx.actor };
      const { leadIds } = await findDataSubject(tx, keyRing, wanted);
      await tx.$queryRaw`
      SELECT id FROM lead WHERE id = ANY(${[...leadIds]}::uuid[]) ORDER BY id FOR UPDATE`;
      // Again, because until the leads were locked their contacts could change.
      const subject = await findDataSubject(tx, keyRing, wanted);
      await refuseAccount(inner, subject);
      refuseTelling(reason, subject);

      const rows = await findTexts(tx, subject);
      if (dryRun) return foresee(inner, subject, rows);
      const idsIn = (table: string) => rowsOf(rows, table);
      const rowsIn = (wanted: string) => rows.filter(({ table }) => table === wanted);
      const mails = await blankMailValues(tx, rowsIn('outbox_email'));
      const blanked = await blankValues(tx, rowsIn('audit_entry'));
      const texts = await blankTexts(
        tx,
        ({ name }) => idIn(idsIn(name)),
        (column, { name }) => going(rowsIn(name), column),
      );
      const contactIds = subject.contacts.map(({ id }) => id);
      const contacts = await buryContacts(tx, keyRing, { id: { in: contactIds } });
      await forgetResults(tx, [...rows.map(({ id }) => id), ...subject.leadIds, ...contactIds]);
      await forgetChecks(tx, keyRing, subject);
      await announce(inner, subject);

      const erased = {
        contacts,
        leads: subject.leadIds.length,
        mails,
        texts: [...texts.values()].reduce((sum, count) => sum + count, 0),
        auditEntries: blanked.length,
      };
      await appendAudit(inner, {
        action: 'eraseDataSubject',
        entity: 'DataSubject',
        entityId: newId(),
        // This entry accounts for every value that the trail has lost.
        after: { ...erased, reason, contactIds, leadIds: [...subject.leadIds], blanked },
      });
      return { ...erased, unfinishedImports: await unfinishedImports(tx), wouldTouch: null };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

function idIn(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`id = ANY(${[...ids]}::uuid[])`;
}

function rowsOf(rows: readonly SpeakingRow[], table: string): string[] {
  return rows.flatMap((row) => (row.table === table ? [row.id] : []));
}

/** The parts of a column that mention the person. */
function going(rows: readonly SpeakingRow[], column: string): Going {
  const speaking = rows.filter(({ columns }) => columns.includes(column));
  const elements = speaking.map(({ id, paths }) => [
    id,
    paths.flatMap(([first, nth]) => (first === column && typeof nth === 'number' ? [nth] : [])),
  ]);
  return { ids: speaking.map(({ id }) => id), elements: Object.fromEntries(elements) };
}

/** Before the erasure: the counts and the texts. */
async function foresee(
  { tx }: TxContext,
  subject: DataSubject,
  rows: readonly SpeakingRow[],
): Promise<Erased> {
  const [mails, audited] = [rowsOf(rows, 'outbox_email'), rowsOf(rows, 'audit_entry')];
  return {
    contacts: subject.contacts.length,
    leads: subject.leadIds.length,
    mails: mails.length,
    texts: rows.length - mails.length - audited.length,
    auditEntries: audited.length,
    unfinishedImports: await unfinishedImports(tx),
    wouldTouch: rows,
  };
}

function unfinishedImports(tx: Tx): Promise<number> {
  return tx.importJob.count({ where: { status: { in: ['PENDING', 'RUNNING'] } } });
}

/** Accounts are not forgotten this way: agents are known to whom they work for. */
async function refuseAccount({ tx }: TxContext, { email }: DataSubject): Promise<void> {
  if (email === null) return;
  const account = await tx.user.findFirst({
    where: { email },
    select: { id: true },
  });
  if (account) {
    throw new ConflictError(
      'This is the address of an account; only people at leads are erased.',
      'EMAIL_OF_ACCOUNT',
    );
  }
}

function refuseTelling(reason: string, { terms }: DataSubject): void {
  if (!speaksOf(terms, reason, true)) return;
  const message = 'names the person, allowed is a text that does not: it is kept for good';
  throw new ValidationError([{ path: 'reason', message }]);
}

/** Events for the actors who see the leads, and one that records the erasure. */
async function announce(ctx: TxContext, { leadIds }: DataSubject): Promise<void> {
  await ctx.tx.lead.updateMany({
    where: { id: { in: [...leadIds] } },
    data: { updatedAt: ctx.now },
  });
  const leads = await ctx.tx.lead.findMany({
    where: { id: { in: [...leadIds] } },
    orderBy: { id: 'asc' },
  });
  for (const lead of leads) {
    await appendLeadEvent(ctx, 'LEAD_UPDATED', lead, {
      version: lead.version,
      fields: ['contacts'],
    });
  }
  await appendEvent(ctx, { type: 'DATA_SUBJECT_ERASED', payload: { leads: leads.length } });
}
