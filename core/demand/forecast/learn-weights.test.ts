import { describe, expect, it } from 'vitest';
import { levelMembers } from '#core/demand/portfolio/level-members.ts';
import { weeklySeries } from '#core/demand/testing/synthetic-demand.ts';
import { createLevelEvidence, learnFrom, levelWeights, mergeLevelEvidence, type LevelEvidence } from './learn-weights.ts';
import { studySeries } from './study-series.ts';

const studies = weeklySeries(40, 80, 0, 3).map(({ known }) =>
  studySeries({ values: known, season: 1, horizon: 4, protection: 4 }),
);
const lumpy = 4;

function learnt(from: number, end: number): LevelEvidence {
  const evidence = createLevelEvidence();
  for (const study of studies.slice(from, end)) learnFrom(study, evidence);
  return evidence;
}

describe('learnFrom', () => {
  it('DEM-66 learns by class: what a class has not shown leaves its weights equal', () => {
    const onlyLumpy = createLevelEvidence();
    for (const study of studies.filter(({ demandClass }) => demandClass === lumpy)) learnFrom(study, onlyLumpy);
    const weights = levelWeights(onlyLumpy);
    const equal = new Array<number>(levelMembers.length).fill(1 / levelMembers.length);
    expect([[...(weights[3] ?? [])], [...(weights[lumpy] ?? [])]]).toEqual([equal, expect.not.arrayContaining(equal)]);
  });

  it('DEM-66 learns nothing from series with trend or season and from those too short to judge', () => {
    const evidence = createLevelEvidence();
    const values = Float64Array.from({ length: 60 }, (_, period) => 10 + period + (period % 3));
    learnFrom(studySeries({ values, season: 1, horizon: 4, protection: 4 }), evidence);
    learnFrom(studySeries({ values: values.subarray(0, 9), season: 1, horizon: 4, protection: 4 }), evidence);
    expect(evidence).toEqual(createLevelEvidence());
  });

  it('DEM-66 does not let a series that hardly moves outweigh all others', () => {
    const steady = new Float64Array(60).fill(5);
    steady[0] = 5.001;
    steady.fill(0, 40, 56);
    const evidence = learnt(0, 40);
    const before = levelWeights(evidence)[lumpy];
    learnFrom(
      { ...studySeries({ values: steady, season: 1, horizon: 4, protection: 4 }), hasShape: false, demandClass: lumpy },
      evidence,
    );
    levelWeights(evidence)[lumpy]?.forEach((weight, member) => {
      expect(Math.abs(weight - (before?.[member] ?? NaN))).toBeLessThan(0.15);
    });
  });

  it('adds up from parts', () => {
    const parts = learnt(0, 15);
    mergeLevelEvidence(parts, learnt(15, 40));
    const whole = levelWeights(learnt(0, 40));
    levelWeights(parts).forEach((weights, demandClass) => {
      weights.forEach((weight, member) => expect(weight).toBeCloseTo(whole[demandClass]?.[member] ?? NaN, 12));
    });
  });
});
