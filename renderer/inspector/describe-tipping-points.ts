import { fromGrains, grainsPerStep } from '#core/base/quantity.ts';
import type { Explanation } from '#core/plan/explanation.ts';
import type { TippingPoint } from '#core/plan/tipping-points.ts';
import { formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure, formatUnitPrice } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';

export interface UnitNames {
  readonly uom: string;
  readonly currency: string;
}

/** What would change a line, as sentences in the item's unit, in the order of the explanation (DSK-11). Does not throw. */
export function describeTippingPoints(explanation: Explanation, names: UnitNames): readonly string[] {
  return explanation.tippingPoints.map((point) => describe(point, explanation, names));
}

function describe(point: TippingPoint, { decimals, needDay }: Explanation, { uom, currency }: UnitNames): string {
  // A need has parts of a unit, so its figures go to the grain, like the terms above them.
  const exact = (grains: number): string => formatFigure(fromGrains(grains, decimals), decimals + 3);
  const day = formatShortDay(needDay);
  switch (point.code) {
    case 'vanishes':
      // Stock is counted in whole steps.
      return text('tipping.vanishes', { qty: exact(Math.ceil(point.grains / grainsPerStep) * grainsPerStep), uom });
    case 'rises':
    case 'falls':
      return text(`tipping.${point.code}`, { qty: exact(point.grains), uom });
    case 'becomesLate':
    case 'inTime':
      return text(`tipping.${point.code}`, { days: point.days, day });
    case 'priceBreak':
      return text('tipping.priceBreak', { qty: exact(point.grains), uom, price: formatUnitPrice(point.unitCost, currency) });
  }
}
