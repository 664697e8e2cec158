import type { Tx } from '../../platform/db/open.js';

/**
 * Forgets the values and salts of the commitments in receipts about these leads. The receipts stay and are verified as
 * before; a copy that its agent kept still discloses what it says. Returns how many there were.
 */
export function forgetReceipts(tx: Tx, leadIds: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    UPDATE receipt SET identity = NULL, disclosures = '{}'
    WHERE lead_id = ANY(${[...leadIds]}::uuid[]) AND (identity IS NOT NULL OR disclosures <> '{}')`;
}
