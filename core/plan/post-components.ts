import { grainsPerStep, roundUpTo } from '#core/base/quantity.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import type { NodeWork } from './node-work.ts';

/**
 * Posts the components of an order of the node in work on its start day (PLN-13): those of its lane, which only make
 * orders and orders to a subcontractor have; `notSet` posts nothing. A component of which part of a grain is needed
 * takes the whole step: nobody can take part of a piece out of stock. A start before the plan day falls on the plan day. Does not throw.
 */
export function postComponents(work: NodeWork, lane: number, startDay: number, quantity: number): void {
  if (lane === notSet) return;
  const { frame, node, horizon } = work;
  const day = Math.max(0, startDay - work.planDay);
  if (day >= horizon) return;
  const end = frame.bomStart[lane + 1] ?? 0;
  for (let row = frame.bomStart[lane] ?? 0; row < end; row += 1) {
    const from = frame.bomValidFrom[row] ?? notSet;
    const to = frame.bomValidTo[row] ?? notSet;
    if ((from !== notSet && startDay < from) || (to !== notSet && startDay > to)) continue;
    const numerator = frame.bomNumerator[row] ?? 0;
    const denominator = frame.bomDenominator[row] ?? 1;
    // Quotient and remainder apart, so that no product of two large whole numbers loses its last digits.
    const remainder = quantity % denominator;
    const whole = ((quantity - remainder) / denominator) * numerator;
    const grains = whole + Math.ceil((remainder * numerator) / denominator);
    work.postings.add(frame.bomNode[row] ?? 0, day, roundUpTo(grains, grainsPerStep), node);
  }
}
