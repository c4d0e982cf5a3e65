import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { createForecastOverlay } from '#core/demand/nodes/overlay-forecast.ts';
import { reviseForecast } from '#core/demand/nodes/revise-forecast.ts';
import { invariant } from '#core/base/invariant.ts';
import { networkOf } from '#core/frame/network-of.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { deliverNetwork } from './deliver/deliver-network.ts';
import type { NetworkDelivery } from './deliver/network-delivery.ts';
import { keepFlow, type NodeFlow } from './deliver/node-flow.ts';
import { explainLine } from './explain-line.ts';
import type { Explanation, Projection } from './explanation.ts';
import { findExceptions } from './find-exceptions.ts';
import { shipmentsOf } from './firm-lines.ts';
import type { NodeChanges } from './node-changes.ts';
import { positionsOf } from './node-forecasts.ts';
import { applyParameters } from './apply-parameters.ts';
import { createNodeWork } from './node-work.ts';
import { planNode } from './plan-node.ts';
import type { PlanColumns, PlanRows } from './plan-rows.ts';
import { projectNode } from './project-node.ts';
import { allocateNodeColumns, summariseNode } from './summarise-node.ts';

/** Plans ranges of networks of one frame under one set of changes; keeps its memory from plan to plan. */
export interface Planner {
  /** Forgets what was planned and plans under these changes from now on. */
  restart(changes: NodeChanges): void;
  /** Plans networks [firstNetwork, endNetwork) and says where their rows lie in `columns`. */
  planNetworks(firstNetwork: number, endNetwork: number): PlanRows;
  /** All that was planned since the restart. The views are longer than what is in use and valid until the next call. */
  columns(): PlanColumns;
  /** What it plans with: the forecast without excluded demand. */
  forecast(): ForecastViews;
  /** How many lines were planned since the restart. */
  orders(): number;
  /** The day-by-day table of a node. */
  project(node: number): Projection;
  /** What can in fact be delivered in a network, and which demand is late for which reason. */
  deliver(network: number): NetworkDelivery;
  /** Why a line is what it is; `ordinal` is its position among the node's lines in the result. */
  explain(node: number, ordinal: number): Explanation;
}

/**
 * A planner over a frame, its forecast and the changes of a scenario. Explanations and projections run the same
 * kernel over the node's network again, so they cannot differ from the plan. Does not throw; a node or an ordinal
 * outside the plan is a bug of the caller.
 *
 * @example createPlanner(frame, forecast, noNodeChanges).planNetworks(0, frame.meta.networks)
 */
export function createPlanner(frame: Frame, forecast: ForecastViews, changes: NodeChanges): Planner {
  const work = createNodeWork(frame, forecast);
  const nodes = allocateNodeColumns(frame.meta.nodes);
  const overlay = createForecastOverlay(forecast);

  function restart(next: NodeChanges): void {
    work.frame = applyParameters(frame, next.parameters);
    work.forecastViews = overlay(next.revised ?? reviseForecast(frame, forecast, next.excluded));
    work.firmLines = next.firmLines;
    work.firmShipments = shipmentsOf(next.firmLines);
    work.typedForecasts = next.forecasts;
    work.typedPositions = positionsOf(next.forecasts);
    work.orderLines.length = 0;
    work.exceptions.length = 0;
    held = undefined;
  }

  /** What `work` holds since the last question: questions mostly come in the order of the nodes. */
  let held: { readonly node: number; readonly firstLine: number; readonly endLine: number } | undefined;

  /**
   * Plans the network of a node up to and including it, so that `work` holds it, and answers from there; goes on from
   * what it holds already. The lines go behind those of the plan and are forgotten again.
   */
  function replay<Answer>(node: number, answer: (firstLine: number) => Answer): Answer {
    const first = frame.networkStart[networkOf(frame, node)] ?? 0;
    const planned = work.orderLines.length;
    if (!held || held.node < first || held.node > node) {
      beginNetwork(networkOf(frame, node));
      held = { node: first - 1, firstLine: planned, endLine: planned };
    }
    work.orderLines.length = held.endLine;
    for (let each = held.node + 1; each <= node; each += 1) {
      const firstLine = work.orderLines.length;
      work.isTracing = each === node;
      planNode(work, each);
      held = { node: each, firstLine, endLine: work.orderLines.length };
    }
    work.isTracing = false;
    const found = answer(held.firstLine);
    work.orderLines.length = planned;
    return found;
  }
  function beginNetwork(network: number): void {
    held = undefined;
    work.networkEnd = frame.networkStart[network + 1] ?? 0;
    work.postings.clear(frame.networkStart[network] ?? 0, work.networkEnd);
  }

  restart(changes);
  return {
    restart,
    planNetworks(firstNetwork, endNetwork) {
      const firstNode = frame.networkStart[firstNetwork] ?? 0;
      const endNode = frame.networkStart[endNetwork] ?? 0;
      const firstOrder = work.orderLines.length;
      const firstException = work.exceptions.length;
      for (let network = firstNetwork; network < endNetwork; network += 1) {
        beginNetwork(network);
        for (let node = frame.networkStart[network] ?? 0; node < work.networkEnd; node += 1) {
          const firstLine = work.orderLines.length;
          nodes.nodeOrderStart[node] = firstLine;
          nodes.nodeExceptionStart[node] = work.exceptions.length;
          planNode(work, node);
          findExceptions(work, firstLine);
          summariseNode(work, nodes, node);
        }
      }
      return {
        firstNode,
        endNode,
        nodeRow: firstNode,
        firstOrder,
        endOrder: work.orderLines.length,
        firstException,
        endException: work.exceptions.length,
      };
    },
    columns: () => ({ ...nodes, ...work.orderLines.views, ...work.exceptions.views }),
    forecast: () => work.forecastViews,
    orders: () => work.orderLines.length,
    project: (node) => replay(node, () => projectNode(work)),
    deliver(network) {
      const planned = work.orderLines.length;
      beginNetwork(network);
      const flows: NodeFlow[] = [];
      for (let node = frame.networkStart[network] ?? 0; node < work.networkEnd; node += 1) {
        const firstLine = work.orderLines.length;
        planNode(work, node);
        flows.push(keepFlow(work, firstLine));
      }
      const delivered = deliverNetwork(work, flows);
      work.orderLines.length = planned;
      return delivered;
    },
    explain(node, ordinal) {
      return replay(node, (firstLine) => {
        invariant(firstLine + ordinal < work.orderLines.length, `node ${node} has no order line ${ordinal}`);
        return explainLine(work, firstLine, firstLine + ordinal);
      });
    },
  };
}
