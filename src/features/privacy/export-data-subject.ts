import type { z } from 'zod';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { requireMay } from '../../platform/identity/may.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { parseInput } from '../../platform/verbs/parse-input.js';
import {
  addressProblems,
  type DataSubject,
  dataSubjectInput,
  findDataSubject,
} from './data-subject.js';
import { findTexts, type SpeakingRow } from './find-texts.js';

export type ExportDataSubjectInput = z.input<typeof dataSubjectInput>;

/** All data stored about a person. */
export interface DataSubjectExport {
  readonly exportedAt: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly contacts: readonly object[];
  /** The leads they belong to. */
  readonly leads: readonly object[];
  /** Leads at which a tombstone is left of them, by which they were recognised. */
  readonly formerLeads: readonly object[];
  /** Every text that mentions them, with its place, its lead and its content. */
  readonly texts: readonly Omit<SpeakingRow, 'columns' | 'paths'>[];
}

/** Collects the data stored about a person. The trail records the export with the ids. */
export async function exportDataSubject(
  ctx: VerbContext,
  input: ExportDataSubjectInput,
  keyRing: KeyRing,
): Promise<DataSubjectExport> {
  requireMay(ctx, 'exportDataSubject');
  const wanted = parseInput(ctx, dataSubjectInput, input, {
    rules: addressProblems,
  });
  return inTransaction(ctx, async (inner) => {
    const subject = await findDataSubject(inner.tx, keyRing, wanted);
    const exported = await collect(inner, subject);
    const contactIds = subject.contacts.map(({ id }) => id);
    const { leadIds, formerLeadIds } = subject;
    await appendAudit(inner, {
      action: 'exportDataSubject',
      entity: 'DataSubject',
      entityId: newId(),
      after: { contactIds, leadIds, formerLeadIds, texts: exported.texts.length },
    });
    return exported;
  });
}

async function collect({ tx, now }: TxContext, subject: DataSubject): Promise<DataSubjectExport> {
  const { email, phone, contacts, leadIds, formerLeadIds } = subject;
  const place = {
    id: true,
    companyName: true,
    city: true,
    postalCode: true,
    country: true,
    status: true,
    registeredAt: true,
    pseudonymizedAt: true,
  } as const;
  return {
    exportedAt: now.toISOString(),
    email,
    phone,
    contacts: await tx.contact.findMany({
      where: { id: { in: contacts.map(({ id }) => id) } },
      select: {
        id: true,
        leadId: true,
        name: true,
        email: true,
        phone: true,
        role: true,
        primary: true,
        createdAt: true,
      },
      orderBy: { id: 'asc' },
    }),
    leads: await tx.lead.findMany({
      where: { id: { in: [...leadIds] } },
      select: { ...place, source: true, businessType: true },
      orderBy: { id: 'asc' },
    }),
    formerLeads: await tx.lead.findMany({
      where: { id: { in: [...formerLeadIds] } },
      select: place,
      orderBy: { id: 'asc' },
    }),
    texts: (await findTexts(tx, subject)).map(({ table, id, leadId, values }) => ({
      table,
      id,
      leadId,
      values,
    })),
  };
}
