import type { CountDistribution } from '#core/statistics/distribution.ts';

/**
 * Expected number of periods the position spends j units below the order-up-to level before it falls further, for j = 0,
 * 1, 2, …: m(0) = 1 ÷ (1 - p₀), m(j) = Σ p(i)·m(j - i) ÷ (1 - p₀). `demand`: units of a period. Values are computed as
 * they are asked for, O(j) each. Does not throw.
 * Source: Zheng and Federgruen 1991, Operations Research 39, section 1.
 *
 * @example renewalRates(discreteDistribution([0.5, 0.5]))(3) === 2
 */
export function renewalRates(demand: CountDistribution): (below: number) => number {
  const moving = 1 - demand.probability(0);
  const probabilities = [demand.probability(0)];
  const rates = [1 / moving];
  return (below) => {
    for (let next = rates.length; next <= below; next += 1) {
      probabilities.push(demand.probability(next));
      let sum = 0;
      for (let units = 1; units <= next; units += 1) sum += (probabilities[units] ?? 0) * (rates[next - units] ?? 0);
      rates.push(sum / moving);
    }
    return rates[below] ?? 0;
  };
}
