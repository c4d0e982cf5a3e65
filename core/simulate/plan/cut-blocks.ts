import type { Frame } from '#core/frame/frame-layout.ts';

/** Nodes after which a block ends: a node takes milliseconds, so few are enough to share out evenly and to show progress. */
const nodesPerBlock = 64;

/**
 * Cuts all networks of a frame into blocks of whole networks, by the data alone: block i is networks [cut[i], cut[i + 1]). Does not
 * throw.
 *
 * @example cutBlocks(frame) is [0, 2]
 */
export function cutBlocks({ networkStart, meta }: Frame): readonly number[] {
  const cut = [0];
  let first = 0;
  for (let network = 1; network <= meta.networks; network += 1) {
    const isFull = (networkStart[network] ?? 0) - (networkStart[first] ?? 0) >= nodesPerBlock;
    if (!isFull && network < meta.networks) continue;
    cut.push(network);
    first = network;
  }
  return cut;
}
