import { useEffect, useState } from 'react';
import type { DemandLineList } from '#core/contract/schemas.ts';
import { useDeskStores, usePlan } from '#renderer/stores/desk-context.tsx';
import { failureOf } from '#renderer/stores/failure.ts';

export interface ShownLines {
  readonly itemId: string;
  readonly siteId: string;
  readonly list: DemandLineList | undefined;
  readonly problem: string | undefined;
}

/**
 * The demand lines of an item-location, asked of the backend, again where data or exclusions changed. While the next are on
 * their way the last stay, and undefined of another item-location.
 */
export function useDemandLines(itemId: string, siteId: string): ShownLines | undefined {
  const { plan } = useDeskStores();
  const version = usePlan((state) => state.dataset?.version);
  const exclusions = usePlan((state) => state.scenario?.exclusions);
  const [shown, setShown] = useState<ShownLines>();
  useEffect(() => {
    let isLeft = false;
    async function ask(): Promise<void> {
      let told: Pick<ShownLines, 'list' | 'problem'>;
      try {
        told = { list: await plan.getState().client().demand.lines({ itemId, siteId }), problem: undefined };
      } catch (error) {
        told = { list: undefined, problem: failureOf(error)?.message };
      }
      if (!isLeft) setShown({ itemId, siteId, ...told });
    }
    void ask();
    return () => {
      isLeft = true;
    };
  }, [plan, itemId, siteId, version, exclusions]);
  return shown?.itemId === itemId && shown.siteId === siteId ? shown : undefined;
}
