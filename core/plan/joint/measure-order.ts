import { lineValueMinor, type Minor } from '#core/base/money.ts';
import type { ProposedLine, SupplierTerms } from './proposed-line.ts';

/** A line on the way into an order, with the grains it was raised by. */
export interface DraftLine {
  readonly index: number;
  readonly line: ProposedLine;
  readonly extra: number;
}

/** The value of a draft, whole cents per line as the order will show them. Does not throw. */
export function valueOf(draft: readonly DraftLine[]): Minor {
  return draft.reduce((sum, { line, extra }) => sum + lineValueMinor(unitsOf(line, line.grains + extra), line.unitValue), 0);
}

/** Weight and volume, in the units of the supplier's load. */
export interface OrderSize {
  readonly weight: number;
  readonly volume: number;
}

/** Weight and volume of a draft. Does not throw. */
export function sizeOf(draft: readonly DraftLine[]): OrderSize {
  return draft.reduce((size, { line, extra }) => sizeWith(size, line, line.grains + extra), { weight: 0, volume: 0 });
}

/** A size and so many grains of a line. Does not throw. */
export function sizeWith({ weight, volume }: OrderSize, line: ProposedLine, grains: number): OrderSize {
  const units = unitsOf(line, grains);
  return { weight: weight + units * line.weight, volume: volume + units * line.volume };
}

/**
 * How many loads a size fills, by whichever of weight and volume is used up first; 0 without a load. Does not throw.
 *
 * @example 15 t and 20 m³ in loads of 10 t and 40 m³ are 1.5 loads
 */
export function loadsOf({ weight, volume }: OrderSize, { loadWeight, loadVolume }: SupplierTerms): number {
  return Math.max(loadWeight > 0 ? weight / loadWeight : 0, loadVolume > 0 ? volume / loadVolume : 0);
}

/** Weights are doubles: a load filled to the last kilogram must not look overfull. */
export const loadTolerance = 1e-9;

/** How many loads a size has to start, the last of them perhaps not full. Does not throw. */
export function startedLoads(size: OrderSize, terms: SupplierTerms): number {
  return Math.max(0, Math.ceil(loadsOf(size, terms) - loadTolerance));
}

/** Grains of a line in its stock unit. Does not throw. */
export function unitsOf(line: ProposedLine, grains: number): number {
  return grains / line.grainsPerUnit;
}
