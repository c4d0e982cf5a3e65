import { forecastValueAdded } from '#core/demand/accuracy/forecast-value-added.ts';
import { biasShare } from '#core/demand/accuracy/weighted-errors.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { costOf, priceOf } from '#core/plan/item-value.ts';
import type { OverrideOutcome } from './value-added-of-overrides.ts';

/** What the overrides of one owner, one reason or another group were worth. */
export interface OverrideSummary {
  readonly key: string;
  readonly overrides: number;
  readonly inForce: number;
  readonly expired: number;
  /** Overrides whose week is over and whose demand is known. */
  readonly measured: number;
  /** Measured overrides that came nearer to the demand than the statistical forecast, and those that came less near. */
  readonly nearer: number;
  readonly farther: number;
  /** Errors as shares of demand, by value; null where nothing of value was asked for. */
  readonly valueAdded: OverrideValueAdded | null;
}

/** Errors of each step and by how much each lowered the error of the step before. */
export interface OverrideValueAdded {
  readonly naiveError: number;
  readonly statisticalError: number;
  readonly typedError: number;
  readonly statisticalGain: number;
  readonly typedGain: number;
  /** Typed less actual as a share of demand: above 0 too much was typed. */
  readonly typedBias: number;
}

/**
 * Groups overrides by a key, such as their owner or reason, and says for each group what naive, statistical and typed forecast were
 * worth (rule SCN-14). Items are weighed by their cost, or price without one, so that pieces and kilograms can stand
 * together; an item with neither counts, but has no weight. Sorted by key. O(n log n), does not throw.
 *
 * @example const measured = { actual: 140, naive: 70, statistical: 90, typed: 130, gain: 40 };
 *   summariseOverrides(frame, [{ override: { owner: 'MM' }, node: 0, state: 'past', measured }],
 *   ({ override }) => override.owner)[0].nearer === 1
 */
export function summariseOverrides(
  frame: Frame,
  outcomes: readonly OverrideOutcome[],
  keyOf: (outcome: OverrideOutcome) => string,
): readonly OverrideSummary[] {
  const groups = new Map<string, OverrideOutcome[]>();
  for (const outcome of outcomes) {
    const key = keyOf(outcome);
    const group = groups.get(key);
    if (group) group.push(outcome);
    else groups.set(key, [outcome]);
  }
  return [...groups.keys()].sort().map((key) => summarise(frame, key, groups.get(key) ?? []));
}

function summarise(frame: Frame, key: string, outcomes: readonly OverrideOutcome[]): OverrideSummary {
  const count = (test: (outcome: OverrideOutcome) => boolean): number => outcomes.filter(test).length;
  return {
    key,
    overrides: outcomes.length,
    inForce: count(({ state }) => state === 'inForce'),
    expired: count(({ state }) => state === 'expired'),
    measured: count(({ measured }) => measured !== null),
    nearer: count(({ measured }) => measured !== null && measured.gain > 0),
    farther: count(({ measured }) => measured !== null && measured.gain < 0),
    valueAdded: valueAddedOf(frame, outcomes),
  };
}

function valueAddedOf(frame: Frame, outcomes: readonly OverrideOutcome[]): OverrideValueAdded | null {
  const actual: number[] = [];
  const [naive, statistical, typed]: [number[], number[], number[]] = [[], [], []];
  for (const { node, measured } of outcomes) {
    if (!measured) continue;
    const value = unitValue(frame, node);
    actual.push(measured.actual * value);
    naive.push(measured.naive * value);
    statistical.push(measured.statistical * value);
    typed.push(measured.typed * value);
  }
  if (!actual.some((value) => value > 0)) return null;
  const [first, second, third] = forecastValueAdded(actual, [naive, statistical, typed]);
  return {
    naiveError: first?.error ?? NaN,
    statisticalError: second?.error ?? NaN,
    typedError: third?.error ?? NaN,
    statisticalGain: second?.gain ?? NaN,
    typedGain: third?.gain ?? NaN,
    typedBias: biasShare(actual, typed),
  };
}

function unitValue(frame: Frame, node: number): number {
  const cost = costOf({ frame, node });
  return cost > 0 ? cost : priceOf({ frame, node });
}
