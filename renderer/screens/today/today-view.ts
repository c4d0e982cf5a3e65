import { fromGrains } from '#core/base/quantity.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { FrameTexts } from '#core/frame/frame-texts.ts';
import { exceptionKinds, type ExceptionKind, type PlanResult } from '#core/plan/plan-result.ts';

/** Money per currency, in major units; amounts of different currencies are never added. */
export type MoneyByCurrency = Readonly<Record<string, number>>;

export interface ExceptionGroup {
  readonly kind: ExceptionKind;
  readonly count: number;
  /** How many of them want a look today. */
  readonly urgent: number;
  readonly itemLocations: number;
  readonly atRisk: MoneyByCurrency;
}

export interface OrderGroup {
  readonly kind: 'buy' | 'transfer' | 'make';
  readonly today: number;
  readonly thisWeek: number;
  readonly later: number;
  /** Value of the lines to decide on within the week. */
  readonly value: MoneyByCurrency;
}

export interface TodayFigures {
  /** What goes wrong: the kinds with most to look at today first. */
  readonly exceptions: readonly ExceptionGroup[];
  /** What should happen to open orders: what saves sales before what frees money. */
  readonly advice: readonly ExceptionGroup[];
  readonly orders: readonly OrderGroup[];
  /** Item-locations that run out within two weeks if nothing is done. */
  readonly stockOutsComing: number;
  readonly stockValue: MoneyByCurrency;
  readonly itemLocations: number;
}

export interface PlaceFilter {
  readonly company: string;
  readonly site: string;
}

const daysAWeek = 7;
const daysAhead = 14;
/** Advice on open orders in the order in which it deserves attention. */
const adviceKinds: readonly ExceptionKind[] = ['expedite', 'increase', 'cancel', 'postpone'];
const kinds = ['buy', 'transfer', 'make'] as const;

/**
 * What a planner has to know in the morning, counted from the columns of frame and plan. Lines already approved are not
 * counted among those to decide on. O(nodes + lines + exceptions); does not throw.
 */
export function countToday(
  frame: Frame,
  result: PlanResult,
  texts: FrameTexts,
  isDecided: (order: number) => boolean,
  filter: PlaceFilter,
): TodayFigures {
  const isShown = sitesShown(frame, texts, filter);
  const { planDay } = frame.meta;
  const exceptions = exceptionKinds.map((kind) => ({
    kind,
    count: 0,
    urgent: 0,
    nodes: new Set<number>(),
    atRisk: {},
  }));
  result.exceptionNode.forEach((node, exception) => {
    const site = frame.nodeSite[node] ?? 0;
    const group = exceptions[result.exceptionKind[exception] ?? 0];
    if (!group || !isShown[site]) return;
    group.count += 1;
    group.nodes.add(node);
    if ((result.exceptionSeverity[exception] ?? 0) >= 3) group.urgent += 1;
    add(group.atRisk, texts.currency(site), result.exceptionValue[exception] ?? 0);
  });

  const orders = kinds.map((kind) => ({ kind, today: 0, thisWeek: 0, later: 0, value: {} }));
  result.orderNode.forEach((node, order) => {
    const site = frame.nodeSite[node] ?? 0;
    const group = orders[result.orderKind[order] ?? 0];
    if (!group || !isShown[site] || isDecided(order)) return;
    const daysAway = (result.orderDay[order] ?? 0) - planDay;
    if (daysAway <= 0) group.today += 1;
    else if (daysAway < daysAWeek) group.thisWeek += 1;
    else group.later += 1;
    if (daysAway >= daysAWeek) return;
    const units = fromGrains(result.orderQty[order] ?? 0, frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0);
    add(group.value, texts.currency(site), units * (result.orderUnitCost[order] ?? 0));
  });

  let stockOutsComing = 0;
  let itemLocations = 0;
  const stockValue: Record<string, number> = {};
  for (let node = 0; node < frame.meta.nodes; node += 1) {
    const site = frame.nodeSite[node] ?? 0;
    if (!isShown[site]) continue;
    itemLocations += 1;
    const item = frame.nodeItem[node] ?? 0;
    const units = fromGrains(Math.max(0, result.nodeUsable[node] ?? 0), frame.itemDecimals[item] ?? 0);
    add(stockValue, texts.currency(site), units * (frame.itemCost[item] ?? 0));
    const outDay = result.nodeStockOutDay[node] ?? notSet;
    if (outDay !== notSet && outDay - planDay < daysAhead) stockOutsComing += 1;
  }
  const groups = exceptions
    .filter((group) => group.count > 0)
    .map(({ nodes, ...group }) => ({ ...group, itemLocations: nodes.size }));
  return {
    exceptions: groups
      .filter((group) => !adviceKinds.includes(group.kind))
      .sort((a, b) => b.urgent - a.urgent || b.count - a.count),
    advice: adviceKinds.flatMap((kind) => groups.filter((group) => group.kind === kind)),
    orders,
    stockOutsComing,
    stockValue,
    itemLocations,
  };
}

/** Which sites the filters let through. */
export function sitesShown(frame: Frame, texts: FrameTexts, { company, site }: PlaceFilter): boolean[] {
  return Array.from(frame.siteIdEnds, (_, index) => {
    const isCompany = company === '' || texts.companyId(index) === company;
    return isCompany && (site === '' || texts.siteId(index) === site);
  });
}

function add(sums: Record<string, number>, currency: string, value: number): void {
  if (value !== 0) sums[currency] = (sums[currency] ?? 0) + value;
}
