import { expiryReason } from '../../domain/clock.js';
import { localeOf } from '../../domain/locales.js';
import { appendAudits } from '../../platform/audit/append-audit.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { appendEvents } from '../../platform/events/append-event.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { enqueueEmails, type NewEmail } from '../outbox/enqueue-email.js';
import { nextDigest } from '../outbox/next-digest.js';
import { type EndingOwnership, settleOwnerships } from '../ownership/settle-ownerships.js';
import { type DueContext, defineJob, type Selection, type Sweep } from './define-job.js';
import {
  type DueLead,
  type OwnedLead,
  onCurrentPolicy,
  owned,
  selectDueLeads,
} from './due-leads.js';
import { mailAbout } from './mail-about.js';
import { staleProjections } from './stale-projections.js';
import { toldProtection } from './told-protection.js';

type ExpiryReason = ReturnType<typeof expiryReason>;
type Expiry = { readonly lead: OwnedLead; readonly reason: ExpiryReason };

/** Gives leads whose protection ran out back to the pool. The projected date knows the holds. */
export const expiries = {
  action: 'EXPIRE',
  entity: 'Lead',
  select: selectExpired,
  async apply(ctx: DueContext, rows: readonly DueLead[]) {
    const { leads } = await onCurrentPolicy(ctx, rows, selectExpired);
    const expired = leads.map((lead) => ({ lead: owned(lead), reason: reasonOf(lead) }));
    await endProtection(ctx, expired);
    await appendEvents(
      ctx.tx,
      expired.map(({ lead, reason }) => ({
        type: 'LEAD_PROTECTION_EXPIRED',
        occurredAt: ctx.now,
        actorId: ctx.actor.id,
        lead: { id: lead.id, ownerId: lead.ownerId, territory: lead.territory },
        payload: {
          ...toldProtection(lead, { endsAt: lead.dueAt, now: ctx.now }),
          reason,
          expiredAt: lead.dueAt.toISOString(),
        },
      })),
    );
    const managers = await activeManagers(ctx.tx);
    const notBefore = await nextDigest(ctx);
    const mails = expired
      .filter(({ lead }) => wasProtected(lead))
      .flatMap((expiry) => mailsAbout(expiry, managers));
    await enqueueEmails(
      ctx.tx,
      mails.map((mail) => ({ ...mail, notBefore })),
    );
    return expired.length;
  },
} as const satisfies Sweep<DueLead>;

export const protectionExpiry = defineJob({
  name: 'protection-expiry',
  sweeps: [staleProjections, expiries],
});

function selectExpired(tx: Tx, selection: Selection): Promise<DueLead[]> {
  return selectDueLeads(tx, 'expires_at', Prisma.sql`status = 'ACTIVE'`, selection);
}

function reasonOf({ expiresAt, graceEndsAt, baseEndsAt }: DueLead): ExpiryReason {
  return expiryReason({
    expiresAt: expiresAt?.getTime() ?? null,
    graceEndsAt: graceEndsAt?.getTime() ?? null,
    baseEndsAt: baseEndsAt?.getTime() ?? null,
  });
}

async function endProtection(ctx: TxContext, expired: readonly Expiry[]): Promise<void> {
  await settleOwnerships(ctx, await endingOf(ctx, expired));
  const now = ctx.now.toISOString();
  const input = expired.map(({ lead, reason }) => ({
    lead_id: lead.id,
    ownership_id: lead.ownershipId,
    reason,
  }));
  await ctx.tx.$executeRaw`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(input)}::jsonb) AS input (
        lead_id uuid, ownership_id uuid, reason text)
    ), ended AS (
      UPDATE ownership SET ended_at = ${now}::timestamptz, end_reason = input.reason
      FROM input WHERE ownership.id = input.ownership_id
    )
    UPDATE lead
    SET status = 'EXPIRED', ended_at = ${now}::timestamptz, end_reason = input.reason,
        owner_id = NULL, version = version + 1, updated_at = ${now}::timestamptz
    FROM input WHERE lead.id = input.lead_id`;
  await appendAudits(
    ctx,
    expired.map(({ lead, reason }) => ({
      action: 'expireProtection',
      entity: 'Lead',
      entityId: lead.id,
      leadId: lead.id,
      before: { status: 'ACTIVE', ownerId: lead.ownerId },
      after: { status: 'EXPIRED', ownerId: null, reason, expiredAt: lead.dueAt },
    })),
  );
}

async function endingOf({ tx }: TxContext, expired: readonly Expiry[]): Promise<EndingOwnership[]> {
  const leads = await tx.lead.findMany({
    where: { id: { in: expired.map(({ lead }) => lead.id) } },
  });
  const byId = new Map(leads.map((lead) => [lead.id, lead]));
  return expired.flatMap(({ lead: { id, ownerId, ownershipId }, reason }) => {
    const lead = byId.get(id);
    return lead ? [{ lead: { ...lead, ownerId }, ownership: { id: ownershipId }, reason }] : [];
  });
}

interface Manager {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly territory: string | null;
}

function activeManagers(tx: Tx): Promise<Manager[]> {
  return tx.$queryRaw<Manager[]>`
    SELECT id, name, email, locale, territory FROM user_account
    WHERE role = 'MANAGER' AND active ORDER BY id`;
}

/** The protection of a lead of an old list can be over when it is imported; the report says so, row by row. */
function wasProtected({ imported, dueAt, createdAt }: OwnedLead): boolean {
  return !imported || dueAt > createdAt;
}

/** One mail to the former owner, and one to each manager who answers for the lead's territory. */
function mailsAbout({ lead, reason }: Expiry, managers: readonly Manager[]): NewEmail[] {
  const key = `protection-expired:${lead.id}:${lead.ownershipId}`;
  const facts = { reason, expiredAt: lead.dueAt.toISOString() };
  const toManagers = managers
    .filter(({ territory }) => territory === null || territory === lead.territory)
    .map(
      (manager): NewEmail => ({
        template: 'protection-expired-managers',
        locale: localeOf(manager.locale),
        recipient: manager.email,
        reference: { ownershipId: lead.ownershipId, recipientId: manager.id },
        dedupeKey: `${key}:${manager.id}`,
        leadId: lead.id,
        data: {
          companyName: lead.companyName,
          city: lead.city,
          recipientName: manager.name,
          ownerName: lead.ownerName,
          ...facts,
        },
      }),
    );
  return [
    ...mailAbout(lead, {
      template: 'protection-expired',
      reference: { ownershipId: lead.ownershipId, recipientId: lead.ownerId },
      dedupeKey: key,
      data: facts,
    }),
    ...toManagers,
  ];
}
