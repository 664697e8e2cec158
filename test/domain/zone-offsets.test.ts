import { describe, expect, it } from 'vitest';
import { instantAt, offsetAt, zoneOffsets } from '../../src/domain/zone-offsets.js';
import { HOUR, MINUTE, utc } from './instants.js';

/** A zone that goes from 23:30 to 00:30, as Toronto did in 1919. */
const change = utc('2026-03-30T23:30:00');
const zone = { starts: [utc('1970-01-01T00:00'), change], offsets: [0, HOUR] };

describe('a gap around midnight', () => {
  it('moves a skipped time on by its length', () => {
    expect(instantAt(zone, utc('2026-03-31T00:10:00'), 'compatible')).toBe(change + 40 * MINUTE);
  });

  it('begins the day where the gap ends', () => {
    expect(instantAt(zone, utc('2026-03-31T00:00:00'), 'dayStart')).toBe(change);
  });
});

describe('the offset of a zone', () => {
  it('changes at the very instant of the transition', () => {
    expect(offsetAt(zone, change - 1)).toBe(0);
    expect(offsetAt(zone, change)).toBe(HOUR);
  });

  it('is looked up once per zone', () => {
    expect(zoneOffsets('Europe/Berlin')).toBe(zoneOffsets('Europe/Berlin'));
  });
});
