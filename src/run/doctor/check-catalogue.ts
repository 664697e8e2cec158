import { AS_SYSTEM } from '../../domain/actor.js';
import { migrate } from '../../platform/db/migrate.js';
import { openPglite } from '../../platform/db/open-pglite.js';
import { CATALOGUE_SQL, type CatalogueItem, comparable, readCatalogue } from './catalogue.js';
import type { Finding, Patient } from './diagnose.js';

/** The objects that the migrations make do not change while the program runs. */
let expected: Promise<CatalogueItem[]> | undefined;

/** Extra tables and columns are the operator's own business; these objects give or take rights. */
const ALARMING: ReadonlySet<string> = new Set(['policy', 'trigger', 'grant']);

const SHOWN = 8;

/**
 * A missing object takes its rights, indexes and the like along, and only so many are shown: the cause comes first.
 */
const KINDS = [
  'table',
  'view',
  'column',
  'constraint',
  'index',
  'trigger',
  'policy',
  'function',
  'grant',
];

/**
 * Whether views, policies, functions, triggers, grants and the like are those that the migrations make, by making
 * them once more in memory. `checkMigrations` only sees which were applied, not later changes to the objects.
 */
export async function checkCatalogue({ db }: Pick<Patient, 'db'>): Promise<Finding> {
  expected ??= makeCatalogue();
  const wanted = byName(await expected);
  const { items, version } = await db.transaction(
    async (tx) => ({
      items: await tx.$queryRawUnsafe<CatalogueItem[]>(CATALOGUE_SQL),
      version: await tx.$queryRaw<{ version: number }[]>`
        SELECT current_setting('server_version_num')::int AS version`,
    }),
    AS_SYSTEM,
  );
  const found = byName(items);
  // Before PostgreSQL 15 there are no views: they would look past row-level security.
  const views = (version[0]?.version ?? 0) >= 150_000;
  const isOfView = ({ kind, name }: CatalogueItem) =>
    kind === 'view' ||
    (kind === 'grant' && / on (?:v_user_lead_protection|monitoring_user_lead) /.test(name));
  const differences = KINDS.flatMap((kind) => [
    ...[...wanted].flatMap(([key, item]) =>
      item.kind === kind && !found.has(key) && (views || !isOfView(item))
        ? [`${key} is missing`]
        : [],
    ),
    ...[...wanted].flatMap(([key, item]) => {
      const there = item.kind === kind ? found.get(key) : undefined;
      return there && comparable(there) !== comparable(item) ? [`${key} was changed`] : [];
    }),
    ...[...found].flatMap(([key, item]) =>
      item.kind === kind && ALARMING.has(kind) && !wanted.has(key) ? [`${key} was added`] : [],
    ),
  ]);
  if (differences.length === 0) return { state: 'OK', detail: `${wanted.size} things as migrated` };
  const more = differences.length > SHOWN ? `; and ${differences.length - SHOWN} more` : '';
  return { state: 'PROBLEM', detail: differences.slice(0, SHOWN).join('; ') + more };
}

/** Functions may share a name; all of one name are compared together. */
function byName(items: readonly CatalogueItem[]): Map<string, CatalogueItem> {
  const found = new Map<string, CatalogueItem>();
  for (const item of items.toSorted((a, b) => (a.definition < b.definition ? -1 : 1))) {
    const key = `${item.kind} ${item.name}`;
    const same = found.get(key);
    found.set(key, same ? { ...item, definition: same.definition + item.definition } : item);
  }
  return found;
}

async function makeCatalogue(): Promise<CatalogueItem[]> {
  const backend = await openPglite('memory://');
  try {
    await migrate(backend);
    return await backend.inOneSession((session) => readCatalogue(session));
  } finally {
    await backend.close();
  }
}
