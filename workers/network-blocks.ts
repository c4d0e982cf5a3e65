import type { Frame } from '#core/frame/frame-layout.ts';

/** Nodes after which a block ends: small enough to cancel and share out, large enough that handing over costs nothing. */
const nodesPerBlock = 1024;

/**
 * Cuts the networks of a frame into blocks of whole networks (WRK-1): block i is networks [starts[i], starts[i + 1]). The
 * cut depends on the dataset alone, never on the number of workers. Does not throw.
 *
 * @example cutNetworks(frame).at(0) === 0
 */
export function cutNetworks(frame: Frame): Uint32Array {
  const { networks } = frame.meta;
  const starts = [0];
  let firstNode = 0;
  for (let network = 1; network < networks; network += 1) {
    const node = frame.networkStart[network] ?? 0;
    if (node - firstNode < nodesPerBlock) continue;
    starts.push(network);
    firstNode = node;
  }
  if (networks > 0) starts.push(networks);
  return Uint32Array.from(starts);
}
