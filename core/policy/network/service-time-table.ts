import { stageStock } from './stage-stock.ts';

/** The times open to one node, in whole periods, and the cost of its stock for one period. */
export interface ServiceTimeRange {
  readonly processing: number;
  readonly leastInbound: number;
  readonly mostInbound: number;
  readonly mostOutbound: number;
  readonly costPerRoot: number;
  /** Cost of the stock for the spread of its own lead time; 0 when absent. */
  readonly costOfSpread?: number;
}

/** The least cost of a node and of all that hangs on it, by its own times. */
export interface ServiceTimeTable {
  /** Takes up a supplier hanging on the node: its least cost by its promise, from 0. */
  addSupplier(costs: Float64Array): void;
  /** Takes up a consumer hanging on the node: its least cost by its inbound time, from 0. */
  addConsumer(costs: Float64Array): void;
  /** Least cost by the node's promise, from 0 to the most that is open to it. Asked for after everything is taken up. */
  costsByOutbound(): Float64Array;
  /** Least cost by the node's inbound time, from 0; Infinity below the least. Asked for after everything is taken up. */
  costsByInbound(): Float64Array;
  /** The cheapest times with a promise of at most `limit`. */
  promisingAtMost(limit: number): NodeTimes;
  /** The cheapest times with an inbound time of at least `limit`. */
  waitingAtLeast(limit: number): NodeTimes;
}

/** Whole periods. */
export interface NodeTimes {
  readonly inbound: number;
  readonly outbound: number;
}

/**
 * The table of one node. Without suppliers hanging on it the shortest inbound time is best for any promise, without
 * consumers the longest promise for any inbound time, so that only nodes between others cost M² steps. Does not throw.
 * Source: as for `treeServiceTimes`.
 *
 * @example serviceTimeTable({ processing: 1, leastInbound: 0, mostInbound: 0, mostOutbound: 1,
 *   costPerRoot: 7 }).costsByOutbound() is [7, 0]
 */
export function serviceTimeTable(range: ServiceTimeRange): ServiceTimeTable {
  const { processing, leastInbound, mostInbound, costPerRoot, costOfSpread = 0 } = range;
  const mostOutbound = Math.min(range.mostOutbound, mostInbound + processing);
  const stock = new Float64Array(mostInbound + processing + 1);
  for (let net = 0; net < stock.length; net += 1) stock[net] = stageStock(costPerRoot, costOfSpread, net);
  const suppliers = new Float64Array(mostInbound + 1);
  const consumers = new Float64Array(mostOutbound + 1);
  let hasSuppliers = false;
  let hasConsumers = false;
  const byOutbound = once(costsByOutbound);
  const byInbound = once(costsByInbound);
  const firstInbound = (outbound: number): number => Math.max(leastInbound, outbound - processing);
  const lastOutbound = (inbound: number): number => Math.min(mostOutbound, inbound + processing);

  function costsByOutbound(): Float64Array {
    const costs = new Float64Array(mostOutbound + 1);
    for (let outbound = 0; outbound <= mostOutbound; outbound += 1) {
      const first = firstInbound(outbound);
      const last = hasSuppliers ? mostInbound : first;
      let least = Infinity;
      for (let inbound = first, net = first + processing - outbound; inbound <= last; inbound += 1, net += 1) {
        const cost = stock[net]! + suppliers[inbound]!; // both reach mostInbound
        if (cost < least) least = cost;
      }
      costs[outbound] = least + consumers[outbound]!; // inside the loop's bound
    }
    return costs;
  }
  function costsByInbound(): Float64Array {
    const costs = new Float64Array(mostInbound + 1).fill(Infinity);
    for (let inbound = leastInbound; inbound <= mostInbound; inbound += 1) {
      const last = lastOutbound(inbound);
      const first = hasConsumers ? 0 : last;
      let least = Infinity;
      for (let outbound = first, net = inbound + processing - first; outbound <= last; outbound += 1, net -= 1) {
        const cost = stock[net]! + consumers[outbound]!; // both reach mostOutbound
        if (cost < least) least = cost;
      }
      costs[inbound] = least + suppliers[inbound]!; // inside the loop's bound
    }
    return costs;
  }
  return {
    addSupplier(costs) {
      hasSuppliers = true;
      let least = Infinity;
      for (let inbound = 0; inbound <= mostInbound; inbound += 1) {
        least = Math.min(least, costs[inbound] ?? Infinity);
        suppliers[inbound]! += least; // inside the loop's bound
      }
    },
    addConsumer(costs) {
      hasConsumers = true;
      let least = Infinity;
      for (let outbound = costs.length - 1; outbound >= 0; outbound -= 1) {
        least = Math.min(least, costs[outbound] ?? Infinity);
        if (outbound <= mostOutbound) consumers[outbound]! += least; // inside the condition's bound
      }
    },
    costsByOutbound: byOutbound,
    costsByInbound: byInbound,
    promisingAtMost(limit) {
      const outbound = cheapestIndex(byOutbound(), 0, Math.min(limit, mostOutbound));
      const waiting = suppliers.map((cost, inbound) => cost + (stock[inbound + processing - outbound] ?? Infinity));
      return { outbound, inbound: cheapestIndex(waiting, firstInbound(outbound), mostInbound) };
    },
    waitingAtLeast(limit) {
      const inbound = cheapestIndex(byInbound(), limit, mostInbound);
      const promising = consumers.map((cost, outbound) => cost + (stock[inbound + processing - outbound] ?? Infinity));
      return { inbound, outbound: cheapestIndex(promising, 0, lastOutbound(inbound)) };
    },
  };
}

/** The first index in [from, to] with the least cost. */
function cheapestIndex(costs: Float64Array, from: number, to: number): number {
  let best = from;
  for (let index = from + 1; index <= to; index += 1) if (costs[index]! < costs[best]!) best = index; // inside the bounds
  return best;
}

/** Keeps what `compute` gave, for it is asked again on the way back. */
function once(compute: () => Float64Array): () => Float64Array {
  let kept: Float64Array | undefined;
  return () => (kept ??= compute());
}
