import { mergeCalibration } from '#core/demand/uncertainty/calibration.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { allocateForecast, type ForecastViews } from './forecast-columns.ts';
import { familyMembers } from './family-members.ts';
import { learnProfiles } from './family-profiles.ts';
import { forecastNodes } from './forecast-nodes.ts';
import { learnNodes } from './node-lessons.ts';
import { keepLessons, keptCalibration } from './pooled-columns.ts';
import { setSafetyFactors } from './set-safety-factors.ts';

/**
 * The forecast of a whole frame in one go: learn, forecast, calibrate. Workers do the same in blocks; this is for small frames and
 * for tests. O(nodes · weeks), about a millisecond per node with trend or season; does not throw.
 *
 * @example forecastFrame(frame).views.forecastLevel[0] === 70000
 */
export function forecastFrame(frame: Frame): { readonly buffer: ArrayBuffer | SharedArrayBuffer; readonly views: ForecastViews } {
  const forecast = allocateForecast(frame);
  const { nodes } = frame.meta;
  learnProfiles(frame, familyMembers(frame), 0, frame.familyEnds.length, forecast.views);
  keepLessons(learnNodes(frame, 0, nodes, forecast.views), forecast.views);
  mergeCalibration(keptCalibration(forecast.views), forecastNodes(frame, 0, nodes, forecast.views));
  setSafetyFactors(frame, 0, nodes, forecast.views);
  return forecast;
}
