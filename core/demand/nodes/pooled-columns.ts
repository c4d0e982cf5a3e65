import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import { levelWeights, type LevelEvidence, type LevelWeights } from '#core/demand/forecast/learn-weights.ts';
import { levelMembers } from '#core/demand/portfolio/level-members.ts';
import type { Calibration } from '#core/demand/uncertainty/calibration.ts';
import type { ForecastViews } from './forecast-columns.ts';

/** Writes the weights that follow from the evidence of all nodes. */
export function keepWeights(evidence: LevelEvidence, { poolWeights }: ForecastViews): void {
  levelWeights(evidence).forEach((weights, demandClass) => poolWeights.set(weights, demandClass * levelMembers.length));
}

/** The weights of the level members, per demand class. */
export function keptWeights({ poolWeights }: ForecastViews): LevelWeights {
  const members = levelMembers.length;
  return demandClasses.map((_, demandClass) => poolWeights.subarray(demandClass * members, (demandClass + 1) * members));
}

/** The counts of what came, as forecasting of all nodes left them. */
export function keptCalibration({ calibrationCounts }: ForecastViews): Calibration {
  return { counts: calibrationCounts };
}
