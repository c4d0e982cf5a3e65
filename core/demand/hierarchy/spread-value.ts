import type { SpreadTotal } from './spread-total.ts';

/** A value that somebody has typed over that of several parts. */
export interface ChangedValue {
  /** Money. */
  readonly total: number;
  /** The parts as they are, in steps. */
  readonly parts: ArrayLike<number>;
  /** What one step of each part is worth, in money; parts worth nothing stay as they are. */
  readonly stepValues: ArrayLike<number>;
  /** What parts are spread by where all that are worth something are 0, in steps, such as their history; default equal values. */
  readonly fallback?: ArrayLike<number>;
}

/** Sums of money leave digits behind that no step has. */
const leastMoney = 1e-6;

/**
 * Spreads a typed value over parts of different worth in proportion to what they were, in whole steps (rule DEM-108): each gets its share rounded down, and
 * what is left buys a step each for the largest remainders that it still pays for. The rest is at most half of the cheapest step that was not given; below 0 where
 * one step more came nearer. No part is more than a step from its share. O(parts log parts), does not throw.
 * Source: largest remainders as in `apportion`, by money in place of units.
 *
 * @example spreadValue({ total: 100, parts: [5, 5], stepValues: [3, 7] }) is { parts: [10, 10], rest: 0 }
 */
export function spreadValue({ total, parts, stepValues, fallback }: ChangedValue): SpreadTotal {
  const result = Float64Array.from(parts);
  const valued = [...result.keys()].filter((part) => (stepValues[part] ?? 0) > 0);
  const worth = (part: number): number => stepValues[part] ?? 0;
  const own = (part: number): number => Math.max(0, parts[part] ?? 0) * worth(part);
  const older = (part: number): number => Math.max(0, fallback?.[part] ?? 0) * worth(part);
  const weightOf = valued.some((part) => own(part) > 0) ? own : valued.some((part) => older(part) > 0) ? older : () => 1;
  const weights = valued.reduce((sum, part) => sum + weightOf(part), 0);
  let left = total;
  const open: { readonly part: number; readonly remainder: number }[] = [];
  for (const part of valued) {
    const quota = (Math.max(0, total) * (weightOf(part) / weights)) / worth(part);
    const steps = Math.floor(quota + leastMoney);
    result[part] = steps;
    left -= steps * worth(part);
    if (weightOf(part) > 0) open.push({ part, remainder: quota - steps });
  }
  open.sort((a, b) => b.remainder - a.remainder || a.part - b.part);
  let cheapest: number | undefined;
  for (const { part } of open) {
    if (worth(part) <= left + leastMoney) {
      result[part] = (result[part] ?? 0) + 1;
      left -= worth(part);
    } else if (cheapest === undefined || worth(part) < worth(cheapest)) cheapest = part;
  }
  if (cheapest !== undefined && left > worth(cheapest) / 2) {
    result[cheapest] = (result[cheapest] ?? 0) + 1;
    left -= worth(cheapest);
  }
  return { parts: result, rest: Math.abs(left) < leastMoney ? 0 : left };
}
