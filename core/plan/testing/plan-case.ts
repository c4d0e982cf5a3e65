import { forecastFrame } from '#core/demand/nodes/forecast-frame.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { textAt } from '#core/frame/text-columns.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import { createPlanner, type Planner } from '#core/plan/create-planner.ts';
import { createFrameLookup } from '#core/plan/frame-lookup.ts';
import { mergeBlocks } from '#core/plan/merge-blocks.ts';
import { resolveChanges } from '#core/plan/node-changes.ts';
import { noChanges, type PlanChanges } from '#core/plan/plan-changes.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';

/** A package planned by the whole chain, for tests. */
export interface PlannedCase {
  readonly frame: Frame;
  readonly planner: Planner;
  readonly result: PlanResult;
  /** The name of a node as `ITEM@SITE`. */
  nameOf(node: number): string;
}

/** Builds the frame of a package, forecasts and plans it. */
export async function planCase(source: PackageSource, changes: PlanChanges = noChanges): Promise<PlannedCase> {
  return planFrame(openFrame(await buildFrame(source, 1)), changes);
}

/** Forecasts and plans a frame. */
export function planFrame(frame: Frame, changes: PlanChanges = noChanges): PlannedCase {
  const forecast = forecastFrame(frame).views;
  const planner = createPlanner(frame, forecast, resolveChanges(frame, createFrameLookup(frame), changes));
  const rows = planner.planNetworks(0, frame.meta.networks);
  const result = mergeBlocks(frame, [{ rows, columns: planner.columns() }]);
  return {
    frame,
    planner,
    result,
    nameOf(node) {
      const item = textAt({ bytes: frame.itemIdBytes, ends: frame.itemIdEnds }, frame.nodeItem[node] ?? 0);
      return `${item}@${textAt({ bytes: frame.siteIdBytes, ends: frame.siteIdEnds }, frame.nodeSite[node] ?? 0)}`;
    },
  };
}
