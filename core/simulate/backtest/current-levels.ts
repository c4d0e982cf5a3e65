import { grainsPerStep } from '#core/base/quantity.ts';
import { codeOf, planMethods } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { normalQuantile } from '#core/statistics/normal-quantile.ts';

/** A position to order at and a level to order up to, in steps. */
export interface StockLevels {
  readonly reorderAt: number;
  readonly orderUpTo: number;
}

const minMax = codeOf(planMethods, 'min_max');
const reorderPoint = codeOf(planMethods, 'reorder_point');
const recentWeeks = 12;
const yearWeeks = 52;

/**
 * What the firm's own policy of a node says at the end of the weeks in `known` (rule SIM-42): minimum and maximum where they are typed;
 * else the mean of the last twelve weeks over lead time and review plus the typed safety stock or days, or, for a service target, the
 * textbook's k·σ·√weeks. Looks at nothing later. O(weeks), does not throw.
 * Source: Silver, Pyke and Thomas, 4th ed., sections 6.7 and 6.9.
 *
 * @example currentLevels(frame, 0, new Float64Array(60).fill(70), 3) is { reorderAt: Infinity, orderUpTo: 210 }
 */
export function currentLevels(frame: Frame, node: number, known: Float64Array, protection: number): StockLevels {
  const method = frame.nodeMethod[node];
  const minimum = (frame.nodeMinQty[node] ?? 0) / grainsPerStep;
  const maximum = (frame.nodeMaxQty[node] ?? 0) / grainsPerStep;
  if (method === minMax) return { reorderAt: Math.max(0, minimum), orderUpTo: Math.max(minimum, maximum, 0) };
  const weekly = meanOf(known, recentWeeks);
  const level = Math.ceil(weekly * protection + safetyStockOf(frame, node, known, weekly, protection));
  if (method !== reorderPoint) return { reorderAt: Infinity, orderUpTo: level };
  const point = frame.nodeMinQty[node] === notSet ? level : minimum;
  return { reorderAt: point, orderUpTo: Math.max(maximum, point) };
}

function safetyStockOf(frame: Frame, node: number, known: Float64Array, weekly: number, protection: number): number {
  const typed = frame.nodeSafetyStock[node] ?? notSet;
  const days = frame.nodeSafetyDays[node] ?? 0;
  if (typed >= 0 || days > 0) return Math.max(0, typed) / grainsPerStep + (days * weekly) / 7;
  const target = frame.nodeServiceTarget[node] ?? 0;
  if (!(target > 0.5)) return 0;
  return normalQuantile(Math.min(target, 0.9999)) * deviationOf(known) * Math.sqrt(protection);
}

function meanOf(known: Float64Array, weeks: number): number {
  const first = Math.max(0, known.length - weeks);
  let sum = 0;
  let count = 0;
  for (let week = first; week < known.length; week += 1) {
    const value = known[week] ?? 0;
    if (Number.isNaN(value)) continue;
    sum += Math.max(0, value);
    count += 1;
  }
  return count > 0 ? sum / count : 0;
}

function deviationOf(known: Float64Array): number {
  const mean = meanOf(known, yearWeeks);
  let squares = 0;
  let count = 0;
  for (let week = Math.max(0, known.length - yearWeeks); week < known.length; week += 1) {
    const value = known[week] ?? 0;
    if (Number.isNaN(value)) continue;
    squares += (Math.max(0, value) - mean) ** 2;
    count += 1;
  }
  return count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
}
