import { describe, expect } from 'vitest';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { normalDistribution } from '#core/statistics/normal-distribution.ts';
import { poissonDistribution } from '#core/statistics/poisson-distribution.ts';
import { serialBaseStock } from './serial-base-stock.ts';
import { serialHeuristic } from './serial-heuristic.ts';
import type { SerialSystem } from './serial-system.ts';

type ByNode = Readonly<Record<string, number>>;
interface Inputs {
  readonly nodes: Readonly<
    Record<string, { readonly echelon_holding_cost: number; readonly lead_time: number; readonly stockout_cost: number }>
  >;
  readonly order_upstream_to_downstream: readonly number[];
  readonly sink: number;
  readonly demand: { readonly type: string; readonly mean: number; readonly sd: number };
}
interface Expected {
  readonly echelon_S: ByNode;
  readonly cost: number;
  readonly newsvendor_heuristic_echelon_S: ByNode;
}

const cases = publishedCases<Inputs, Expected>('serial-').map((one) => ({
  ...one,
  // Levels and cost of these cases have shares of their own.
  shares: one.tolerance as { readonly cost_rel: number; readonly S_rel: number },
}));

function systemOf({ nodes, sink, demand, order_upstream_to_downstream: order }: Inputs): SerialSystem {
  const { type, mean, sd } = demand;
  return {
    stages: order.map((node) => ({
      echelonHoldingCost: nodes[node]?.echelon_holding_cost ?? NaN,
      leadTime: nodes[node]?.lead_time ?? NaN,
    })),
    stockoutCost: nodes[sink]?.stockout_cost ?? NaN,
    demandOver: (time) =>
      type === 'P' ? poissonDistribution(mean * time) : normalDistribution(mean * time, sd * Math.sqrt(time)),
    isWhole: type === 'P',
  };
}

describe('published serial lines', () => {
  testPublished('POL-32 $id ($source)', cases, ({ inputs, expected, shares }) => {
    const found = serialBaseStock(systemOf(inputs));
    const heuristic = serialHeuristic(systemOf(inputs));
    expect(Math.abs(found.cost - expected.cost)).toBeLessThanOrEqual(shares.cost_rel * expected.cost);
    for (const [stage, node] of inputs.order_upstream_to_downstream.entries()) {
      const best = expected.echelon_S[node] ?? NaN;
      const near = expected.newsvendor_heuristic_echelon_S[node] ?? NaN;
      expect(Math.abs((found.echelonLevels[stage] ?? NaN) - best)).toBeLessThanOrEqual(shares.S_rel * best);
      expect(Math.abs((heuristic.echelonLevels[stage] ?? NaN) - near)).toBeLessThanOrEqual(1e-9 * near);
    }
  });
});
