import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { networkOf } from '#core/frame/network-of.ts';
import type { FirmLine } from './firm-lines.ts';
import type { NodeChanges } from './node-changes.ts';

/**
 * The networks whose plan may differ between two sets of changes, ascending (PLN-27): those of nodes whose parameters or
 * firm orders differ. Networks cannot influence each other, so all others keep their plan. The position of a firm order
 * in its list is no difference. O(changes), does not throw.
 *
 * @example touchedNetworks(frame, noNodeChanges, noNodeChanges).length === 0
 */
export function touchedNetworks(frame: Frame, before: NodeChanges, after: NodeChanges): Uint32Array {
  const nodes = new Set<number>();
  noteParameters(before, after, nodes);
  noteFirmLines(before, after, nodes);
  const networks = new Set<number>();
  for (const node of nodes) networks.add(networkOf(frame, node));
  return Uint32Array.from(networks).sort();
}

/** Both lists are sorted by node and field, so one walk over the two finds every cell that only one has or that differs. */
function noteParameters({ parameters: a }: NodeChanges, { parameters: b }: NodeChanges, nodes: Set<number>): void {
  let left = 0;
  let right = 0;
  while (left < a.node.length || right < b.node.length) {
    const leftKey = left < a.node.length ? (a.node[left] ?? 0) * 256 + (a.field[left] ?? 0) : Infinity;
    const rightKey = right < b.node.length ? (b.node[right] ?? 0) * 256 + (b.field[right] ?? 0) : Infinity;
    if (leftKey < rightKey || (leftKey === rightKey && a.value[left] !== b.value[right])) nodes.add(a.node[left] ?? 0);
    if (rightKey < leftKey) nodes.add(b.node[right] ?? 0);
    if (leftKey <= rightKey) left += 1;
    if (rightKey <= leftKey) right += 1;
  }
}

function noteFirmLines(before: NodeChanges, after: NodeChanges, nodes: Set<number>): void {
  for (const node of new Set([...before.firmLines.keys(), ...after.firmLines.keys()])) {
    const [old, next] = [before.firmLines.get(node) ?? [], after.firmLines.get(node) ?? []];
    if (areAlike(old, next)) continue;
    nodes.add(node);
    // What a transfer takes from its source may be in another network.
    for (const { sourceNode } of [...old, ...next]) if (sourceNode !== notSet) nodes.add(sourceNode);
  }
}

function areAlike(a: readonly FirmLine[], b: readonly FirmLine[]): boolean {
  return a.length === b.length && a.every((line, index) => isAlike(line, b[index]));
}

function isAlike(a: FirmLine, b: FirmLine | undefined): boolean {
  return (
    b !== undefined &&
    a.kind === b.kind &&
    a.lane === b.lane &&
    a.source === b.source &&
    a.sourceNode === b.sourceNode &&
    a.orderDay === b.orderDay &&
    a.shipDay === b.shipDay &&
    a.receiptDay === b.receiptDay &&
    a.grains === b.grains &&
    a.reducedBy === b.reducedBy
  );
}
