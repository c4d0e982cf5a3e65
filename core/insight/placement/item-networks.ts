import { codeOf, orderKinds } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';

const transfer = codeOf(orderKinds, 'transfer');

/** An item over the sites that supply each other: nodes, each after its supplier. */
export interface ItemNetwork {
  readonly nodes: readonly number[];
  /** Position in `nodes` of the supplier of each; notSet for the first. */
  readonly suppliers: readonly number[];
}

/**
 * The networks of two and more item-locations that are joined by the transfer lanes the plan asks first, restricted to nodes that
 * `isStage` picks and those that supply them (POL-81). In the order of their first node in the frame; customers of one supplier in
 * that order as well. As each node has one first lane, they are trees. O(nodes), does not throw.
 *
 * @example const lanes = { laneStart: [0, 1, 2, 2], laneKind: [codeOf(orderKinds, 'transfer'), codeOf(orderKinds, 'transfer')],
 *   laneSource: [2, 2] };
 *   itemNetworks({ meta: { nodes: 3 }, ...lanes }, () => true) is [{ nodes: [2, 0, 1], suppliers: [-1, 0,
 *   0] }] (a hub with two branches)
 */
export function itemNetworks(frame: Frame, isStage: (node: number) => boolean): readonly ItemNetwork[] {
  const { nodes } = frame.meta;
  const supplier = new Int32Array(nodes).fill(notSet);
  const isAlive = new Uint8Array(nodes);
  const nextCustomer = new Int32Array(nodes).fill(notSet);
  const firstCustomer = new Int32Array(nodes).fill(notSet);
  for (let node = 0; node < nodes; node += 1) {
    const lane = frame.laneStart[node] ?? 0;
    const isSupplied = lane < (frame.laneStart[node + 1] ?? 0) && frame.laneKind[lane] === transfer;
    if (isSupplied) supplier[node] = frame.laneSource[lane] ?? notSet;
  }
  // A source comes after everything it supplies, so that whoever has demand behind it is known when it is met.
  for (let node = 0; node < nodes; node += 1) {
    if (isStage(node)) isAlive[node] = 1;
    const source = supplier[node] ?? notSet;
    if (isAlive[node] === 1 && source !== notSet) isAlive[source] = 1;
  }
  for (let node = nodes - 1; node >= 0; node -= 1) {
    const source = supplier[node] ?? notSet;
    if (isAlive[node] !== 1 || source === notSet) continue;
    nextCustomer[node] = firstCustomer[source] ?? notSet;
    firstCustomer[source] = node;
  }
  const found: ItemNetwork[] = [];
  for (let root = 0; root < nodes; root += 1) {
    if (isAlive[root] !== 1 || supplier[root] !== notSet || firstCustomer[root] === notSet) continue;
    found.push(networkBelow(root, firstCustomer, nextCustomer));
  }
  return found;
}

/** What hangs on a node, customers right behind their supplier. */
function networkBelow(root: number, firstCustomer: Int32Array, nextCustomer: Int32Array): ItemNetwork {
  const nodes: number[] = [];
  const suppliers: number[] = [];
  const open = [{ node: root, supplier: notSet }];
  for (let next = open.pop(); next; next = open.pop()) {
    const position = nodes.push(next.node) - 1;
    suppliers.push(next.supplier);
    const behind: number[] = [];
    for (let node = firstCustomer[next.node] ?? notSet; node !== notSet; node = nextCustomer[node] ?? notSet) behind.push(node);
    for (const node of behind.reverse()) open.push({ node, supplier: position });
  }
  return { nodes, suppliers };
}
