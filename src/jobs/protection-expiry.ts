import { appendAudits } from '../audit/append-audit.js';
import type { TxContext } from '../context.js';
import { Prisma } from '../db/generated/prisma/client.js';
import type { Tx } from '../db/open.js';
import { expiryReason } from '../domain/clock.js';
import { appendEvents } from '../events/append-event.js';
import { settleRequestReminders } from '../extensions/remind-of-request.js';
import { enqueueEmails, type NewEmail } from '../outbox/enqueue-email.js';
import { defineJob, type Selection, type Sweep } from './define-job.js';
import {
  type DueLead,
  type OwnedLead,
  onCurrentPolicy,
  owned,
  selectDueLeads,
} from './due-leads.js';
import { mailAbout } from './mail-about.js';
import { staleProjections } from './stale-projections.js';

type ExpiryReason = ReturnType<typeof expiryReason>;
type Expiry = { readonly lead: OwnedLead; readonly reason: ExpiryReason };

/** Gives leads whose protection ran out back to the pool. The projected date knows the holds. */
const expiries: Sweep<DueLead> = {
  action: 'EXPIRE',
  entity: 'Lead',
  select: selectExpired,
  async apply(ctx, rows) {
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
        payload: { reason, expiredAt: lead.dueAt.toISOString() },
      })),
    );
    const managers = await activeManagers(ctx.tx);
    await enqueueEmails(
      ctx.tx,
      expired.flatMap((expiry) => mailsAbout(expiry, managers)),
    );
    return expired.length;
  },
};

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
    ), left_alone AS (
      DELETE FROM lead_collaborator USING input WHERE lead_collaborator.lead_id = input.lead_id
    )
    UPDATE lead
    SET status = 'EXPIRED', ended_at = ${now}::timestamptz, end_reason = input.reason,
        owner_id = NULL, version = version + 1, updated_at = ${now}::timestamptz
    FROM input WHERE lead.id = input.lead_id`;
  const ownershipIds = expired.map(({ lead }) => lead.ownershipId);
  await settleRequestReminders(ctx.tx, ownershipIds, ctx.now);
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

/** One mail to the former owner, and one to each manager who answers for the lead's territory. */
function mailsAbout({ lead, reason }: Expiry, managers: readonly Manager[]): NewEmail[] {
  const key = `protection-expired:${lead.id}:${lead.ownershipId}`;
  const facts = { reason, expiredAt: lead.dueAt.toISOString() };
  const toManagers = managers
    .filter(({ territory }) => territory === null || territory === lead.territory)
    .map(
      (manager): NewEmail => ({
        template: 'protection-expired-managers',
        locale: manager.locale === 'en' ? 'en' : 'de',
        recipient: manager.email,
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
    ...mailAbout(lead, { template: 'protection-expired', dedupeKey: key, data: facts }),
    ...toManagers,
  ];
}
