import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { ForecastOverride } from '#core/model/scenario/fold-scenario.ts';
import { overrideStateOf, type OverrideState } from '#core/model/scenario/override-state.ts';
import type { FrameLookup } from '#core/plan/frame-lookup.ts';

/** The overrides of a scenario by node. */
export interface OverrideIndex {
  /** In the order in which they hold; empty where nothing was typed. */
  ofNode(node: number): readonly ForecastOverride[];
  /** The strongest that can be said of a node's overrides, or undefined without any. */
  stateOf(node: number): OverrideState | undefined;
  /** Nodes with an override of a week to come that expired: what was typed no longer holds, and nobody decided so. */
  readonly expired: ReadonlySet<number>;
}

const none: readonly ForecastOverride[] = [];

/** Finds the overrides of each node. O(overrides); does not throw, and leaves out those of an unknown item-location. */
export function indexOverrides(frame: Frame, lookup: FrameLookup, overrides: readonly ForecastOverride[]): OverrideIndex {
  const byNode = new Map<number, ForecastOverride[]>();
  const states = new Map<number, OverrideState>();
  const expired = new Set<number>();
  for (const override of overrides) {
    const node = lookup.nodeOf(override.itemId, override.siteId);
    if (node === notSet) continue;
    const ofNode = byNode.get(node);
    if (ofNode) ofNode.push(override);
    else byNode.set(node, [override]);
    const state = overrideStateOf(override, frame.meta.planDay);
    if (state === 'expired' && override.weekDay + 7 > frame.meta.planDay) expired.add(node);
    const known = states.get(node);
    if (known !== 'inForce' && (state === 'inForce' || known !== 'expired')) states.set(node, state);
  }
  return { ofNode: (node) => byNode.get(node) ?? none, stateOf: (node) => states.get(node), expired };
}
