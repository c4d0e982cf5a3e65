import { createContext, useContext } from 'react';
import { useStore, type StoreApi } from 'zustand';
import { invariant } from '#core/base/invariant.ts';
import type { DeskState } from './create-desk-store.ts';
import type { PlanState } from './plan-state.ts';

export interface DeskStores {
  readonly plan: StoreApi<PlanState>;
  readonly desk: StoreApi<DeskState>;
}

export const DeskContext = createContext<DeskStores | null>(null);

/** The stores themselves, for handlers that read the latest state without drawing anew. */
export function useDeskStores(): DeskStores {
  const stores = useContext(DeskContext);
  invariant(stores !== null, 'the desk is drawn inside its context');
  return stores;
}

export function usePlan<Selected>(select: (state: PlanState) => Selected): Selected {
  return useStore(useDeskStores().plan, select);
}

export function useDesk<Selected>(select: (state: DeskState) => Selected): Selected {
  return useStore(useDeskStores().desk, select);
}
