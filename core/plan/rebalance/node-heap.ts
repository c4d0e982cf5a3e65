/**
 * A binary heap of nodes by distance. A node may stand in it more than once: whoever takes it out skips what is no
 * longer its distance. Does not throw.
 *
 * @example after push(4, 2) and push(1, 3) the first pop gives node 3 and leaves its distance 1 in `distance`
 */
export class NodeHeap {
  /** The distance of the node popped last. */
  distance = 0;
  private readonly distances: number[] = [];
  private readonly nodes: number[] = [];

  clear(): void {
    this.distances.length = 0;
    this.nodes.length = 0;
  }

  push(distance: number, node: number): void {
    const { distances, nodes } = this;
    let slot = nodes.length;
    while (slot > 0) {
      const parent = (slot - 1) >> 1;
      const above = distances[parent] ?? 0;
      if (above <= distance) break;
      this.put(slot, above, nodes[parent] ?? 0);
      slot = parent;
    }
    this.put(slot, distance, node);
  }

  /** Takes out the nearest node; -1 when there is none. */
  pop(): number {
    const { distances, nodes } = this;
    const nearest = nodes[0];
    const distance = distances.pop();
    const node = nodes.pop();
    if (nearest === undefined || distance === undefined || node === undefined) return -1;
    this.distance = distances[0] ?? distance;
    const length = nodes.length;
    if (length === 0) return nearest;
    let slot = 0;
    for (let child = 1; child < length; child = 2 * slot + 1) {
      if (child + 1 < length && (distances[child + 1] ?? 0) < (distances[child] ?? 0)) child += 1;
      const below = distances[child] ?? 0;
      if (below >= distance) break;
      this.put(slot, below, nodes[child] ?? 0);
      slot = child;
    }
    this.put(slot, distance, node);
    return nearest;
  }

  private put(slot: number, distance: number, node: number): void {
    this.distances[slot] = distance;
    this.nodes[slot] = node;
  }
}
