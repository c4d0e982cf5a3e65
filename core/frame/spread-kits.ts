import type { BillOfMaterials } from './bill-of-materials.ts';
import { sumOf, type Fraction } from './exact-fraction.ts';
import { isValidOn } from './valid-days.ts';

/**
 * Calls `take` with the demand as it falls on stock: a kit's demand is its components' demand (FRM-12), once per component,
 * anything else stays what it is. Grains are rounded up to whole grains, so a component is never short of a fraction.
 * `validOn` is the day on which the recipe has to hold. Errors: `plan.cycle`.
 *
 * @example spreadKits(bill, pump, site, 1000, day, take) calls take(pump, 1000) for an item that is no kit
 */
export function spreadKits(
  bill: BillOfMaterials,
  item: number,
  site: number,
  grains: number,
  validOn: number,
  take: (item: number, grains: number) => void,
): void {
  if (!bill.isKit(item, site)) {
    take(item, grains);
    return;
  }
  const shares = new Map<number, Fraction>();
  for (const part of bill.partsOf(item, site)) {
    if (!isValidOn(part.valid, validOn)) continue;
    const share = shares.get(part.item);
    shares.set(part.item, share ? sumOf(share, part.share) : part.share);
  }
  for (const [part, share] of shares) take(part, scaleGrains(grains, share));
}

/**
 * The days from `start` to before `end` in runs in which the recipe of a kit does not change; one run for any other item.
 * Up to `planDay` the recipe of the plan day holds: what is still to be delivered is delivered under it. Does not throw.
 */
export function recipeRuns(
  bill: BillOfMaterials,
  item: number,
  site: number,
  start: number,
  end: number,
  planDay: number,
): readonly number[] {
  if (!bill.isKit(item, site)) return [start];
  const changes = bill.partsOf(item, site).flatMap(({ valid }) => [valid.from, valid.to + 1]);
  const inside = changes.filter((day) => day > Math.max(start, planDay) && day < end);
  return [start, ...[...new Set(inside)].sort((a, b) => a - b)];
}

/** Exact for any quantity: the fraction is taken over whole numbers of any size. */
function scaleGrains(grains: number, { numerator, denominator }: Fraction): number {
  const product = BigInt(Math.abs(grains)) * numerator;
  const scaled = Number((product + denominator - 1n) / denominator);
  return grains < 0 ? -scaled : scaled;
}
