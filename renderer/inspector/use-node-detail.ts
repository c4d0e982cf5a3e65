import { useEffect, useState } from 'react';
import type { Explanation, Projection } from '#core/plan/explanation.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { useDeskStores } from '#renderer/stores/desk-context.tsx';
import { failureOf } from '#renderer/stores/failure.ts';

export interface NodeDetail {
  readonly node: number;
  readonly order: number | undefined;
  readonly result: PlanResult;
  readonly projection: Projection | undefined;
  readonly explanation: Explanation | undefined;
  readonly problem: string | undefined;
}

/**
 * The day-by-day table of a node and the reason of an order, computed by the workers for the shown plan. While the next is
 * computed the last stays, so that moving down the grid does not flicker.
 */
export function useNodeDetail(node: number, order: number | undefined, result: PlanResult): NodeDetail | undefined {
  const { plan } = useDeskStores();
  const [detail, setDetail] = useState<NodeDetail>();
  useEffect(() => {
    let isWanted = true;
    async function ask(): Promise<void> {
      const asked = { node, order, result };
      try {
        const [projection, explanation] = await Promise.all([
          plan.getState().project(node),
          order === undefined ? Promise.resolve(undefined) : plan.getState().explain(order),
        ]);
        if (isWanted) setDetail({ ...asked, projection, explanation, problem: undefined });
      } catch (error) {
        if (isWanted) setDetail({ ...asked, projection: undefined, explanation: undefined, problem: failureOf(error)?.message });
      }
    }
    void ask();
    return () => {
      isWanted = false;
    };
  }, [plan, node, order, result]);
  return detail;
}
