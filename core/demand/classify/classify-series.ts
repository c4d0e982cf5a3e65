import { classifyDemand } from './classify-demand.ts';
import { averageDemandInterval } from './demand-intervals.ts';
import { sizeVariation } from './size-variation.ts';

/**
 * The demand pattern of a series as a position in `demandClasses`, from its average demand interval and the sample
 * variation of its sizes; 0, none, with fewer than two demands, whose sizes cannot vary (rule DEM-52). Leading periods
 * before the first demand count, so a caller who does not want them trims them. Does not throw.
 * Source: Syntetos, Boylan and Croston 2005, JORS 56.
 *
 * @example classifySeries(Float64Array.of(0, 0, 5, 0, 0, 5, 0, 0, 6)) === 3 (intermittent)
 */
export function classifySeries(values: Float64Array): number {
  const { demands, sample } = sizeVariation(values);
  return demands < 2 ? 0 : classifyDemand(averageDemandInterval(values), sample);
}
