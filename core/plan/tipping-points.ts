import { grainsPerStep, type Grains } from '#core/base/quantity.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { departureFor } from './choose-lane.ts';
import { termsOfLane } from './gather-lanes.ts';
import type { NodeWork } from './node-work.ts';
import { orderReasons } from './plan-result.ts';

/**
 * What would change a line, the nearest point of each kind (PLN-35); texts in the catalogue under `tipping.<code>`.
 * `less` and `more` are grains of need, `days` are days of lead time.
 */
export type TippingPoint =
  /** With so much more in stock, or so much less asked for, the line is not needed. */
  | { readonly code: 'vanishes'; readonly grains: Grains }
  /** The need may rise by less than this; from here on more is ordered. */
  | { readonly code: 'rises'; readonly grains: Grains }
  /** From so much less need on, less is ordered, but not nothing. */
  | { readonly code: 'falls'; readonly grains: Grains }
  /** With so many more days of lead time the line is late. */
  | { readonly code: 'becomesLate'; readonly days: number }
  /** With so many days less it is in time. */
  | { readonly code: 'inTime'; readonly days: number }
  /** So much more costs less per unit. */
  | { readonly code: 'priceBreak'; readonly grains: Grains; readonly unitCost: number };

/** Lead times are tried up to so many days longer. */
const mostDays = 365;

/**
 * The tipping points of a proposed line of the node in work; `trace` is its row in `work.trace`, `row` in the lines.
 * Quantities hold for a lot that covers one day or the position: where a lot looks ahead, a change of need moves its end.
 * O(days), does not throw.
 *
 * @example a need of 40 with a minimum of 50: vanishes at 40 less, rises at 10 more and a thousandth
 */
export function findTippingPoints(work: NodeWork, trace: number, row: number): readonly TippingPoint[] {
  const points: TippingPoint[] = [];
  const lane = work.orderLines.views.orderLane[row] ?? notSet;
  points.push({ code: 'vanishes', grains: vanishingPoint(work, trace, row) });
  points.push(...lotPoints(work, trace, lane, points[0]?.code === 'vanishes' ? points[0].grains : 0));
  points.push(...datePoints(work, trace, row, lane));
  const next = nextBreak(work, lane, work.orderLines.views.orderQty[row] ?? 0);
  if (next) points.push(next);
  return points;
}

/** An order on the position goes when the position no longer triggers it; any other when nothing is short. */
function vanishingPoint(work: NodeWork, trace: number, row: number): Grains {
  const { views } = work.trace;
  const net = views.net[trace] ?? 0;
  const overLevel = (views.target[trace] ?? 0) - (work.level[0] ?? 0);
  switch (orderReasons[work.orderLines.views.orderReason[row] ?? 0]) {
    case 'belowMinimum':
      return net - overLevel;
    case 'atReorderPoint':
      return net - overLevel + 1;
    default:
      return net;
  }
}

/** How far the need may move before the lane's minimum or multiple makes another quantity of it. */
function lotPoints(work: NodeWork, trace: number, lane: number, vanishing: Grains): readonly TippingPoint[] {
  const { views } = work.trace;
  const [lot, part, step] = [views.lot[trace] ?? 0, views.part[trace] ?? 0, views.step[trace] ?? 0];
  // A part of a lot that is shared, and a quantity that a price break made, do not move with the need alone.
  if (part !== lot || (views.priced[trace] ?? 0) !== step) return [];
  const points: TippingPoint[] = [{ code: 'rises', grains: step - part + 1 }];
  const multiple = Math.max(grainsPerStep, work.frame.laneMultiple[lane] ?? 0);
  const moq = work.frame.laneMoq[lane] ?? 0;
  const fewer = part - Math.max(step - multiple, 0);
  if (step - multiple >= moq && fewer < vanishing) points.push({ code: 'falls', grains: fewer });
  return points;
}

function datePoints(work: NodeWork, trace: number, row: number, lane: number): readonly TippingPoint[] {
  const { planDay } = work;
  const late = work.orderLines.views.orderLateDays[row] ?? 0;
  if (late > 0) return [{ code: 'inTime', days: late }];
  const reason = orderReasons[work.orderLines.views.orderReason[row] ?? 0];
  // An order on the position is placed when it is due, however long it takes.
  if (lane === notSet || reason === 'belowMinimum' || reason === 'atReorderPoint' || reason === 'periodicReview') return [];
  const terms = termsOfLane(work, lane);
  const needDay = planDay + (work.trace.views.needDay[trace] ?? 0);
  for (let days = 1; days <= mostDays; days += 1) {
    if (departureFor(work, terms, needDay, terms.leadTimeDays + days) < terms.firstOrderDay)
      return [{ code: 'becomesLate', days }];
  }
  return [];
}

function nextBreak({ frame }: NodeWork, lane: number, quantity: Grains): TippingPoint | undefined {
  if (lane === notSet) return undefined;
  for (let row = frame.breakStart[lane] ?? 0; row < (frame.breakStart[lane + 1] ?? 0); row += 1) {
    const minimum = frame.breakMinQty[row] ?? 0;
    if (minimum > quantity) return { code: 'priceBreak', grains: minimum - quantity, unitCost: frame.breakUnitCost[row] ?? 0 };
  }
  return undefined;
}
