import type { DemandLine } from '#core/demand/cleansing/gather-lines.ts';

/** A sale to customer C1 at place 0. */
export function saleOf(qty: number, day: number, more: Partial<DemandLine> = {}): DemandLine {
  return { place: 0, day, qty, stream: 'sale', customer: 'C1', ...more };
}

/** A return by customer C1 to place 0. */
export function returnOf(qty: number, day: number, more: Partial<DemandLine> = {}): DemandLine {
  return saleOf(qty, day, { stream: 'return', ...more });
}
