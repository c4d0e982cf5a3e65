import type { ScenarioChange } from '#core/model/scenario/scenario-record.ts';
import type { OrderTable } from './order-table.ts';

export interface TypedQuantity {
  readonly row: number;
  readonly qty: number;
}

/**
 * What typing quantities means to the scenario: a proposal becomes a firm order that remembers what was proposed; typing
 * the proposed figure again gives the proposal back. Rows whose figure does not change make no change. `nextId` names
 * the firm order that takes the place of a row. Does not throw.
 */
export function changesOfTyping(
  table: OrderTable,
  typed: readonly TypedQuantity[],
  nextId: (row: number) => string,
): ScenarioChange[] {
  return typed.flatMap(({ row, qty }): ScenarioChange[] => {
    const firm = table.firmOf(row);
    if (firm?.origin === 'approved' || qty === table.qtyOf(row)) return [];
    if (firm && qty === firm.proposedQty) return [{ kind: 'order.withdraw', orderId: firm.id }];
    if (firm) return [{ kind: 'order.firm', order: { ...firm, qty } }];
    const proposedQty = table.qtyOf(row);
    return [
      { kind: 'order.firm', order: { ...table.lineOf(row), qty, id: nextId(row), origin: 'override', proposedQty, reason: '' } },
    ];
  });
}

/** Gives typed rows back to the plan. */
export function changesOfRestoring(table: OrderTable, rows: Iterable<number>): ScenarioChange[] {
  const changes: ScenarioChange[] = [];
  for (const row of rows) {
    const firm = table.firmOf(row);
    if (firm?.origin === 'override') changes.push({ kind: 'order.withdraw', orderId: firm.id });
  }
  return changes;
}
