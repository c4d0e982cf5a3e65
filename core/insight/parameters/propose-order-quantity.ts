import { grainsPerUnit } from '#core/base/quantity.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { codeOf, orderKinds } from '#core/frame/codes.ts';
import { allUnitsDiscountQuantity } from '#core/policy/order-quantity/all-units-discount-quantity.ts';
import { addProposal, isOff } from './add-proposal.ts';
import { demandEvidence, isOwnDemand } from './demand-evidence.ts';
import { expectedStock } from './expected-stock.ts';
import type { NodePolicy } from './node-policy.ts';
import { orderLever } from './order-lever.ts';
import { orderPrices, priceOf, raisedOrder, yearlyCost } from './order-prices.ts';
import type { ProposalWork } from './proposal-work.ts';
import { heldSafety } from './safety-need.ts';
import { inPacks, usualOrder } from './usual-order.ts';

const buy = codeOf(orderKinds, 'buy');
const daysOfYear = 365;

/**
 * Proposes the parameter that sets the size of orders (`orderLever`) where the quantity of least purchase, order and holding cost
 * under the price breaks of a bought item costs less in a year than the order the plan places now, by a share and an amount
 * (POL-66). Never below what has to be ordered, above the lane's maximum, a year's demand or what sells before it expires. Does
 * not throw.
 *
 * @example const work = createProposalWork(frame, frame, forecast, result, usualOptions);
 *   const policy = { ...readNodePolicy(frame, forecast, result, 0), orderCost: 40, holdingRate: 0.2, isJudged: true };
 *   proposeOrderQuantity(work, policy); work.rows.views.proposed[0] === 382 (the root of 2 · 40 · 3650 ÷ 2)
 */
export function proposeOrderQuantity(work: ProposalWork, policy: NodePolicy): void {
  const { frame, forecast, options } = work;
  const { node, dailyDemand, orderCost, holdingRate, pack } = policy;
  const lane = frame.laneStart[node] ?? 0;
  if (!policy.isJudged || frame.laneKind[lane] !== buy || !(orderCost > 0 && holdingRate > 0)) return;
  const lever = orderLever(work, policy);
  const evidence = demandEvidence(work, policy);
  // The mean of what other nodes ask for is known as well as theirs.
  if (lever === undefined || (evidence === undefined && isOwnDemand(policy))) return;
  const item = frame.nodeItem[node] ?? 0;
  const ofLane = (frame.laneMaxQty[lane] ?? 0) / grainsPerUnit(frame.itemDecimals[item] ?? 0) || Infinity;
  const shelfLifeDays = frame.itemShelfLifeDays[item] ?? 0;
  const most = Math.min(ofLane, dailyDemand * (shelfLifeDays > 0 ? Math.min(shelfLifeDays, daysOfYear) : daysOfYear));
  const prices = orderPrices(frame, node, lane);
  const demand = dailyDemand * daysOfYear;
  const { least } = lever;
  const cheapest = allUnitsDiscountQuantity({ demand, orderCost, holdingRate, ...prices, pack, minimum: least, most });
  const quantity = inPacks(cheapest.quantity, pack);
  const present = raisedOrder(usualOrder(policy), prices, policy, ofLane);
  const changed = { ...lever.policyFor(quantity), orderQty: quantity };
  // Where something else decides on the size of an order the parameter would change nothing.
  if (quantity === 0 || usualOrder(changed) !== quantity) return;
  const before = yearlyCost(present, prices, policy);
  const saving = before - yearlyCost(quantity, prices, policy);
  if (saving < Math.max(options.leastOrderSaving * before, options.leastOrderMoney)) return;
  // An economic order grows by the root of demand.
  const noise = (0.5 * quantity * (evidence?.demandError ?? 0)) / dailyDemand;
  if (!isOff(work, { current: present, proposed: quantity, step: pack, noise })) return;
  const proposed = lever.valueFor(quantity);
  const now = { ...policy, orderQty: present };
  addProposal(work, policy, {
    kind: 'order_quantity',
    field: lever.field,
    lane: lever.field === 'moq' ? lane : notSet,
    current: lever.current,
    proposed,
    step: pack,
    // As sure as the order is.
    noise: (noise * Math.abs(proposed - lever.current)) / Math.abs(quantity - present),
    before: expectedStock(forecast, now, heldSafety(forecast, now)),
    after: expectedStock(forecast, changed, heldSafety(forecast, changed)),
    receipts: 0,
    weeks: evidence?.weeks ?? 0,
    moneyAYear: saving,
    figures: { annualDemand: demand, orderCost, holdingRate, unitPrice: priceOf(prices, quantity), orderNow: present, saving },
  });
}
