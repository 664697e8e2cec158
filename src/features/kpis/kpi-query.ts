/** Asks the database in the name of whoever sees the numbers: `Database.queryAs` of an identity, or `Reads.query`. */
export type KpiQuery = <Row>(sql: string, params: readonly unknown[]) => Promise<Row[]>;
