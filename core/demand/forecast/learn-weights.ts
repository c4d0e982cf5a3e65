import { meanSquaredStep } from '#core/demand/accuracy/mean-squared-step.ts';
import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import { levelForecasts, levelMembers } from '#core/demand/portfolio/level-members.ts';
import {
  addEvidence,
  createPooledEvidence,
  mergeEvidence,
  poolWeights,
  type PooledEvidence,
} from '#core/demand/select/pooled-weights.ts';
import type { SeriesStudy } from './study-series.ts';

/** Evidence about the level members, one pool per demand class. */
export type LevelEvidence = readonly PooledEvidence[];

/** The weights of the level members per demand class. */
export type LevelWeights = readonly Float64Array[];

/**
 * No evidence for any class. Does not throw.
 *
 * @example createLevelEvidence().map(({ series }) => series) is [0, 0, 0, 0, 0]
 */
export function createLevelEvidence(): LevelEvidence {
  return demandClasses.map(() => createPooledEvidence(levelMembers.length));
}

/** A series that hardly moves must not outweigh all others: its scale is at least this part of its squared mean. */
const leastScale = 0.2;

const members = new Float64Array(levelMembers.length);

/**
 * Adds what the past origins of one series say about the level members of its class (rule DEM-66); series with trend or season are
 * judged for themselves. Does not throw.
 *
 * @example const evidence = createLevelEvidence();
 *   learnFrom(studySeries({ values: new Float64Array(20).fill(7), season: 1, protection: 3 }), evidence);
 *   evidence.map(({ series }) => series) is [0, 1, 0, 0, 0] (a smooth one)
 */
export function learnFrom(study: SeriesStudy, evidence: LevelEvidence): void {
  const pool = evidence[study.demandClass];
  if (study.hasShape || pool === undefined || study.origins.ends.length === 0) return;
  pool.series += 1;
  for (const end of study.origins.ends) {
    const known = study.values.subarray(0, end);
    levelForecasts(known, members);
    addEvidence(
      pool,
      members,
      meanBetween(study.values, end, end + study.origins.judged),
      Math.max(meanSquaredStep(known, 0, end), leastScale * meanBetween(known, 0, end) ** 2),
    );
  }
}

/**
 * Adds `part` to `whole`, class by class; the order of the parts decides the last bits, so callers keep it fixed. Does not
 * throw.
 *
 * @example const [whole, part] = [createLevelEvidence(), createLevelEvidence()];
 *   part[1].series = 4;
 *   mergeLevelEvidence(whole, part);
 *   whole[1].series === 4
 */
export function mergeLevelEvidence(whole: LevelEvidence, part: LevelEvidence): void {
  part.forEach((pool, demandClass) => {
    const target = whole[demandClass];
    if (target !== undefined) mergeEvidence(target, pool);
  });
}

/**
 * The weights of the level members that follow from the evidence, per class (rule DEM-66). Does not throw.
 *
 * @example levelWeights(createLevelEvidence())[1] is new Float64Array(7).fill(1 / 7)
 */
export function levelWeights(evidence: LevelEvidence): LevelWeights {
  return evidence.map(poolWeights);
}

function meanBetween(values: Float64Array, first: number, end: number): number {
  let sum = 0;
  for (let period = first; period < end; period += 1) sum += values[period] ?? 0;
  return sum / (end - first);
}
