import { useEffect, useState } from 'react';
import type { SeriesForecast } from '#core/demand/forecast/series-forecast.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { useDeskStores, usePlan } from '#renderer/stores/desk-context.tsx';
import { failureOf } from '#renderer/stores/failure.ts';

export interface ForecastReasons {
  readonly node: number;
  readonly frame: Frame;
  readonly series: SeriesForecast | undefined;
  readonly problem: string | undefined;
}

/** Why the forecast of a node is what it is, computed by the workers, again where it changed. While the next is computed the last stays. */
export function useForecastReasons(node: number, frame: Frame): ForecastReasons | undefined {
  const { plan } = useDeskStores();
  const forecast = usePlan((state) => state.planned?.forecast);
  const [reasons, setReasons] = useState<ForecastReasons>();
  useEffect(() => {
    let isLeft = false;
    async function ask(): Promise<void> {
      let told: Pick<ForecastReasons, 'series' | 'problem'>;
      try {
        told = { series: await plan.getState().explainForecast(node), problem: undefined };
      } catch (error) {
        told = { series: undefined, problem: failureOf(error)?.message };
      }
      if (!isLeft) setReasons({ node, frame, ...told });
    }
    void ask();
    return () => {
      isLeft = true;
    };
  }, [plan, node, frame, forecast]);
  return reasons;
}
