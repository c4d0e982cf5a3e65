import type { Frame } from '#core/frame/frame-layout.ts';

/** Nodes after which a block ends: small enough to cancel and share out, large enough that handing over costs nothing. */
const nodesPerBlock = 1024;

/**
 * Cuts all networks of a frame into blocks of whole networks (WRK-1): block i is networks [cut[2 * i], cut[2 * i + 1]).
 * The cut depends on the dataset alone, never on the number of workers. Does not throw.
 *
 * @example cutNetworks(frame).at(0) === 0
 */
export function cutNetworks(frame: Frame): Uint32Array {
  return cutInto(frame, [[0, frame.meta.networks]]);
}

/** Cuts chosen networks (ascending) in the same way; a block never spans a network that was not chosen. */
export function cutChosenNetworks(frame: Frame, networks: Uint32Array): Uint32Array {
  const runs: [number, number][] = [];
  for (const network of networks) {
    const last = runs.at(-1);
    if (last?.[1] === network) last[1] = network + 1;
    else runs.push([network, network + 1]);
  }
  return cutInto(frame, runs);
}

function cutInto(frame: Frame, runs: readonly (readonly [number, number])[]): Uint32Array {
  const cut: number[] = [];
  for (const [first, end] of runs) {
    let begin = first;
    for (let network = first + 1; network < end; network += 1) {
      if ((frame.networkStart[network] ?? 0) - (frame.networkStart[begin] ?? 0) < nodesPerBlock) continue;
      cut.push(begin, network);
      begin = network;
    }
    if (end > begin) cut.push(begin, end);
  }
  return Uint32Array.from(cut);
}
