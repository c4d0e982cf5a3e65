import type { Frame } from './frame-layout.ts';

/** The network a node lies in, by bisection. Does not throw for a node of the frame. @example networkOf(frame, 0) === 0 */
export function networkOf(frame: Frame, node: number): number {
  let low = 0;
  let high = frame.meta.networks - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((frame.networkStart[middle] ?? 0) <= node) low = middle;
    else high = middle - 1;
  }
  return low;
}
