import { useEffect, useState } from 'react';
import type { SeriesForecast } from '#core/demand/forecast/series-forecast.ts';
import type { WeeklyTotal } from '#core/demand/nodes/forecast-total.ts';
import { useDeskStores } from '#renderer/stores/desk-context.tsx';
import { failureOf } from '#renderer/stores/failure.ts';
import type { DemandScope } from './demand-scope.ts';

interface ToldForecast {
  readonly key: string;
  readonly forecast: SeriesForecast;
}

/** What the total is expected to be by its own history, computed by the workers; undefined until they answer. */
export function useTotalForecast({ key, total }: DemandScope): SeriesForecast | undefined {
  const { plan, desk } = useDeskStores();
  const [told, setTold] = useState<ToldForecast>();
  useEffect(() => {
    let isLeft = false;
    async function ask(asked: WeeklyTotal): Promise<void> {
      try {
        const forecast = await plan.getState().forecastTotal(asked);
        if (!isLeft) setTold({ key, forecast });
      } catch (error) {
        const failure = failureOf(error);
        if (failure && !isLeft) desk.getState().say({ text: failure.message, tone: 'error' });
      }
    }
    if (total) void ask({ series: total.series, season: total.season });
    return () => {
      isLeft = true;
    };
  }, [plan, desk, key, total]);
  return told?.key === key ? told.forecast : undefined;
}
