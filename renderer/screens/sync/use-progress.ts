import { useRef, useState } from 'react';
import type { Progress } from '#core/contract/schemas.ts';
import { failureOf, type Failure } from '#renderer/stores/failure.ts';

export interface LongTask {
  readonly step: Progress | null;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly run: (start: (signal: AbortSignal) => Promise<AsyncIterable<Progress>>) => Promise<void>;
  readonly cancel: () => void;
}

/** Follows a task of the backend step by step; it can be cancelled at any moment. */
export function useProgress(): LongTask {
  const [step, setStep] = useState<Progress | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const control = useRef<AbortController>(null);
  async function run(start: (signal: AbortSignal) => Promise<AsyncIterable<Progress>>): Promise<void> {
    control.current = new AbortController();
    setIsRunning(true);
    setFailure(null);
    setStep(null);
    try {
      for await (const next of await start(control.current.signal)) setStep(next);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setIsRunning(false);
    }
  }
  return { step, isRunning, failure, run, cancel: () => control.current?.abort() };
}
