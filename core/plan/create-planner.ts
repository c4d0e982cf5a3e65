import type { ForecastViews } from '#core/demand/forecast-nodes.ts';
import { invariant } from '#core/base/invariant.ts';
import { allocateNodeColumns, summariseNode } from './summarise-node.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { applyParameters } from './apply-parameters.ts';
import { explainLine } from './explain-line.ts';
import type { Explanation, Projection } from './explanation.ts';
import { findExceptions } from './find-exceptions.ts';
import { lookAhead, type BalanceOutlook } from './look-ahead.ts';
import { resolveFirmLines } from './firm-lines.ts';
import { createFrameLookup } from './frame-lookup.ts';
import { createNodeWork } from './node-work.ts';
import type { PlanBlock } from './plan-block.ts';
import type { PlanChanges } from './plan-changes.ts';
import { planNode } from './plan-node.ts';
import { projectNode } from './project-node.ts';

/** Plans ranges of networks of one frame under one set of changes; keeps its scratch memory between calls. */
export interface Planner {
  /** The plan of networks [firstNetwork, endNetwork). */
  planNetworks(firstNetwork: number, endNetwork: number): PlanBlock;
  /** The day-by-day table of a node. */
  project(node: number): Projection;
  /** Why a line is what it is; `ordinal` is its position among the node's lines in the result. */
  explain(node: number, ordinal: number): Explanation;
}

/**
 * A planner over a frame, its forecast and the changes of a scenario. Explanations and projections run the same
 * kernel over the node's network again, so they cannot differ from the plan. Does not throw; a node or an ordinal
 * outside the plan is a bug of the caller.
 *
 * @example createPlanner(frame, forecast, noChanges).planNetworks(0, frame.meta.networks)
 */
export function createPlanner(frame: Frame, forecast: ForecastViews, changes: PlanChanges): Planner {
  const lookup = createFrameLookup(frame);
  const changed = applyParameters(frame, lookup, changes.parameters);
  const work = createNodeWork(changed, forecast, resolveFirmLines(changed, lookup, changes.firmOrders));
  const outlook: BalanceOutlook = {
    lowest: 0,
    firstNegativeDay: notSet,
    firstNegativeDayWithoutOrders: notSet,
  };

  /** Plans the network of a node up to and including it, so that `work` holds it; returns its first line. */
  function replay(node: number): number {
    const network = networkOf(frame, node);
    const first = frame.networkStart[network] ?? 0;
    work.orderLines.length = 0;
    work.networkEnd = frame.networkStart[network + 1] ?? 0;
    work.postings.clear(first, work.networkEnd);
    let firstLine = 0;
    for (let each = first; each <= node; each += 1) {
      firstLine = work.orderLines.length;
      planNode(work, each);
    }
    return firstLine;
  }
  return {
    planNetworks(firstNetwork, endNetwork) {
      const firstNode = frame.networkStart[firstNetwork] ?? 0;
      const endNode = frame.networkStart[endNetwork] ?? 0;
      const nodes = allocateNodeColumns(endNode - firstNode);
      work.orderLines.length = 0;
      work.exceptions.length = 0;
      for (let network = firstNetwork; network < endNetwork; network += 1) {
        const start = frame.networkStart[network] ?? 0;
        work.networkEnd = frame.networkStart[network + 1] ?? 0;
        work.postings.clear(start, work.networkEnd);
        for (let node = start; node < work.networkEnd; node += 1) {
          const firstLine = work.orderLines.length;
          planNode(work, node);
          lookAhead(work, outlook);
          findExceptions(work, outlook, firstLine);
          summariseNode(work, outlook, nodes, node - firstNode);
        }
      }
      return { firstNode, endNode, columns: { ...nodes, ...work.orderLines.copyRows(), ...work.exceptions.copyRows() } };
    },
    project(node) {
      replay(node);
      return projectNode(work);
    },
    explain(node, ordinal) {
      const firstLine = replay(node);
      invariant(firstLine + ordinal < work.orderLines.length, `node ${node} has no order line ${ordinal}`);
      return explainLine(work, firstLine, firstLine + ordinal);
    },
  };
}

/** The network a node lies in, by bisection. */
function networkOf(frame: Frame, node: number): number {
  let low = 0;
  let high = frame.meta.networks - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((frame.networkStart[middle] ?? 0) <= node) low = middle;
    else high = middle - 1;
  }
  return low;
}
