import { grainsPerStep } from '#core/base/quantity.ts';
import { codeOf, lotRules, planMethods } from '#core/frame/codes.ts';
import type { Frame } from '#core/frame/frame-layout.ts';

const timePhased = codeOf(planMethods, 'time_phased');
const periodic = codeOf(planMethods, 'periodic');
const none = codeOf(planMethods, 'none');
const lotForLot = codeOf(lotRules, 'lot_for_lot');
const fixed = codeOf(lotRules, 'fixed');
const eoq = codeOf(lotRules, 'eoq');

/** How a part of a proposed line may be replaced, the rest of it staying as it is. Grains. */
export interface DividingRule {
  /** Whether a part may be replaced at all. */
  readonly isDivisible: boolean;
  /** The part is a whole multiple. */
  readonly multiple: number;
  /** At least so much stays on the line. */
  readonly leastRest: number;
  /** Whether more than the lines ask for is harmless: nothing later is then bought earlier or more. */
  readonly takesMore: boolean;
}

const whole: DividingRule = { isDivisible: false, multiple: grainsPerStep, leastRest: 0, takesMore: false };

/**
 * Whether a part of a node's lines can be replaced without buying more later (REB-11): where orders follow the requirement
 * and every lane has the same multiple. A minimum above the multiple must stay reached, as the next order would be raised
 * to it. Does not throw.
 */
export function dividingRule(frame: Frame, node: number): DividingRule {
  const method = frame.nodeMethod[node];
  const rule = frame.nodeLotRule[node];
  // Where nothing is ordered by a rule, nothing can be disturbed.
  if (method === none) return { ...whole, takesMore: true };
  const followsNeed = method === timePhased || (method === periodic && !((frame.nodeMaxQty[node] ?? 0) > 0));
  if (!followsNeed || rule === fixed || rule === eoq || (frame.nodeWaitDays[node] ?? 0) > 0) return whole;
  const first = frame.laneStart[node] ?? 0;
  const end = frame.laneStart[node + 1] ?? 0;
  const multiple = Math.max(grainsPerStep, frame.laneMultiple[first] ?? 0);
  let leastRest = 0;
  for (let lane = first; lane < end; lane += 1) {
    const hasBreaks = frame.breakStart[lane] !== frame.breakStart[lane + 1] && (frame.nodeHoldingRate[node] ?? 0) > 0;
    const isAlike = Math.max(grainsPerStep, frame.laneMultiple[lane] ?? 0) === multiple;
    if (hasBreaks || !isAlike || (frame.laneShare[lane] ?? 0) > 0) return whole;
    const minimum = frame.laneMoq[lane] ?? 0;
    if (minimum <= multiple) continue;
    // A window of several days could begin later with the part, and end in another raise.
    if (rule !== lotForLot || method !== timePhased || (frame.laneReviewDays[lane] ?? 0) > 1) return whole;
    leastRest = Math.max(leastRest, minimum);
  }
  return { isDivisible: true, multiple, leastRest, takesMore: leastRest === 0 };
}
