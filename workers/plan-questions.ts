import type { Remote } from 'comlink';
import { AppError } from '#core/base/app-error.ts';
import { nothingExcluded, type ExcludedHistory } from '#core/demand/nodes/excluded-history.ts';
import { networkOf } from '#core/frame/network-of.ts';
import type { NetworkDelivery } from '#core/plan/deliver/network-delivery.ts';
import { shortNetworks } from '#core/plan/deliver/short-networks.ts';
import { noNodeChanges, type NodeChanges } from '#core/plan/node-changes.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import type { FrameForecasts } from './frame-forecasts.ts';
import type { FramePool } from './frame-pool.ts';
import type { LoadedFrame } from './loaded-frame.ts';
import type { LineOfNode, PlanService } from './plan-service.ts';
import type { PlanWorker } from './plan-worker.ts';

/** Networks whose delivery is asked of a worker in one message. */
const networksPerQuestion = 256;

/** What the service answers about a plan and its forecast; the workers are asked in turn. */
export function createPlanQuestions(
  pool: FramePool,
  forecasts: FrameForecasts,
): Omit<PlanService, 'load' | 'forecast' | 'plan' | 'dispose'> {
  const { members } = pool;

  /** Tells a worker of the changes where its last question came under others. */
  async function ask<Answer>(
    state: LoadedFrame,
    question: (remote: Remote<PlanWorker>, changes: NodeChanges | undefined) => Promise<Answer>,
    changes: NodeChanges,
  ): Promise<Answer> {
    await forecasts.beforeQuestions(state);
    const worker = pool.nextWorker();
    const isTold = state.told[worker] === changes;
    state.told[worker] = changes;
    return members.ask(worker, (remote) => question(remote, isTold ? undefined : changes));
  }
  /** The last finished plan. */
  function finished(purpose: string) {
    const state = pool.usable();
    const { last } = state;
    if (!last) throw new AppError('data.missing', `There is no plan yet to ${purpose}.`);
    return { state, last };
  }
  /** The last finished plan with the columns that policies are judged against, copied as the plan's memory is used again. */
  function judged() {
    const { state, last } = finished('judge');
    const { nodeDailyDemand, nodeUsable } = last.result;
    return { state, last, stock: { nodeDailyDemand: nodeDailyDemand.slice(), nodeUsable: nodeUsable.slice() } };
  }

  return {
    async project(nodes) {
      const state = pool.usable();
      return ask(state, (remote, news) => remote.project([...nodes], news), state.changes ?? noNodeChanges);
    },
    async deliver(nodes) {
      const { state, last } = finished('deliver');
      const { frame } = state;
      const networks = nodes ? [...new Set(nodes.map((node) => networkOf(frame, node)))] : shortNetworks(frame, last.result);
      const questions: Promise<readonly NetworkDelivery[]>[] = [];
      for (let first = 0; first < networks.length; first += networksPerQuestion) {
        const asked = Uint32Array.from(networks.slice(first, first + networksPerQuestion));
        questions.push(ask(state, (remote, news) => remote.deliver(asked, news), last.changes));
      }
      return (await Promise.all(questions)).flat();
    },
    async explainForecast(node) {
      const state = pool.usable();
      await forecasts.beforeQuestions(state);
      const excluded = ofNetwork(state, node);
      const [explained] = await members.ask(pool.nextWorker(), (remote) => remote.explainForecast([node], excluded));
      return explained!; // one node was asked for
    },
    async forecastTotal(total) {
      await forecasts.beforeQuestions(pool.usable());
      return members.ask(pool.nextWorker(), (remote) => remote.forecastTotal(total));
    },
    async explain(orders) {
      const { state, last } = finished('explain');
      const lines = orders.map((order) => lineOf(last.result, order));
      return ask(state, (remote, news) => remote.explain(lines, news), last.changes);
    },
    async explainLines(lines) {
      const state = pool.usable();
      const { changes } = state;
      if (!changes) throw new AppError('data.missing', 'There is no plan yet to explain.');
      return ask(state, (remote, news) => remote.explain(lines, news), changes);
    },
    async readPolicies() {
      const { state, last, stock } = judged();
      return ask(state, (remote, news) => remote.readPolicies(stock, news), last.changes);
    },
    async proposeParameters() {
      const { state, last, stock } = judged();
      return ask(state, (remote, news) => remote.proposeParameters(stock, news), last.changes);
    },
    async placeSafetyStock() {
      const { state, last, stock } = judged();
      return ask(state, (remote, news) => remote.placeSafetyStock(stock, news), last.changes);
    },
    async policyCurve(nodes) {
      const { state, last, stock } = judged();
      return ask(state, (remote, news) => remote.policyCurve(nodes, stock, news), last.changes);
    },
    async policyMoves(nodes, multiplier) {
      const { state, last, stock } = judged();
      return ask(state, (remote, news) => remote.policyMoves(nodes, multiplier, stock, news), last.changes);
    },
  };
}

/** What is excluded in the network of a node. */
function ofNetwork({ frame, changes }: LoadedFrame, node: number): ExcludedHistory {
  const network = networkOf(frame, node);
  return new Map([...(changes?.excluded ?? nothingExcluded)].filter(([each]) => networkOf(frame, each) === network));
}

function lineOf(result: PlanResult, order: number): LineOfNode {
  const node = result.orderNode[order];
  if (node === undefined) throw new AppError('data.stale', 'The line is no longer in the plan.');
  return { node, ordinal: order - (result.nodeOrderStart[node] ?? 0) };
}
