import { describe, expect, it } from 'vitest';
import { isSeriesHeader, parseSeries } from './parse-series.ts';

function read(...cells: readonly string[]): { readonly values: readonly number[]; readonly notes: readonly [number, string][] } {
  const notes: [number, string][] = [];
  const values = parseSeries(['A', ...cells], (cell, message) => notes.push([cell, message]));
  return { values: [...values], notes };
}

describe('isSeriesHeader', () => {
  it('FCT-1 knows a header by the name of its key or by names where values would be', () => {
    const headers = [
      ['id', 'v1', 'v2'],
      ['id', '1', '2'],
      ['item_id', '0'],
      ['SKU'],
      ['A', '2026-01', '2026-02'],
      ['', 'v1', ''],
    ];
    expect(headers.map(isSeriesHeader)).toEqual(headers.map(() => true));
  });

  it('FCT-1 takes a record with a number for a series, whatever else it holds', () => {
    const series = [['A', '', '4'], ['A', 'x', '4'], ['', '1', '2'], ['pump-key', '1'], ['A'], ['A', '', '']];
    expect(series.map(isSeriesHeader)).toEqual(series.map(() => false));
  });
});

describe('parseSeries', () => {
  it('FCT-2 leaves out blanks on both ends and takes one between for an unknown period', () => {
    expect(read('', '4', ' ', '6', '', '')).toEqual({ values: [4, NaN, 6], notes: [] });
  });

  it('FCT-2 reads numbers of every size, blanks around them, and returns below 0', () => {
    expect(read('0', ' -2.5 ', '1e3', '.5', '123456789012').values).toEqual([0, -2.5, 1000, 0.5, 123456789012]);
  });

  it('FCT-2 gives a series without values for a record of blanks', () => {
    expect([read('', ''), read()].map(({ values }) => values)).toEqual([[], []]);
  });

  it('FCT-3 notes what is no number with its cell and what is allowed', () => {
    expect(read('1', 'NA', '3,5', 'Infinity').notes).toEqual(
      [
        [2, 'NA'],
        [3, '3,5'],
        [4, 'Infinity'],
      ].map(([cell, text]) => [
        cell,
        `found "${text}"; a number with a decimal point is allowed, or nothing where demand is unknown`,
      ]),
    );
  });
});
