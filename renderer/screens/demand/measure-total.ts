import { grainsPerUnit } from '#core/base/quantity.ts';
import type { Frame } from '#core/frame/frame-layout.ts';

/** How the grains of several item-locations are added up. */
export interface TotalMeasure {
  /** What a grain of a node counts. */
  readonly factorOf: (node: number) => number;
  /** What a sum of these is divided by to be in units or in money. */
  readonly divisor: number;
  /** A sum in units or in money, as it is shown. */
  readonly shown: (sum: number) => number;
  /** Decimals in which a total can be typed. */
  readonly decimals: number;
}

/**
 * How nodes are added up (DEM-110): in units as whole grains of the finest item, exact to 2^53, or in money at cost, rounded to cents. Totals in units
 * are typed in the decimals that all members have, those in money in whole units of the currency. O(nodes), does not throw.
 */
export function measureTotal(frame: Frame, nodes: Uint32Array, isValue: boolean): TotalMeasure {
  const decimalsOf = (node: number): number => frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0;
  if (isValue) {
    return {
      factorOf: (node) => Math.max(0, frame.itemCost[frame.nodeItem[node] ?? 0] ?? 0) / grainsPerUnit(decimalsOf(node)),
      divisor: 1,
      shown: (sum) => Math.round(sum * 100) / 100,
      decimals: 0,
    };
  }
  let [fewest, most] = [Infinity, 0];
  for (const node of nodes) {
    fewest = Math.min(fewest, decimalsOf(node));
    most = Math.max(most, decimalsOf(node));
  }
  const divisor = grainsPerUnit(most);
  return {
    factorOf: (node) => 10 ** (most - decimalsOf(node)),
    divisor,
    shown: (sum) => sum / divisor,
    decimals: Number.isFinite(fewest) ? fewest : 0,
  };
}
