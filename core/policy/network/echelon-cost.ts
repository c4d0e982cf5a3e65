import type { GridDemand } from './grid-demand.ts';

/** What an echelon costs per period by its stock; stock and level in grid steps. */
export interface EchelonCost {
  /** Stock of the first cost. */
  readonly low: number;
  /** Cost at low, low + 1, … up to the level; more stock is not let through and costs the same. */
  readonly costs: Float64Array;
  /** Cost of one step more below `low`, where every unit is waited for. */
  readonly slope: number;
  /** The level up to which stock is let through; between grid points unless demand is whole. */
  readonly level: number;
}

/**
 * The cost of an echelon from the cost of the one below it: C(y) = E[h·(y - D) + C_below(min(S_below, y - D))], D the
 * demand over the stage's lead time. `high`: the level, or where none is given a stock at or above the one of
 * least cost, which is then taken. One multiplication per stock and demand. Does not throw. Source: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 6.2.
 *
 * @example echelonCost({ below: { low: 0, costs: [0], slope: -10, level: 0 }, holdingPerStep: 1,
 *   demand: gridDemand(constantDistribution(3), 1), high: 5, level: undefined, isWhole: true }).level === 3
 */
export function echelonCost(inputs: {
  readonly below: EchelonCost;
  readonly holdingPerStep: number;
  readonly demand: GridDemand;
  readonly high: number;
  readonly level: number | undefined;
  readonly isWhole: boolean;
}): EchelonCost {
  const { below, holdingPerStep, demand, high } = inputs;
  const { first, probabilities } = demand;
  const low = Math.min(below.low + Math.min(0, first), high - 1);
  const left = low - first - probabilities.length + 1;
  const afterDemand = Float64Array.from(
    { length: high - first - left + 1 },
    (_, at) => holdingPerStep * (left + at) + costBelow(below, left + at),
  );
  const costs = new Float64Array(high - low + 1);
  for (let at = 0; at < costs.length; at += 1) {
    let sum = 0;
    for (let k = 0, stock = low + at - first - left; k < probabilities.length; k += 1, stock -= 1) {
      sum += probabilities[k]! * afterDemand[stock]!; // stock runs from high - first down to left
    }
    costs[at] = sum;
  }
  const slope = holdingPerStep + below.slope;
  if (inputs.level !== undefined) return { low, costs, slope, level: inputs.level };
  let best = 0;
  for (let at = 1; at < costs.length; at += 1) if (costs[at]! < costs[best]!) best = at; // inside the loop's bound
  const level = low + best + (inputs.isWhole ? 0 : betweenPoints(costs, best));
  return { low, costs: costs.slice(0, best + 1), slope, level };
}

function costBelow({ low, costs, slope }: EchelonCost, stock: number): number {
  const first = costs[0] ?? 0;
  if (stock < low) return first + slope * (stock - low);
  return costs[Math.min(stock - low, costs.length - 1)] ?? first;
}

/** Where the slope, taken as straight between the two half-way points around `best`, is 0. */
function betweenPoints(costs: Float64Array, best: number): number {
  const [before, after] = [costs[best - 1], costs[best + 1]];
  if (before === undefined || after === undefined) return 0;
  const [fall, rise] = [before - costs[best]!, after - costs[best]!]; // best is an index
  return fall + rise > 0 ? fall / (fall + rise) - 0.5 : 0;
}
