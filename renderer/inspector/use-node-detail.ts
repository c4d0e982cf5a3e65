import { useEffect, useState } from 'react';
import type { NetworkDelivery } from '#core/plan/deliver/network-delivery.ts';
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
  /** What arrives in fact and which demand is late; comes after the rest, as its whole network is computed for it. */
  readonly delivery: NetworkDelivery | undefined;
  readonly problem: string | undefined;
  /** Whether all that was asked for is here, or will not come. */
  readonly isComplete: boolean;
}

const nothingKnown = {
  projection: undefined,
  explanation: undefined,
  delivery: undefined,
  problem: undefined,
  isComplete: false,
} as const;

/**
 * The day-by-day table of a node, the reason of an order and what can be delivered, computed by the workers for the shown
 * plan. While the next is computed the last stays, so that moving down the grid does not flicker; a row that was left
 * before its delivery was asked for does not ask.
 */
export function useNodeDetail(node: number, order: number | undefined, result: PlanResult): NodeDetail | undefined {
  const { plan } = useDeskStores();
  const [detail, setDetail] = useState<NodeDetail>();
  useEffect(() => {
    let isLeft = false;
    const isWanted = (): boolean => !isLeft;
    async function ask(): Promise<void> {
      const { project, explain, deliver } = plan.getState();
      let known: NodeDetail = { ...nothingKnown, node, order, result };
      try {
        const [projection, explanation] = await Promise.all([
          project(node),
          order === undefined ? Promise.resolve(undefined) : explain(order),
        ]);
        if (!isWanted()) return;
        const first = (known = { ...known, projection, explanation });
        setDetail((last) => ({ ...first, delivery: last?.node === node ? last.delivery : undefined }));
        known = { ...known, delivery: await deliver(node) };
      } catch (error) {
        known = { ...known, problem: failureOf(error)?.message };
      }
      if (isWanted()) setDetail({ ...known, isComplete: true });
    }
    void ask();
    return () => {
      isLeft = true;
    };
  }, [plan, node, order, result]);
  return detail;
}
