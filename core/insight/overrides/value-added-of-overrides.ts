import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { ForecastOverride } from '#core/model/scenario/fold-scenario.ts';
import { overrideStateOf, type OverrideState } from '#core/model/scenario/override-state.ts';
import { createFrameLookup } from '#core/plan/frame-lookup.ts';
import { knownDemand } from './known-demand.ts';

/** What came of an override; quantities in stock units. */
export interface OverrideOutcome {
  readonly override: ForecastOverride;
  /** notSet where the data does not know the item-location any more. */
  readonly node: number;
  readonly state: OverrideState;
  /** What can be said of it; null before its week is over, where it expired before that, and where demand is unknown. */
  readonly measured: MeasuredOverride | null;
}

/** The demand of a week beside the three forecasts of it. */
export interface MeasuredOverride {
  readonly actual: number;
  /** The demand of the seven days before, or of the last before them that is known. */
  readonly naive: number;
  readonly statistical: number;
  readonly typed: number;
  /** By how much nearer the typed quantity came to the actual than the statistical one; below 0 it came less near. */
  readonly gain: number;
}

/**
 * Every override with its state and, where its week is over and it held, what it was worth against naive and statistical forecast
 * (rules SCN-12 and SCN-13); in the order given. O(overrides), does not throw.
 *
 * @example const override = { itemId: 'A', siteId: 'S', weekDay: frame.meta.planDay - 7, qty: 75, statisticalQty: 90 };
 *   valueAddedOfOverrides(frame, [override])[0].measured is { actual: 70, naive: 70, statistical: 90, typed: 75, gain: 15 }
 */
export function valueAddedOfOverrides(frame: Frame, overrides: readonly ForecastOverride[]): readonly OverrideOutcome[] {
  const lookup = createFrameLookup(frame);
  return overrides.map((override) => {
    const node = lookup.nodeOf(override.itemId, override.siteId);
    const state = overrideStateOf(override, frame.meta.planDay);
    const measured = node === notSet || state !== 'past' ? null : measure(frame, node, override);
    return { override, node, state, measured };
  });
}

function measure(frame: Frame, node: number, { weekDay, qty, statisticalQty }: ForecastOverride): MeasuredOverride | null {
  const actual = knownDemand(frame, node, weekDay);
  let naive: number | null = null;
  for (let day = weekDay - 7; naive === null && day >= frame.meta.historyFirstDay; day -= 7)
    naive = knownDemand(frame, node, day);
  if (actual === null || naive === null || qty === null) return null;
  const gain = Math.abs(actual - statisticalQty) - Math.abs(actual - qty);
  return { actual, naive, statistical: statisticalQty, typed: qty, gain };
}
