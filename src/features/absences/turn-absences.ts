import { SYSTEM_ACTOR } from '../../domain/actor.js';
import { appendAudits } from '../../platform/audit/append-audit.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import { newId } from '../../platform/db/ids.js';
import { appendEvents, type EventRow } from '../../platform/events/append-event.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';

/** The rights of a deputy: daily work, but no decisions on the lead. */
const DEPUTY_ROLE = 'NEGOTIATE';

const IN_FORCE = (now: Date) => Prisma.sql`absence.cancelled_at IS NULL
  AND absence.starts_at <= ${now.toISOString()}::timestamptz
  AND absence.ends_at > ${now.toISOString()}::timestamptz`;

interface DeputisedLead {
  readonly leadId: string;
  readonly ownerId: string;
  readonly territory: string | null;
  readonly deputyId: string;
  readonly absenceId: string;
}

interface EndedDeputy extends DeputisedLead {
  readonly id: string;
  readonly role: string;
  readonly roleBefore: string | null;
}

/**
 * Gives the deputies of agents who are away a part in their leads, as collaborators, and takes it back once they are not.
 * Returns how many leads it was done for; as many as `limit` means that there may be more.
 */
export function turnAbsences(ctx: VerbContext, limit = 100): Promise<number> {
  // Only the system sees all of these leads; the change is recorded in the name of the user who announced the
  // absence.
  return inTransaction({ ...ctx, actor: SYSTEM_ACTOR }, async (asSystem) => {
    const named = { ...asSystem, actor: ctx.actor };
    const ended = await endDeputies(named, limit);
    const begun = await beginDeputies(named, limit);
    return Math.max(ended, begun);
  });
}

/** After a verb that changed an absence: its effects are complete with its answer. */
export async function turnAbsencesNow(ctx: VerbContext): Promise<void> {
  // Within an outer transaction the tick does it, once that has committed.
  if (ctx.tx) return;
  const limit = 100;
  while ((await turnAbsences(ctx, limit)) === limit);
}

async function endDeputies(ctx: TxContext, limit: number): Promise<number> {
  const ended = await ctx.tx.$queryRaw<EndedDeputy[]>`
    SELECT collaborator.id, lead.id AS "leadId", lead.owner_id AS "ownerId", lead.territory,
      collaborator.user_id AS "deputyId", collaborator.absence_id AS "absenceId", collaborator.role,
      collaborator.role_before AS "roleBefore"
    FROM lead_collaborator collaborator JOIN lead ON lead.id = collaborator.lead_id
    WHERE collaborator.absence_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM absence WHERE absence.id = collaborator.absence_id AND ${IN_FORCE(ctx.now)})
    ORDER BY lead.id LIMIT ${limit}::int
    FOR UPDATE OF lead SKIP LOCKED`;
  if (ended.length === 0) return 0;
  const gone = ended.filter(({ roleBefore }) => roleBefore === null);
  const ids = ended.map(({ id }) => id);
  await ctx.tx.$executeRaw`
    DELETE FROM lead_collaborator WHERE id = ANY(${ids}::uuid[]) AND role_before IS NULL`;
  await ctx.tx.$executeRaw`
    UPDATE lead_collaborator SET role = role_before, role_before = NULL, absence_id = NULL
    WHERE id = ANY(${ids}::uuid[])`;
  for (const { leadId, deputyId } of gone) {
    // They may no longer see the leads of their reminders.
    await ctx.tx.reminder.updateMany({
      where: {
        leadId,
        recipientId: deputyId,
        kind: 'FOLLOW_UP',
        sentAt: null,
        acknowledgedAt: null,
      },
      data: { acknowledgedAt: ctx.now },
    });
  }
  await appendAudits(
    ctx,
    ended.map(({ id, leadId, deputyId: userId, role, roleBefore, absenceId }) => ({
      action: roleBefore === null ? 'removeCollaborator' : 'addCollaborator',
      entity: 'LeadCollaborator',
      entityId: id,
      leadId,
      before: { userId, role, absenceId },
      ...(roleBefore === null ? {} : { after: { userId, role: roleBefore } }),
    })),
  );
  const told = { occurredAt: ctx.now, actorId: ctx.actor.id };
  await appendEvents(
    ctx.tx,
    ended.flatMap(
      ({ leadId, ownerId, territory, deputyId: userId, role, roleBefore }): EventRow[] => {
        const lead = { id: leadId, ownerId, territory };
        if (roleBefore !== null) {
          const payload = { userId, role: roleBefore };
          return [{ type: 'COLLABORATOR_ADDED' as const, ...told, lead, payload }];
        }
        return [
          { type: 'COLLABORATOR_REMOVED' as const, ...told, lead, payload: { userId, role } },
          {
            type: 'LEAD_ACCESS_ENDED' as const,
            ...told,
            lead: { ...lead, ownerId: userId },
            payload: { reason: 'COLLABORATION_ENDED' },
          },
        ];
      },
    ),
  );
  return ended.length;
}

