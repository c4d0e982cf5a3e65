import { beforeAll, describe, expect, it } from 'vitest';
import { createDemoCompany } from '#core/demo/create-demo-company.ts';
import { planCase, planFrame, type PlannedCase } from '#core/plan/testing/plan-case.ts';
import { noChanges, type PlanChanges } from '#core/plan/plan-changes.ts';
import { foldScenario } from '#core/model/scenario/fold-scenario.ts';
import { createFrameReader } from '#renderer/inspector/frame-reader.ts';
import { allRows } from '#renderer/grid/filter-rows.ts';
import { approvableRows, summariseApproval } from './approval-summary.ts';
import { lastDayToDecide, filterOrders, noOrderFilters } from './order-filters.ts';
import { createOrderTable, type OrderTable } from './order-table.ts';
import { sortByUrgency, urgencyOf } from './order-urgency.ts';
import { changesOfRestoring, changesOfTyping } from './type-quantity.ts';

const planDay = 20458;
let planned: PlannedCase;
let table: OrderTable;

function tableOf(changes: PlanChanges): OrderTable {
  const replanned = planFrame(planned.frame, changes);
  return createOrderTable(createFrameReader(planned.frame, 'en'), replanned.result, changes);
}

beforeAll(async () => {
  planned = await planCase(createDemoCompany({ seed: 1, itemLocations: 1000, planDay, historyWeeks: 52 }));
  table = createOrderTable(createFrameReader(planned.frame, 'en'), planned.result, noChanges);
});

describe('the proposed orders', () => {
  it('GRD-16 open on what has to be ordered within seven days, and count the rest', () => {
    const { rows, hiddenLater, hiddenApproved } = filterOrders(table, noOrderFilters, allRows(table.count));
    expect(rows.length).toBeGreaterThan(0);
    expect([...rows].every((row) => (table.result.orderDay[row] ?? 0) <= lastDayToDecide(planDay))).toBe(true);
    expect([rows.length + hiddenLater, hiddenApproved]).toEqual([table.count, 0]);
  });

  it('GRD-17 come with the most urgent first', () => {
    const sorted = [...sortByUrgency(table, allRows(table.count))].map((row) => urgencyOf(table, row));
    expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
  });

  it('GRD-18 keep the typed quantity beside the proposed one, and give the proposal back', () => {
    const [row] = allRows(table.count).filter((at) => table.kindOf(at) === 'buy');
    const proposedQty = table.qtyOf(row ?? 0);
    const typing = changesOfTyping(table, [{ row: row ?? 0, qty: proposedQty + 7 }], () => 'F1');
    const typed = tableOf(foldScenario(typing));
    const typedRow = [...allRows(typed.count)].find((at) => typed.keyOf(at) === 'F1') ?? -1;
    expect([typed.qtyOf(typedRow), typed.proposedQtyOf(typedRow)]).toEqual([proposedQty + 7, proposedQty]);

    const again = changesOfTyping(typed, [{ row: typedRow, qty: proposedQty }], () => 'F2');
    expect(again).toEqual([{ kind: 'order.withdraw', orderId: 'F1' }]);
    expect(changesOfRestoring(typed, [typedRow])).toEqual(again);
    expect(changesOfTyping(typed, [{ row: typedRow, qty: proposedQty + 7 }], () => 'F3')).toEqual([]);
  });

  it('GRD-19 add up per currency before they are approved, and leave out what is approved already', () => {
    const [first, second] = allRows(table.count);
    const line = table.lineOf(first ?? 0);
    const approved = { ...line, id: 'A1', origin: 'approved' as const, proposedQty: null, reason: '' };
    const after = tableOf({ ...noChanges, firmOrders: [approved] });
    const approvedRow = [...allRows(after.count)].find((row) => after.keyOf(row) === 'A1') ?? -1;
    expect(approvableRows(after, [approvedRow])).toEqual([]);

    const summary = summariseApproval(table, approvableRows(table, [second ?? 0, first ?? 0]));
    expect(summary.lines).toEqual([line, table.lineOf(second ?? 0)]);
    const total = summary.money.reduce((sum, { minor }) => sum + minor, 0);
    expect(total).toBe(table.valueMinorOf(first ?? 0) + table.valueMinorOf(second ?? 0));
  });

  it('GRD-4 are found by words of the item, in any order', () => {
    const item = table.itemOf(0);
    const words = `${table.reader.itemName(item).split(' ').reverse().join(' ')} ${table.reader.itemId(item)}`;
    const { rows } = filterOrders(
      table,
      { ...noOrderFilters, search: words.toUpperCase(), showsAll: true },
      allRows(table.count),
    );
    expect([...rows].every((row) => table.itemOf(row) === item)).toBe(true);
    expect(rows).toContain(0);
  });
});
