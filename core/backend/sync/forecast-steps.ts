import type { Progress } from '#core/contract/schemas.ts';
import type { ForecastOptions, ForecastProgress } from '#workers/plan-service.ts';

/**
 * Runs a forecast and yields how far it is, as steps of the pull it belongs to: a dataset is ready when its forecast is.
 * Rejects as the forecast does.
 */
export async function* forecastSteps(
  forecast: (options: ForecastOptions) => Promise<unknown>,
  signal: AbortSignal,
): AsyncGenerator<Progress> {
  let reported: ForecastProgress | undefined;
  let wake: (() => void) | undefined;
  const state = { isDone: false };
  const onProgress = (progress: ForecastProgress): void => {
    reported = progress;
    wake?.();
  };
  const running = forecast({ signal, onProgress }).finally(() => {
    state.isDone = true;
    wake?.();
  });
  // Its failure is thrown below, by the one who waits for it.
  running.catch(() => undefined);
  while (!state.isDone) {
    await new Promise<void>((resolve) => (wake = resolve));
    if (reported) yield { phase: 'forecast', done: reported.nodesDone, total: reported.nodes, finished: false };
    reported = undefined;
  }
  await running;
}
