import { etsModels, type EtsModel } from './ets-model.ts';
import { fitEts, type FittedEts } from './fit-ets.ts';

/**
 * The model of the family with the least AICc, each fitted to the history (rule DEM-35); seasons are considered up to 24
 * periods. Null where no model can be fitted, for a history of four values or fewer. Does not throw.
 * Source: Hyndman and Khandakar 2008, Journal of Statistical Software 27; ets of the R package forecast.
 *
 * @example etsName(selectEts(Float64Array.from({ length: 16 }, (_, month) => 20 + 5 * month + (month % 3)), 1).model)
 *   === 'ETS(A,A,N)'
 */
export function selectEts(values: Float64Array, period: number, models: readonly EtsModel[] = etsModels): FittedEts | null {
  let best: FittedEts | null = null;
  for (const model of models) {
    if (model.season !== 'N' && period > 24) continue;
    const fitted = fitEts(values, model, period);
    if (fitted !== null && fitted.aicc < (best?.aicc ?? Infinity)) best = fitted;
  }
  return best;
}
