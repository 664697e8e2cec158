import DataLoader from 'dataloader';

/** Loaders of one operation, one per place in its document (or per another key that tells them apart). */
export type BatchLoaders = WeakMap<object, DataLoader<string, unknown>>;

/**
 * Loads the rows of all siblings of a field in one statement: a page of 50 events loads their 50 leads at once. A
 * field's place is its `info.fieldNodes`. `load` returns the rows in any order; ids without a row become null.
 */
export async function loadTogether<Row extends { id: string }>(
  loaders: BatchLoaders,
  place: object,
  id: string | null,
  load: (ids: readonly string[]) => Promise<readonly Row[]>,
): Promise<Row | null> {
  if (id === null) return null;
  let loader = loaders.get(place) as DataLoader<string, Row | null> | undefined;
  if (!loader) {
    loader = new DataLoader<string, Row | null>(async (ids) => {
      const rows = new Map((await load(ids)).map((row) => [row.id, row]));
      return ids.map((wanted) => rows.get(wanted) ?? null);
    });
    loaders.set(place, loader);
  }
  return loader.load(id);
}
