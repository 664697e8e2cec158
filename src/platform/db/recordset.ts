import { Prisma } from './generated/prisma/client.js';

/** The columns of rows that are written together, with their types in the database. */
export type ColumnTypes = Readonly<Record<string, string>>;

/** One list of columns in the forms in which a statement over `jsonb_to_recordset` needs it. */
export interface Recordset {
  /** `a, b` */
  readonly names: Prisma.Sql;
  /** `a text, b int`: what the rows of the JSON are read as. */
  readonly definition: Prisma.Sql;
  /** `a = row.a, b = row.b`: of an update from rows that are called `row`. */
  readonly assignments: Prisma.Sql;
}

/** The names stand in the statement as they are: they are written in the program, never given. */
export function recordset(columns: ColumnTypes): Recordset {
  const all = Object.entries(columns);
  const listed = (form: (name: string, type: string) => string) =>
    Prisma.raw(all.map(([name, type]) => form(`"${name}"`, type)).join(', '));
  return {
    names: listed((name) => name),
    definition: listed((name, type) => `${name} ${type}`),
    assignments: listed((name) => `${name} = row.${name}`),
  };
}
