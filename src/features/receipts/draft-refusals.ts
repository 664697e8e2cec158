import type { ConflictVerdict } from '../../domain/judge-conflict.js';
import { MATCHING_VERSION } from '../../domain/matching/candidate-keys.js';
import type { ReceiptKind } from '../../domain/receipts/receipt.js';
import { appendEvents } from '../../platform/events/append-event.js';
import { policyVersionInForce } from '../../platform/settings/load-policy-versions.js';
import type { TxContext } from '../../platform/verbs/context.js';

/** A company that an actor was refused, as they wrote it. */
export interface RefusedCompany {
  readonly verdict: ConflictVerdict;
  readonly company: {
    readonly companyName: string;
    readonly city: string;
    readonly postalCode: string | null;
    readonly country: string;
  };
}

/**
 * Writes the events and the drafts of receipts of refusals: by which verb, when and for which company, as its author
 * wrote it; nothing of the lead that it met. Returns their ids.
 */
export async function draftRefusals(
  ctx: TxContext,
  by: string,
  refused: readonly RefusedCompany[],
): Promise<string[]> {
  const { tx, now, actor } = ctx;
  const kind = 'REGISTRATION_REFUSED' satisfies ReceiptKind;
  if (actor.id === null || refused.length === 0) return [];
  const { id: actorId, territory } = actor;
  const ids = await appendEvents(
    tx,
    refused.map(({ verdict }) => ({
      type: kind,
      occurredAt: now,
      actorId,
      ownerId: actorId,
      territory,
      payload: { by, verdict },
    })),
  );
  const policyVersion = await policyVersionInForce(tx);
  await tx.receipt.createMany({
    data: refused.flatMap(({ company }, nth) => {
      const id = ids[nth];
      const { companyName, city, postalCode, country } = company;
      return id === undefined
        ? []
        : [
            {
              id,
              kind,
              ownerId: actorId,
              actorId,
              territory,
              occurredAt: now,
              identity: { companyName, city, postalCode, country },
              policyVersion,
              matchingRule: MATCHING_VERSION,
            },
          ];
    }),
  });
  return ids;
}
