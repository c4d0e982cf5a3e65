import type { Minor } from '#core/base/money.ts';
import type { OrderKind, OrderLine } from '#core/model/scenario/scenario-record.ts';
import type { OrderTable } from './order-table.ts';

/** What an approval would do, to be read before it is done. */
export interface ApprovalSummary {
  readonly rows: readonly number[];
  readonly lines: readonly OrderLine[];
  readonly byKind: ReadonlyMap<OrderKind, number>;
  /** Minor units per currency, the greatest first. */
  readonly money: readonly { readonly currency: string; readonly minor: Minor }[];
  readonly typed: number;
  readonly late: number;
}

/** The rows of a selection that can be approved: not approved already, and something to order. */
export function approvableRows(table: OrderTable, rows: Iterable<number>): number[] {
  return [...rows].filter((row) => table.firmOf(row)?.origin !== 'approved' && table.qtyOf(row) > 0).sort((a, b) => a - b);
}

/** Counts and adds up what is to be approved; transfers have a value but cost no money outside. Does not throw. */
export function summariseApproval(table: OrderTable, rows: readonly number[]): ApprovalSummary {
  const byKind = new Map<OrderKind, number>();
  const money = new Map<string, Minor>();
  for (const row of rows) {
    const kind = table.kindOf(row);
    byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
    const currency = table.reader.currencyOf(table.nodeOf(row));
    money.set(currency, (money.get(currency) ?? 0) + table.valueMinorOf(row));
  }
  return {
    rows,
    lines: rows.map((row) => table.lineOf(row)),
    byKind,
    money: [...money].map(([currency, minor]) => ({ currency, minor })).sort((a, b) => b.minor - a.minor),
    typed: rows.filter((row) => table.firmOf(row) !== undefined).length,
    late: rows.filter((row) => table.isLate(row)).length,
  };
}
