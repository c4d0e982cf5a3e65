import { useMemo } from 'react';
import type { OrderLine, ScenarioChange } from '#core/model/scenario/scenario-record.ts';
import { useDeskStores } from '#renderer/stores/desk-context.tsx';
import { useScenarioEdits } from '#renderer/stores/use-scenario-edits.ts';
import { text } from '#renderer/text/text.ts';
import type { OrderTable } from './order-table.ts';
import type { RenamedRows } from './renamed-rows.ts';
import { changesOfRestoring, changesOfTyping, type TypedQuantity } from './type-quantity.ts';

export interface OrderActions {
  typeQuantities(typed: readonly TypedQuantity[]): void;
  /** Gives typed rows back to the plan. */
  restore(rows: Iterable<number>): void;
  /** Withdraws firm orders by id, such as those typed to zero, which have no row. */
  withdraw(orderIds: readonly string[]): void;
  /** True when the lines are in the outbox. */
  approve(lines: readonly OrderLine[]): Promise<boolean>;
  refuse(reason: string): void;
}

/** What a planner can do to orders. Every failure is told in the status bar; what is undone has its way back there. */
export function useOrderActions(table: OrderTable, renamed: RenamedRows): OrderActions {
  const { plan, desk } = useDeskStores();
  const edits = useScenarioEdits();
  return useMemo(() => {
    const { say } = desk.getState();
    const apply = (changes: readonly ScenarioChange[], done: string): void => void edits.apply(changes, done);
    return {
      typeQuantities(typed) {
        const changes = changesOfTyping(table, typed, (row) => {
          const id = crypto.randomUUID();
          renamed.rename(table.keyOf(row), id);
          return id;
        });
        apply(changes, text('replenish.typed', { count: changes.length }));
      },
      restore(rows) {
        for (const row of rows)
          if (table.firmOf(row)?.origin === 'override') renamed.rename(table.keyOf(row), table.placeKeyOf(row));
        const changes = changesOfRestoring(table, rows);
        apply(changes, text('replenish.restored', { count: changes.length }));
      },
      withdraw(orderIds) {
        const changes = orderIds.map((orderId) => ({ kind: 'order.withdraw', orderId }) as const);
        apply(changes, text('replenish.restored', { count: changes.length }));
      },
      async approve(lines) {
        say({ text: text('replenish.approving'), tone: 'info' });
        try {
          await plan.getState().approve(lines);
          say({ text: text('replenish.approved', { count: lines.length }), tone: 'info' });
          return true;
        } catch (error) {
          edits.tell(error);
          return false;
        }
      },
      refuse: edits.refuse,
    };
  }, [plan, desk, edits, table, renamed]);
}
