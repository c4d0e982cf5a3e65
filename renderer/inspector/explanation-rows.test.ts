import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Explanation, ExplanationTerm } from '#core/plan/explanation.ts';
import { listExplanationRows } from './explanation-rows.ts';

function term(grains: number, children: readonly ExplanationTerm[] = []): ExplanationTerm {
  return { code: 'openOrders', grains, facts: {}, children };
}

function explain(terms: readonly ExplanationTerm[]): Explanation {
  const grains = terms.reduce((sum, { grains: part }) => sum + part, 0);
  return { grains, decimals: 0, needDay: 0, terms, dates: [], tippingPoints: [] };
}

describe('the explanation of a quantity', () => {
  it('GRD-14 opens a term into its parts below it', () => {
    const explanation = explain([term(-5), term(12, [term(7), term(5)])]);
    const closed = listExplanationRows(explanation, new Set());
    expect(closed.map((row) => [row.path, row.grains, row.runningGrains])).toEqual([
      ['0', -5, -5],
      ['1', 12, 7],
    ]);
    const open = listExplanationRows(explanation, new Set(['1', '0']));
    expect(open.map((row) => [row.path, row.depth, row.isOpen])).toEqual([
      ['0', 0, false],
      ['1', 0, true],
      ['1.0', 1, false],
      ['1.1', 1, false],
    ]);
  });

  it('GRD-14 ends on the quantity, whatever is opened', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }), (terms) => {
        const explanation = explain(terms.map((grains) => term(grains, [term(grains)])));
        const rows = listExplanationRows(explanation, new Set(terms.map((_, index) => String(index))));
        expect(rows.findLast((row) => row.depth === 0)?.runningGrains).toBe(explanation.grains);
      }),
    );
  });
});
