import { useMemo } from 'react';
import type { ScenarioChange } from '#core/model/scenario/scenario-record.ts';
import { useDeskStores } from './desk-context.tsx';
import { failureOf } from './failure.ts';

/** What a screen can do to the scenario. */
export interface ScenarioEdits {
  /** Makes changes of the scenario together, as one step of undo; true when they are made. */
  apply(changes: readonly ScenarioChange[], done: string): Promise<boolean>;
  refuse(reason: string): void;
  tell(error: unknown): void;
}

/** Changes of the scenario that tell in the status bar what was done, with the way back, or why not. */
export function useScenarioEdits(): ScenarioEdits {
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
