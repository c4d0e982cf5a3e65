import { describe } from 'vitest';
import { expectNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished, type PublishedCase } from '#core/base/testing/published-cases.ts';
import { poissonDistribution } from '#core/statistics/poisson-distribution.ts';
import { bestMinMax } from './best-min-max.ts';
import { minMaxCost } from './min-max-cost.ts';
import { positionCost } from './position-cost.ts';
import { powerMinMax } from './power-min-max.ts';

interface Inputs {
  readonly holding_cost: number;
  readonly stockout_cost: number;
  readonly fixed_cost: number;
  readonly demand_mean: number;
  readonly demand_sd?: number;
  readonly s?: number;
  readonly S?: number;
}
interface Expected {
  readonly s?: number;
  readonly S?: number;
  readonly cost?: number;
}

/** Demand arrives within the period: orders come at once, so the position covers one period of demand. */
function systemOf({ holding_cost: holdingCost, stockout_cost: stockoutCost, fixed_cost: orderCost, demand_mean: mean }: Inputs) {
  const demand = poissonDistribution(mean);
  return { orderCost, demand, positionCost: positionCost(holdingCost, stockoutCost, demand) };
}

function levelsOf({ inputs }: PublishedCase<Inputs, Expected>): Required<Expected> {
  const { s, S, demand_sd: demandSd } = inputs;
  if (demandSd !== undefined) {
    const { holding_cost: holdingCost, stockout_cost: stockoutCost, fixed_cost: orderCost, demand_mean: demandMean } = inputs;
    const costs = { orderCost, holdingCost, stockoutCost };
    const found = powerMinMax({ ...costs, demandMean, protectionMean: demandMean, protectionSd: demandSd, capsSmallLots: false });
    return { s: found.min, S: found.max, cost: NaN };
  }
  if (s !== undefined && S !== undefined) return { s, S, cost: minMaxCost(systemOf(inputs), { min: s, max: S }) };
  const found = bestMinMax(systemOf(inputs));
  return { s: found.min, S: found.max, cost: found.cost };
}

describe('published min-max levels', () => {
  testPublished('POL-30 $id ($source)', publishedCases<Inputs, Expected>('sS-'), (one) => {
    const found = levelsOf(one);
    for (const key of ['s', 'S', 'cost'] as const) {
      const expected = one.expected[key];
      if (expected === undefined) continue;
      expectNear(found[key], expected, one.tolerance);
    }
  });
});
