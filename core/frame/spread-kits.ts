import type { BillOfMaterials } from './bill-of-materials.ts';

/**
 * Calls `take` with the demand as it falls on stock: a kit's demand is its components' demand (FRM-12), anything else
 * stays what it is. Grains are rounded up to whole grains, so a component is never short of a fraction. `validOn` is the
 * day on which the recipe has to hold.
 */
export function spreadKits(
  bill: BillOfMaterials,
  item: number,
  site: number,
  grains: number,
  validOn: number,
  take: (item: number, grains: number) => void,
): void {
  if (!bill.isKit(item)) {
    take(item, grains);
    return;
  }
  for (const component of bill.partsOf(item, site)) {
    const begun = component.validFrom <= validOn;
    const over = component.validTo >= 0 && component.validTo < validOn;
    if (begun && !over) take(component.item, scaleGrains(grains, component.numerator, component.denominator));
  }
}

/** Exact for any quantity: the fraction is taken over whole numbers of any size. */
function scaleGrains(grains: number, numerator: bigint, denominator: bigint): number {
  const product = BigInt(Math.abs(grains)) * numerator;
  const scaled = Number((product + denominator - 1n) / denominator);
  return grains < 0 ? -scaled : scaled;
}
