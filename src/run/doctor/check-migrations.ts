import { createHash } from 'node:crypto';
import { readMigrations } from '../../platform/db/migration-files.js';
import type { Finding, Patient } from './diagnose.js';

/** Whether the schema was made by these very migrations. Opening the database has applied missing ones. */
export async function checkMigrations({ db }: Pick<Patient, 'db'>): Promise<Finding> {
  const applied = await db.appliedMigrations();
  const { migrationDirectories } = await readMigrations();
  const checksums = new Map(
    migrationDirectories.map(({ path, migrationFile }) => {
      const { value } = migrationFile.content;
      return [
        path,
        createHash('sha256')
          .update(value ?? '')
          .digest('hex'),
      ];
    }),
  );
  const wrong = [
    ...applied.filter(({ finished }) => !finished).map(({ name }) => `${name} did not finish`),
    ...applied
      .filter(({ name, checksum }) => checksums.has(name) && checksums.get(name) !== checksum)
      .map(({ name }) => `${name} was changed after it was applied`),
    ...[...checksums.keys()]
      .filter((path) => !applied.some(({ name }) => name === path))
      .map((path) => `${path} is not applied`),
  ];
  if (wrong.length > 0) return { state: 'PROBLEM', detail: wrong.join('; ') };
  return { state: 'OK', detail: `${applied.length} applied, the last is ${applied.at(-1)?.name}` };
}
