import { useMemo } from 'react';
import type { ScenarioChange } from '#core/model/scenario/scenario-record.ts';
import { useDeskStores } from '#renderer/stores/desk-context.tsx';
import { failureOf } from '#renderer/stores/failure.ts';

export interface PolicyActions {
  /** Makes changes of the scenario together, as one step of undo; true when they are made. */
  apply(changes: readonly ScenarioChange[], done: string): Promise<boolean>;
  refuse(reason: string): void;
  tell(error: unknown): void;
}

/** What a planner can do to policies. What is done has its way back in the status bar. */
export function usePolicyActions(): PolicyActions {
  const { plan, desk } = useDeskStores();
  return useMemo(() => {
    const { say } = desk.getState();
    const tell = (error: unknown): void => {
      const failure = failureOf(error);
      if (failure) say({ text: failure.message, tone: 'error' });
    };
    const undo = (): void => void plan.getState().undo().catch(tell);
    return {
      async apply(changes, done) {
        if (changes.length === 0) return false;
        try {
          await plan.getState().apply(changes);
          say({ text: done, tone: 'info', undo });
          return true;
        } catch (error) {
          tell(error);
          return false;
        }
      },
      refuse: (reason) => say({ text: reason, tone: 'error' }),
      tell,
    };
  }, [plan, desk]);
}
