import { timingSafeEqual } from 'node:crypto';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { matchTombstones, tombstone } from '../../platform/keys/tombstone.js';

/** How long a link opens a receipt: a browser sends no token along when it opens a page. */
const LINK_MS = 15 * 60_000;

/** The path of a receipt's page, which opens without a token for a quarter of an hour. */
export function receiptLink({ current }: KeyRing, id: string, now: Date): string {
  const until = now.getTime() + LINK_MS;
  return `/receipts/${id}?until=${until}&key=${tombstone(current, textOf(id, until))}`;
}

/** Whether the link was made here and still opens the receipt. */
export function opensReceipt(
  keyRing: KeyRing,
  id: string,
  { until, key }: { readonly until: string | null; readonly key: string | null },
  now: Date,
): boolean {
  if (key === null || until === null || !/^\d{13}$/.test(until)) return false;
  if (Number(until) < now.getTime()) return false;
  const given = Buffer.from(key, 'hex');
  return matchTombstones(keyRing, textOf(id, Number(until))).some((right) => {
    const expected = Buffer.from(right, 'hex');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

function textOf(id: string, until: number): string {
  return `leadwarden receipt link\n${id}\n${until}`;
}
