import { reprojectLeads, staleLeads } from '../protection/reproject-leads.js';
import type { Sweep } from './define-job.js';

/**
 * Comes first in each job that goes by the dates of leads: a lead that an earlier policy gave its
 * dates may be due by the one in force and not by those, so that no selection by date finds it.
 */
export const staleProjections: Sweep = {
  action: 'REPROJECT',
  entity: 'Lead',
  async select(tx, { asOf, after, limit, only, except, lock }) {
    const selection = { after: after?.id ?? null, limit, lock, only, except };
    return (await staleLeads(tx, selection)).map(({ id }) => ({ id, dueAt: asOf }));
  },
  async apply(ctx, rows) {
    await reprojectLeads(
      ctx,
      rows.map(({ id }) => id),
    );
    return rows.length;
  },
};
