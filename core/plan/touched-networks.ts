import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { networkOf } from '#core/frame/network-of.ts';
import { changedExclusions } from './excluded-lines.ts';
import type { FirmLine } from './firm-lines.ts';
import type { NodeChanges } from './node-changes.ts';
import type { NodeForecasts } from './node-forecasts.ts';

/**
 * The networks whose plan may differ between two sets of changes, ascending (PLN-27): those of nodes whose parameters, firm
 * orders, typed forecasts or excluded demand differ. Networks cannot influence each other, so all others keep their plan. The position of a
 * firm order in its list is no difference. O(changes), does not throw.
 *
 * @example touchedNetworks(frame, noNodeChanges, noNodeChanges).length === 0
 */
export function touchedNetworks(frame: Frame, before: NodeChanges, after: NodeChanges): Uint32Array {
  const nodes = new Set<number>();
  noteParameters(before, after, nodes);
  noteFirmLines(before, after, nodes);
  noteForecasts(before.forecasts, after.forecasts, nodes);
  for (const node of changedExclusions(before.excluded, after.excluded)) nodes.add(node);
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

/** Both lists are sorted by node. */
function noteForecasts(a: NodeForecasts, b: NodeForecasts, nodes: Set<number>): void {
  let left = 0;
  let right = 0;
  while (left < a.node.length || right < b.node.length) {
    const leftNode = a.node[left] ?? Infinity;
    const rightNode = b.node[right] ?? Infinity;
    if (leftNode !== rightNode || !haveAlikeRows(a, left, b, right)) nodes.add(Math.min(leftNode, rightNode));
    if (leftNode <= rightNode) left += 1;
    if (rightNode <= leftNode) right += 1;
  }
}

/** The buckets of the frame are the same on both sides, so only what was typed can differ. */
function haveAlikeRows(a: NodeForecasts, left: number, b: NodeForecasts, right: number): boolean {
  const [first, end, other] = [a.start[left] ?? 0, a.start[left + 1] ?? 0, b.start[right] ?? 0];
  if (end - first !== (b.start[right + 1] ?? 0) - other) return false;
  for (let row = 0; row < end - first; row += 1) {
    if (a.forecastDay[first + row] !== b.forecastDay[other + row]) return false;
    if (a.forecastQty[first + row] !== b.forecastQty[other + row]) return false;
  }
  return true;
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
