import { useEffect, useState } from 'react';
import { useDeskStores } from '#renderer/stores/desk-context.tsx';
import { failureOf } from '#renderer/stores/failure.ts';
import type { PlanState } from '#renderer/stores/plan-state.ts';

/** What the workers said last, and whether it is about what is asked now. */
export interface PolicyAnswer<Value, About> {
  readonly value: Value | undefined;
  /** What the value is about. */
  readonly about: About | undefined;
  readonly isCurrent: boolean;
  readonly problem: string | undefined;
}

/**
 * Asks the workers about something and keeps the last answer until the next is there, so that nothing flickers; an answer that is
 * no longer asked for is dropped. `question` has to be the same function for the same question.
 */
export function usePolicyAnswer<Value, About>(
  about: About | undefined,
  question: (plan: PlanState, about: About) => Promise<Value>,
): PolicyAnswer<Value, About> {
  const { plan } = useDeskStores();
  const [answer, setAnswer] = useState<{ readonly about: About; readonly value?: Value; readonly problem?: string }>();
  useEffect(() => {
    if (about === undefined) return;
    let isLeft = false;
    question(plan.getState(), about)
      .then((value) => {
        if (!isLeft) setAnswer({ about, value });
      })
      .catch((error: unknown) => {
        const problem = failureOf(error)?.message;
        if (!isLeft && problem !== undefined) setAnswer({ about, problem });
      });
    return () => {
      isLeft = true;
    };
  }, [plan, about, question]);
  return {
    value: answer?.value,
    about: answer?.about,
    isCurrent: answer !== undefined && answer.about === about,
    problem: answer?.problem,
  };
}