async function beginDeputies(ctx: TxContext, limit: number): Promise<number> {
  // Managers see their leads anyway; agents see those of others by their part in them alone.
  const leads = await ctx.tx.$queryRaw<DeputisedLead[]>`
    SELECT lead.id AS "leadId", lead.owner_id AS "ownerId", lead.territory,
      absence.deputy_id AS "deputyId", absence.id AS "absenceId"
    FROM absence
    JOIN user_account deputy ON deputy.id = absence.deputy_id AND deputy.active AND deputy.role = 'REP'
    JOIN lead ON lead.owner_id = absence.user_id AND lead.status = 'ACTIVE'
    WHERE ${IN_FORCE(ctx.now)} AND NOT EXISTS (
      SELECT FROM lead_collaborator
      WHERE lead_collaborator.lead_id = lead.id AND lead_collaborator.user_id = absence.deputy_id
        AND lead_collaborator.absence_id IS NOT NULL)
    ORDER BY lead.id LIMIT ${limit}::int
    FOR UPDATE OF lead SKIP LOCKED`;
  if (leads.length === 0) return 0;
  const rows = leads.map(({ leadId, ownerId, deputyId, absenceId }) => ({
    id: newId(),
    lead_id: leadId,
    owner_id: ownerId,
    user_id: deputyId,
    absence_id: absenceId,
  }));
  const begun = await ctx.tx.$queryRaw<{ id: string; leadId: string; roleBefore: string | null }[]>`
    INSERT INTO lead_collaborator (id, lead_id, owner_id, user_id, absence_id, role, created_at)
    SELECT id, lead_id, owner_id, user_id, absence_id, ${DEPUTY_ROLE}, ${ctx.now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (
      id uuid, lead_id uuid, owner_id uuid, user_id uuid, absence_id uuid)
    ON CONFLICT (lead_id, user_id) DO UPDATE
    SET role_before = lead_collaborator.role, role = EXCLUDED.role, absence_id = EXCLUDED.absence_id
    RETURNING id, lead_id AS "leadId", role_before AS "roleBefore"`;
  const rowOf = new Map(begun.map((row) => [row.leadId, row]));
  await appendAudits(
    ctx,
    leads.map(({ leadId, deputyId: userId, absenceId }) => {
      const { id = leadId, roleBefore = null } = rowOf.get(leadId) ?? {};
      return {
        action: 'addCollaborator',
        entity: 'LeadCollaborator',
        entityId: id,
        leadId,
        ...(roleBefore === null ? {} : { before: { userId, role: roleBefore } }),
        after: { userId, role: DEPUTY_ROLE, absenceId },
      };
    }),
  );
  await appendEvents(
    ctx.tx,
    leads.map(({ leadId: id, ownerId, territory, deputyId: userId }) => ({
      type: 'COLLABORATOR_ADDED' as const,
      occurredAt: ctx.now,
      actorId: ctx.actor.id,
      lead: { id, ownerId, territory },
      payload: { userId, role: DEPUTY_ROLE },
    })),
  );
  return leads.length;
}
