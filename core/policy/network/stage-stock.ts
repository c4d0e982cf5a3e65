/**
 * What a stage holds for `periods` of demand beside what it holds for the spread of its own lead time, √(perRoot²·periods +
 * spread²); `perRoot`: stock (or its cost) for one period, `spread`: stock (or its cost) for the spread alone. Does not throw.
 * Source: Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6 (variances add).
 *
 * @example stageStock(3, 8, 4) === 10 (the root of 9·4 + 64)
 */
export function stageStock(perRoot: number, spread: number, periods: number): number {
  return spread === 0 ? perRoot * Math.sqrt(periods) : Math.sqrt(perRoot * perRoot * periods + spread * spread);
}
