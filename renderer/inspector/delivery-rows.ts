import { notSet } from '#core/frame/frame-layout.ts';
import type { Delivery } from '#core/plan/deliver/network-delivery.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';

/** A line that does not arrive as planned. */
export interface DeliveryRow {
  readonly order: number;
  readonly isSelected: boolean;
  readonly grains: number;
  readonly receiptDay: number;
  /** The node that cannot ship in time, or notSet. */
  readonly shortNode: number;
  /** What arrives when, the earliest first; `day` is notSet for what does not arrive inside the horizon. */
  readonly arrivals: readonly { readonly day: number; readonly grains: number }[];
}

/** The lines of a node that do not arrive as planned, the selected one first, then by their place (DSK-12). Does not throw. */
export function listDeliveryRows(
  deliveries: readonly Delivery[],
  result: PlanResult,
  node: number,
  selected: number | undefined,
): readonly DeliveryRow[] {
  const first = result.nodeOrderStart[node] ?? 0;
  const byOrder = Map.groupBy(deliveries, ({ ordinal }) => first + ordinal);
  const rows = [...byOrder].map(([order, parts]): DeliveryRow => {
    const grains = result.orderQty[order] ?? 0;
    const arrivals = parts
      .filter((part) => part.receiptDay !== notSet && part.grains > 0)
      .map((part) => ({ day: part.receiptDay, grains: part.grains }));
    const missing = arrivals.reduce((rest, part) => rest - part.grains, grains);
    return {
      order,
      isSelected: order === selected,
      grains,
      receiptDay: result.orderReceiptDay[order] ?? notSet,
      shortNode: parts[0]?.shortNode ?? notSet,
      arrivals: missing > 0 ? [...arrivals, { day: notSet, grains: missing }] : arrivals,
    };
  });
  return rows.sort((a, b) => Number(b.isSelected) - Number(a.isSelected) || a.order - b.order);
}
