import { notSet } from '#core/frame/frame-layout.ts';
import { explainDates } from './explain-dates.ts';
import type { Explanation, ExplanationCode, ExplanationTerm } from './explanation.ts';
import { listOpenOrders, listOpenSupply, listPostings } from './list-causes.ts';
import { findTippingPoints } from './tipping-points.ts';
import type { NodeWork } from './node-work.ts';
import { orderReasons } from './plan-result.ts';

type Facts = Readonly<Record<string, string | number>>;

/**
 * Explains a line of the node in work (PLN-20): `row` is its row in `work.orderLines`, `firstLine` the node's first.
 * Firm lines come first and have one term; each proposal has a row in `work.trace`. The terms add up to the
 * quantity exactly. Does not throw for a row of the node.
 */
export function explainLine(work: NodeWork, firstLine: number, row: number): Explanation {
  const lines = work.orderLines.views;
  const grains = lines.orderQty[row] ?? 0;
  const decimals = work.frame.itemDecimals[work.frame.nodeItem[work.node] ?? 0] ?? 0;
  if (lines.orderFirm[row] !== notSet) {
    const facts = { position: lines.orderFirm[row] ?? 0 };
    const receiptDay = lines.orderReceiptDay[row] ?? 0;
    const dates = [{ code: 'typed', day: receiptDay, facts: {} }] as const;
    return { grains, decimals, needDay: receiptDay, terms: [term('typed', grains, facts)], dates, tippingPoints: [] };
  }
  let firmCount = 0;
  while (lines.orderFirm[firstLine + firmCount] !== notSet) firmCount += 1;
  const trace = row - firstLine - firmCount;
  const needDay = work.planDay + (work.trace.views.needDay[trace] ?? 0);
  const terms = [
    ...balanceTerms(work, trace),
    ...levelTerms(work, trace, row),
    ...lotTerms(work, trace, lines.orderLane[row] ?? notSet, grains),
  ];
  return {
    grains,
    decimals,
    needDay,
    terms: terms.filter(isTold),
    dates: explainDates(work, row, needDay),
    tippingPoints: findTippingPoints(work, trace, row),
  };
}

/** A term of nothing is left out, but for the stock: that there is none is worth saying. */
function isTold(shown: ExplanationTerm): boolean {
  return shown.grains !== 0 || shown.code === 'usableStock';
}

function term(
  code: ExplanationCode,
  grains: number,
  facts: Facts = {},
  children: readonly ExplanationTerm[] = [],
): ExplanationTerm {
  return { code, grains: grains === 0 ? 0 : grains, facts, children };
}

function through(values: Float64Array, last: number): number {
  let sum = 0;
  for (let day = 0; day <= last; day += 1) sum += values[day] ?? 0;
  return sum;
}

function balanceTerms(work: NodeWork, trace: number): readonly ExplanationTerm[] {
  const { views } = work.trace;
  const forecastThrough = views.forecastThrough[trace] ?? 0;
  const ordersThrough = views.ordersThrough[trace] ?? 0;
  const supplyThrough = views.supplyThrough[trace] ?? 0;
  const firmThrough = views.firmThrough[trace] ?? 0;
  const peggedOrders = views.peggedOrders[trace] ?? 0;
  const peggedDependent = views.peggedDependent[trace] ?? 0;
  const isPegged = peggedOrders >= 0;
  // Stock that is released or expires counts with the forecast days, except for make-to-order, which looks at all of it.
  const adjusted = isPegged ? supplyThrough : forecastThrough;
  let released = 0;
  let expired = 0;
  for (let day = 0; day <= adjusted; day += 1) {
    const change = work.adjustment[day] ?? 0;
    if (change > 0) released += change;
    else expired -= change;
  }
  const orders = isPegged ? peggedOrders : through(work.orders, ordersThrough);
  const dependent = isPegged ? peggedDependent : through(work.dependent, ordersThrough);
  const lastDay = work.planDay + ordersThrough;
  const supplyFacts = { through: work.planDay + supplyThrough };
  const { transfers, components, handedOver } = listPostings(work, ordersThrough, dependent);
  return [
    term('usableStock', -work.opening),
    term('releasedStock', -released, supplyFacts),
    term('expiredStock', expired, supplyFacts),
    term('openSupply', -through(work.open, supplyThrough), supplyFacts, listOpenSupply(work, supplyThrough)),
    term('firmReceipts', -through(work.firm, firmThrough), { through: work.planDay + firmThrough }),
    term('plannedReceipts', -(views.plannedBefore[trace] ?? 0)),
    term('openOrders', orders, { through: lastDay }, isPegged ? [] : listOpenOrders(work, ordersThrough)),
    term('forecast', through(work.forecast, forecastThrough), { through: work.planDay + forecastThrough }),
    transfers,
    components,
    handedOver,
  ];
}

/** The level that is filled up to, with what it is made of. */
function levelTerms(work: NodeWork, trace: number, row: number): readonly ExplanationTerm[] {
  const target = work.trace.views.target[trace] ?? 0;
  const reason = orderReasons[work.orderLines.views.orderReason[row] ?? 0];
  const min = work.level[0] ?? 0;
  switch (reason) {
    case 'belowMinimum':
    case 'atReorderPoint':
      return [term('minimum', min), term('fillToMaximum', target - min, { maximum: target })];
    case 'periodicReview':
      if ((work.frame.nodeMaxQty[work.node] ?? 0) > 0) return [term('fillToMaximum', target, { maximum: target })];
      return [protectedTerm(work, target)];
    default:
      return [protectedTerm(work, target)];
  }
}

function protectedTerm(work: NodeWork, target: number): ExplanationTerm {
  if (target === 0) return term('protectedLevel', 0);
  const facts = { serviceTarget: work.frame.nodeServiceTarget[work.node] ?? 0 };
  const days = { days: work.frame.nodeSafetyDays[work.node] ?? 0 };
  const children = [term('safetyStock', work.safetyStock, facts), term('safetyDays', target - work.safetyStock, days)];
  return term(
    'protectedLevel',
    target,
    {},
    children.filter((child) => child.grains !== 0),
  );
}

/** From the requirement to the line: lot, share, minimum, multiple, whole steps, split. */
function lotTerms(work: NodeWork, trace: number, lane: number, grains: number): readonly ExplanationTerm[] {
  const { views } = work.trace;
  const priced = views.priced[trace] ?? 0;
  const [net, lot, part] = [views.net[trace] ?? 0, views.lot[trace] ?? 0, views.part[trace] ?? 0];
  const [raised, multiple, step] = [views.raised[trace] ?? 0, views.multiple[trace] ?? 0, views.step[trace] ?? 0];
  return [
    term('lotRule', lot - net),
    term('lotRule', part - lot, { share: lot === 0 ? 0 : part / lot }),
    term('raisedToMoq', raised - part),
    term('roundedToMultiple', multiple - raised),
    term('roundedToStep', step - multiple),
    term('raisedToPriceBreak', priced - step, { lane }),
    term('splitAtMaximum', grains - priced),
  ];
}
