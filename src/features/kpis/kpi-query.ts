/**
 * Queries the database in the name of the reader of the numbers: `Database.queryAs` of an identity, or `Reads.query`.
 */
export type KpiQuery = <Row>(sql: string, params: readonly unknown[]) => Promise<Row[]>;
