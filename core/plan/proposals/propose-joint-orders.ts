import { lineValueMinor } from '#core/base/money.ts';
import { grainsPerStep } from '#core/base/quantity.ts';
import { codeOf, orderKinds } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { groupOrders } from '#core/plan/joint/group-orders.ts';
import type { JointOrder } from '#core/plan/joint/joint-order.ts';
import type { ProposedLine, SupplierTerms } from '#core/plan/joint/proposed-line.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { grainsPerUnitOf } from './grains-per-unit-of.ts';

const buy = codeOf(orderKinds, 'buy');

/** Four weeks: longer cover ties up stock for an order that the supplier will get again within a month anyway. */
const mostRaiseDays = 28;

/** Joint orders with the rows of the plan they are made of. */
export interface JointProposal {
  readonly orders: readonly JointOrder[];
  /** Rows of the plan; a line's position in the orders is a position in here. */
  readonly rows: Uint32Array;
}

/**
 * The purchases a plan proposes as joint orders per supplier, company and site (JNT-9 to JNT-11). Advice beside the plan:
 * it changes no line. Firm lines are decided and stay by themselves. Complexity of `groupOrders`; does not throw.
 *
 * @example two lines for one supplier, four days apart within its grouping days → one order on the earlier day
 */
export function proposeJointOrders(frame: Frame, plan: PlanResult): JointProposal {
  const rows: number[] = [];
  for (let row = 0; row < plan.meta.orders; row += 1) {
    if (plan.orderKind[row] === buy && plan.orderFirm[row] === notSet && plan.orderSource[row] !== notSet) rows.push(row);
  }
  const terms = new Map<number, SupplierTerms>();
  for (let supplier = 0; supplier < frame.supplierStatus.length; supplier += 1) terms.set(supplier, termsOf(frame, supplier));
  return {
    orders: groupOrders(
      rows.map((row) => lineOf(frame, plan, row)),
      terms,
    ),
    rows: Uint32Array.from(rows),
  };
}

function termsOf(frame: Frame, supplier: number): SupplierTerms {
  const minimumValueMinor = lineValueMinor(1, Math.max(0, frame.supplierMinOrderValue[supplier] ?? 0));
  const loadWeight = Math.max(0, frame.supplierLoadWeight[supplier] ?? 0);
  const loadVolume = Math.max(0, frame.supplierLoadVolume[supplier] ?? 0);
  const asksForMore = minimumValueMinor > 0 || loadWeight > 0 || loadVolume > 0;
  return {
    ...{ minimumValueMinor, loadWeight, loadVolume },
    groupingDays: frame.supplierGroupingDays[supplier] ?? 0,
    raiseDays: asksForMore ? mostRaiseDays : 0,
  };
}

function lineOf(frame: Frame, plan: PlanResult, row: number): ProposedLine {
  const node = plan.orderNode[row] ?? 0;
  const item = frame.nodeItem[node] ?? 0;
  const site = frame.nodeSite[node] ?? 0;
  const lane = plan.orderLane[row] ?? notSet;
  const supplier = plan.orderSource[row] ?? notSet;
  const orderDay = plan.orderDay[row] ?? 0;
  // Neither the fence nor the beginning of the lane's validity is passed by pulling a line forward.
  const earliest = Math.max(frame.meta.planDay + (frame.nodeFenceDays[node] ?? 0), frame.laneValidFrom[lane] ?? notSet);
  return {
    ...{ supplier, site, orderDay },
    company: frame.siteCompany[site] ?? notSet,
    grains: plan.orderQty[row] ?? 0,
    grainsPerUnit: grainsPerUnitOf(frame, node),
    unitValue: plan.orderUnitCost[row] ?? 0,
    weight: Math.max(0, frame.itemWeight[item] ?? 0),
    volume: Math.max(0, frame.itemVolume[item] ?? 0),
    slackDays: Math.max(0, Math.min(orderDay - earliest, frame.supplierGroupingDays[supplier] ?? 0)),
    multiple: Math.max(grainsPerStep, frame.laneMultiple[lane] ?? 0),
    dailyDemand: plan.nodeDailyDemand[node] ?? 0,
    holdingRate: Math.max(0, frame.nodeHoldingRate[node] ?? 0),
  };
}
