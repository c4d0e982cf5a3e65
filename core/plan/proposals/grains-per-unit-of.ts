import { grainsPerUnit } from '#core/base/quantity.ts';
import type { Frame } from '#core/frame/frame-layout.ts';

/** Grains in a stock unit of a node's item. Does not throw. @example grainsPerUnitOf(frame, node) === 1000 without decimals */
export function grainsPerUnitOf(frame: Frame, node: number): number {
  return grainsPerUnit(frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0);
}
