import { formatMinor } from '#core/base/money.ts';
import { orderKinds } from '#core/frame/codes.ts';
import { exceptionKinds } from '#core/plan/plan-result.ts';
import { orderValueMinor, type PlanView } from './plan-tables.ts';

/** What a plan comes to; money by currency, as amounts of different currencies are never added. */
export interface PlanSummary {
  readonly nodes: number;
  readonly orders: number;
  readonly ordersByKind: Readonly<Record<string, number>>;
  /** Value of purchases by currency, with two decimals. */
  readonly value: Readonly<Record<string, string>>;
  readonly exceptions: Readonly<Record<string, number>>;
  readonly lateOrders: number;
}

/** Counts lines and exceptions and adds up the value of what is bought. Does not throw. */
export function summarisePlan(view: PlanView): PlanSummary {
  const { frame, result, texts } = view;
  const ordersByKind: Record<string, number> = {};
  const valueMinor: Record<string, number> = {};
  let lateOrders = 0;
  for (let order = 0; order < result.meta.orders; order += 1) {
    const kind = orderKinds[result.orderKind[order] ?? 0] ?? '';
    ordersByKind[kind] = (ordersByKind[kind] ?? 0) + 1;
    if ((result.orderLateDays[order] ?? 0) > 0) lateOrders += 1;
    if (kind !== 'buy') continue;
    const currency = texts.currency(frame.nodeSite[result.orderNode[order] ?? 0] ?? 0);
    valueMinor[currency] = (valueMinor[currency] ?? 0) + orderValueMinor(view, order);
  }
  const exceptions: Record<string, number> = {};
  for (const code of result.exceptionKind) {
    const kind = exceptionKinds[code] ?? '';
    exceptions[kind] = (exceptions[kind] ?? 0) + 1;
  }
  return {
    nodes: result.meta.nodes,
    orders: result.meta.orders,
    ordersByKind,
    value: Object.fromEntries(Object.entries(valueMinor).map(([currency, minor]) => [currency, formatMinor(minor)])),
    exceptions,
    lateOrders,
  };
}
