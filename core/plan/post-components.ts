import { grainsPerStep, roundUpTo } from '#core/base/quantity.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { NodeWork } from './node-work.ts';

/**
 * Posts the components of an order of the node in work on its start day (PLN-13): those of its lane, which only make
 * orders and orders to a subcontractor have; `notSet` posts nothing. A component of which part of a step
 * is needed takes the whole step: nobody takes part of a piece out of stock. A start before the plan day falls on the plan day.
 * Does not throw.
 */
export function postComponents(work: NodeWork, lane: number, startDay: number, quantity: number): void {
  if (lane === notSet) return;
  const { frame, node, horizon } = work;
  const day = Math.max(0, startDay - work.planDay);
  if (day >= horizon) return;
  const end = frame.bomStart[lane + 1] ?? 0;
  for (let row = frame.bomStart[lane] ?? 0; row < end; row += 1) {
    if (!isComponentValid(frame, row, startDay)) continue;
    work.postings.add(frame.bomNode[row] ?? 0, day, componentGrains(frame, row, quantity), node);
  }
}

/** Whether a row of a recipe holds for an order that starts on a day; both ends included (PLN-15). Does not throw. */
export function isComponentValid({ bomValidFrom, bomValidTo }: Frame, row: number, startDay: number): boolean {
  const from = bomValidFrom[row] ?? notSet;
  const to = bomValidTo[row] ?? notSet;
  return (from === notSet || startDay >= from) && (to === notSet || startDay <= to);
}

/** What a quantity takes of the component in a row of a recipe, in whole steps of the component. Does not throw. */
export function componentGrains({ bomNumerator, bomDenominator }: Frame, row: number, quantity: number): number {
  const numerator = bomNumerator[row] ?? 0;
  const denominator = bomDenominator[row] ?? 1;
  // Quotient and remainder apart, so that no product of two large whole numbers loses its last digits.
  const remainder = quantity % denominator;
  const whole = ((quantity - remainder) / denominator) * numerator;
  return roundUpTo(whole + Math.ceil((remainder * numerator) / denominator), grainsPerStep);
}
