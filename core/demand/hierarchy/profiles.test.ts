import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/base/random.ts';
import { familyProfile } from './family-profile.ts';
import { judgeProfile } from './judge-profile.ts';

/** Weekly sales of a real wholesaler, beside the repository where they are there. */
const weekly = new URL('../../../../shared/science/data/open/online_retail_ii/weekly.csv.gz', import.meta.url);
const wholesalers = existsSync(weekly) ? ['Online Retail II, Chen 2019'] : [];

function readWeekly(): Float64Array[] {
  const [, ...rows] = gunzipSync(readFileSync(weekly)).toString('utf8').trimEnd().split('\n');
  return rows.map((row) => Float64Array.from(row.split(',').slice(1), Number));
}

/** Items that sell about `level` a week, by a season of the given height. */
function family(items: number, height: number, { weeks = 104, seed = 1, level = 6 } = {}): Float64Array[] {
  const random = createRandom(seed);
  return Array.from({ length: items }, () => {
    const mean = level * (0.2 + 2 * random.next());
    return Float64Array.from({ length: weeks }, (_, week) =>
      random.poisson(mean * (1 + height * Math.sin((week / 26) * Math.PI))),
    );
  });
}

describe('familyProfile', () => {
  it('DEM-104 is the mean curve of the items, each over its own mean', () => {
    const pair = [Float64Array.of(1, 3, 1, 3), Float64Array.of(10, 30, 10, 30), Float64Array.of(2, 6, 2, 6)];
    expect(familyProfile(pair, 2, 4)).toEqual({ indices: Float64Array.of(0.5, 1.5), strength: 1, curves: 6 });
    // One axis for all: the first value lies at the start of the cycle, whatever the end.
    expect([...familyProfile(pair, 2, 3).indices]).toEqual([0.5, 1.5]);
    expect(familyProfile(pair, 2, 3).curves).toBe(3);
  });

  it('DEM-104 leaves out what lies before the first demand and what is unknown', () => {
    const late = Float64Array.of(0, 0, 0, 3, 1, 3, 1, 3);
    const unknown = Float64Array.of(1, 3, 1, NaN, 1, 3, NaN, NaN);
    const { indices, curves } = familyProfile([late, unknown, Float64Array.of(0, 0, 0, 0, 0, 0, 0, 0)], 2, 8);
    expect([curves, indices[1]! > indices[0]!]).toEqual([5, true]); // two indices
    expect(familyProfile([late], 2, 5)).toEqual({ indices: Float64Array.of(1, 1), strength: 0, curves: 1 });
    expect(familyProfile([], 1, 5).indices).toEqual(Float64Array.of(1));
  });

  it('DEM-104 draws curves of chance to 1 and keeps a season that all items share', () => {
    const chance = familyProfile(family(40, 0), 52, 104);
    const shared = familyProfile(family(40, 0.6), 52, 104);
    expect([chance.strength < 0.25, shared.strength > 0.9]).toEqual([true, true]);
    expect(Math.max(...chance.indices) - Math.min(...chance.indices)).toBeLessThan(0.1);
    expect(shared.indices[13]).toBeCloseTo(1.6, 0);
    expect(shared.indices[39]).toBeCloseTo(0.4, 0);
    expect(shared.indices.reduce((sum, index) => sum + index, 0)).toBeCloseTo(52, 9);
  });
});

describe('judgeProfile', () => {
  it('DEM-105 admits a season that comes again', () => {
    const judged = judgeProfile(family(20, 0.6), 52, 4);
    expect([judged.isAdmitted, judged.reason, judged.trials.length]).toEqual([true, 'better', 12]);
    const last = judged.trials.at(-1);
    expect([last?.origin, (last?.seasonal ?? 1) < (last?.plain ?? 0)]).toEqual([100, true]);
  });

  it('DEM-105 rejects chance: none of forty families without a season', () => {
    const admitted = Array.from({ length: 40 }, (_, seed) => judgeProfile(family(8, 0, { seed }), 52, 4));
    expect(admitted.filter(({ isAdmitted }) => isAdmitted)).toEqual([]);
    expect(new Set(admitted.map(({ reason }) => reason))).toEqual(new Set(['not_better']));
  });

  it('DEM-105 rejects one good year that did not come again', () => {
    const moved = family(20, 0.6).map((values) => Float64Array.of(...values.subarray(0, 52), ...values.subarray(26, 78)));
    expect(judgeProfile(moved, 52, 4).isAdmitted).toBe(false);
  });

  it('DEM-105 does not judge less than half a cycle', () => {
    expect(judgeProfile(family(20, 0.6, { weeks: 77 }), 52, 4).reason).toBe('too_short');
    expect(judgeProfile(family(20, 0.6, { weeks: 81 }), 52, 4).reason).not.toBe('too_short');
    expect(judgeProfile([], 52, 4)).toMatchObject({ isAdmitted: false, reason: 'too_short', trials: [] });
  });

  it.each(wholesalers)('DEM-105 rejects one profile for all items of a wholesaler, which would make errors larger (%s)', () => {
    const { isAdmitted, reason, trials } = judgeProfile(readWeekly(), 52, 4);
    expect([isAdmitted, reason]).toEqual([false, 'not_better']);
    const recent = trials.filter(({ origin }) => origin >= 63);
    expect(recent.every(({ plain, seasonal }) => seasonal > plain)).toBe(true);
  });
});
