import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellStarts } from './cell-starts.ts';
import { formatCell } from './format-cell.ts';
import { parseCell } from './parse-cell.ts';

describe('parseCell', () => {
  it('PKG-6 reads numbers with a decimal point and guesses nothing', () => {
    const number = { type: 'number' } as const;
    const values = ['2.50', '-.5', '1e3', '007', '-0'].map((text) => parseCell(number, text));
    expect(values).toEqual([2.5, -0.5, 1000, 7, 0].map((value) => ({ value })));
    for (const text of ['1,5', '1.000,00', '0x10', 'Infinity', 'NaN', '1e999', ' 1', '+1', '1_000', '١']) {
      expect(parseCell(number, text)).toEqual({ allowed: 'a number with a decimal point is allowed' });
    }
  });

  it('PKG-5 says what is allowed in each kind of cell', () => {
    expect([
      parseCell({ type: 'number', min: 0, max: 6, whole: true }, '6.5'),
      parseCell({ type: 'number', min: 0 }, '-1'),
      parseCell({ type: 'number', above: 0 }, '0'),
      parseCell({ type: 'date' }, '05.01.2026'),
      parseCell({ type: 'flag' }, 'yes'),
      parseCell({ type: 'weekdays' }, '11111'),
      parseCell({ type: 'choice', choices: ['buy', 'make'] }, 'Buy'),
    ]).toEqual(
      [
        'a whole number from 0 to 6 is allowed',
        'a number of 0 or more is allowed',
        'a number above 0 is allowed',
        'a date such as 2026-01-05 is allowed',
        '0 or 1 is allowed',
        'seven characters 0 or 1, Monday first, are allowed',
        'one of buy, make is allowed',
      ].map((allowed) => ({ allowed })),
    );
  });

  it('PKG-10 reads back every number and date that formatCell writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const plain = value === 0 ? 0 : value;
        expect(parseCell({ type: 'number' }, formatCell({ type: 'number' }, value))).toEqual({ value: plain });
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        expect(parseCell({ type: 'date' }, formatCell({ type: 'date' }, day))).toEqual({ value: day });
      }),
    );
    expect([formatCell({ type: 'date' }, 20_458), formatCell({ type: 'text' }, null)]).toEqual(['2026-01-05', '']);
  });
});

describe('cellStarts', () => {
  it('PKG-5 counts characters as editors do, over quotes and line ends', () => {
    expect(cellStarts('A,"B,1",C').map((start) => start.column)).toEqual([0, 2, 8]);
    expect(cellStarts('A,"two\r\nlines",C')).toEqual([
      { line: 0, column: 0 },
      { line: 0, column: 2 },
      { line: 1, column: 7 },
    ]);
  });
});
