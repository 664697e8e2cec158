import { describe, expect, it } from 'vitest';
import { closeAt, coveredMs, covers, mergeSpans } from '../../src/domain/intervals.js';

const span = (startAt: number, endAt: number | null) => ({ startAt, endAt });

describe('merging spans', () => {
  it('joins overlapping, touching and nested spans in any order', () => {
    const spans = [span(50, 60), span(10, 20), span(20, 30), span(25, 40), span(26, 28)];
    expect(mergeSpans(spans, 0)).toEqual([
      [10, 40],
      [50, 60],
    ]);
  });

  it('lets an open span swallow what follows and what it touches', () => {
    expect(mergeSpans([span(30, null), span(10, 30), span(40, 50)], 0)).toEqual([[10, null]]);
    expect(mergeSpans([span(30, null), span(35, null)], 0)).toEqual([[30, null]]);
  });

  it('cuts off what lies before the start, and drops what lies there wholly', () => {
    expect(mergeSpans([span(0, 5), span(3, 10), span(4, 12)], 10)).toEqual([[10, 12]]);
    expect(mergeSpans([span(0, null)], 10)).toEqual([[10, null]]);
  });

  it('ignores empty and inverted spans', () => {
    expect(mergeSpans([span(5, 5), span(9, 7)], 0)).toEqual([]);
  });

  it('leaves the given spans as they were', () => {
    const spans = [span(20, 30), span(10, 25)];
    mergeSpans(spans, 0);
    expect(spans).toEqual([span(20, 30), span(10, 25)]);
  });
});

describe('measuring intervals', () => {
  it('covers the start and not the end', () => {
    expect([9, 10, 19, 20].map((at) => covers([[10, 20]], at))).toEqual([false, true, true, false]);
    expect(covers([[10, null]], 1e12)).toBe(true);
  });

  it('counts what lies within the stretch', () => {
    const intervals = [[10, 20] as const, [30, null] as const];
    expect(coveredMs(intervals, 15, 35)).toBe(10);
    expect(coveredMs(intervals, 20, 30)).toBe(0);
    expect(coveredMs(intervals, 40, 30)).toBe(0);
  });

  it('closes an open interval, but never before its start', () => {
    expect(closeAt([[10, null]], 15)).toEqual([[10, 15]]);
    expect(closeAt([[10, null]], 5)).toEqual([[10, 10]]);
  });
});
