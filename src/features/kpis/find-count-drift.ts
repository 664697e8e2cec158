import type { Tx } from '../../platform/db/open.js';

/** A count that differs from the leads. */
export interface CountDrift {
  readonly territory: string;
  readonly standing: string;
  readonly mark: string;
  readonly bucket: string;
  readonly counted: number;
  readonly actual: number;
}

/** Counts all leads and compares, in one statement and therefore as of one instant. Writes nothing. */
export function findCountDrift(tx: Tx): Promise<CountDrift[]> {
  return tx.$queryRaw<CountDrift[]>`
    WITH counted AS (
      SELECT territory, standing, mark, bucket, sum(n) AS n
      FROM (
        SELECT territory, standing, mark, bucket, n FROM lead_count
        UNION ALL
        SELECT scope.territory, standing, mark, bucket, n
        FROM lead_count_change AS change
        CROSS JOIN LATERAL (SELECT '' UNION SELECT change.territory) AS scope (territory)
      ) AS known
      GROUP BY territory, standing, mark, bucket
    ), actual AS (
      SELECT scope.territory, marks.standing, marks.mark, marks.bucket, count(*) AS n
      FROM lead
      CROSS JOIN LATERAL lead_marks(lead.status, lead.assigned_at, lead.on_hold, lead.warned_at,
        lead.progress_deadline, lead.base_ends_at, lead.expires_at) AS marks
      CROSS JOIN LATERAL (SELECT '' UNION SELECT coalesce(lead.territory, '')) AS scope (territory)
      WHERE lead.merged_into_id IS NULL
      GROUP BY 1, 2, 3, 4
    )
    SELECT territory, standing, mark, bucket::text AS bucket, coalesce(counted.n, 0)::int AS counted,
      coalesce(actual.n, 0)::int AS actual
    FROM counted FULL JOIN actual USING (territory, standing, mark, bucket)
    WHERE coalesce(counted.n, 0) <> coalesce(actual.n, 0)
    ORDER BY territory, standing, mark, bucket`;
}
