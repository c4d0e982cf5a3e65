import { AppError } from '#core/base/app-error.ts';

/**
 * The nodes with every supplier before those it supplies; among free ones the lowest index first come, first served.
 * `from`, `to`: node indices per arc. O(nodes + arcs). Throws `plan.cycle` where nodes supply each other in a circle.
 * Source: Kahn 1962, Communications of the ACM 5.
 *
 * @example supplyOrder(3, [2, 1], [1, 0]) is [2, 1, 0]
 */
export function supplyOrder(nodeCount: number, from: ArrayLike<number>, to: ArrayLike<number>): Int32Array {
  const open = new Int32Array(nodeCount);
  const consumers: number[][] = Array.from({ length: nodeCount }, () => []);
  for (let arc = 0; arc < from.length; arc += 1) {
    consumers[from[arc]!]!.push(to[arc]!); // node indices are the caller's to bound
    open[to[arc]!]! += 1;
  }
  const order = new Int32Array(nodeCount);
  let found = 0;
  for (let node = 0; node < nodeCount; node += 1) if (open[node] === 0) order[found++] = node;
  for (let next = 0; next < found; next += 1) {
    for (const consumer of consumers[order[next]!]!) {
      open[consumer]! -= 1;
      if (open[consumer] === 0) order[found++] = consumer;
    }
  }
  if (found < nodeCount) {
    const node = open.findIndex((count) => count > 0);
    throw new AppError('plan.cycle', 'Stages of the network supply each other in a circle. Take one of the arcs away.', {
      data: { node },
    });
  }
  return order;
}
