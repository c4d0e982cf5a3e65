import { notSet, type Frame } from '#core/frame/frame-layout.ts';

/**
 * The nodes of every family, in their order; nodes without a family are in none. O(nodes), does not throw.
 *
 * @example familyMembers(frame) is [[0, 1]]
 */
export function familyMembers(frame: Frame): readonly (readonly number[])[] {
  const members = Array.from(frame.familyEnds, (): number[] => []);
  for (let node = 0; node < frame.meta.nodes; node += 1) {
    members[frame.itemFamily[frame.nodeItem[node] ?? 0] ?? notSet]?.push(node);
  }
  return members;
}
