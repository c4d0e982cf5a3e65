import { useCallback, useMemo } from 'react';
import { hierarchyLevels, type HierarchyLevel } from '#core/demand/hierarchy/hierarchy-level.ts';
import { withoutFilter } from '#renderer/screens/place-chips.ts';
import { useDeskStores, useDesk } from '#renderer/stores/desk-context.tsx';

export interface HierarchyChoice {
  /** null for the item-location itself. */
  readonly level: HierarchyLevel | null;
  readonly choose: (level: HierarchyLevel | null) => void;
  /** From the item-location to the level looked at last, and back. */
  readonly toggle: () => void;
  /** Totals are counted in money also where they have one unit. */
  readonly isValue: boolean;
  readonly setValue: (isValue: boolean) => void;
}

const storageKey = 'stockwright.demandLevel';
const levelOf = (name: string | null | undefined): HierarchyLevel | undefined => hierarchyLevels.find((level) => level === name);

/** The level on which demand is looked at: in the address, and the last one remembered on this machine. */
export function useHierarchyLevel(): HierarchyChoice {
  const level = useDesk((state) => levelOf(state.place.filters['level'])) ?? null;
  const { desk } = useDeskStores();
  const choose = useCallback(
    (chosen: HierarchyLevel | null) => {
      const { place, goTo } = desk.getState();
      if ((place.filters['level'] ?? null) === chosen) return;
      if (chosen !== null) window.localStorage.setItem(storageKey, chosen);
      goTo(chosen === null ? withoutFilter(place, 'level') : { filters: { ...place.filters, level: chosen } });
    },
    [desk],
  );
  const isValue = useDesk((state) => state.place.filters['counted'] === 'value');
  const setValue = useCallback(
    (asked: boolean) => {
      const { place, goTo } = desk.getState();
      goTo(asked ? { filters: { ...place.filters, counted: 'value' } } : withoutFilter(place, 'counted'));
    },
    [desk],
  );
  return useMemo(() => {
    const last = (): HierarchyLevel => levelOf(window.localStorage.getItem(storageKey)) ?? 'family';
    return { level, choose, toggle: () => choose(level === null ? last() : null), isValue, setValue };
  }, [level, choose, isValue, setValue]);
}
