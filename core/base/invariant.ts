/**
 * States what must hold if the program is right. A broken invariant is a bug, not an expected error:
 * it is logged once and never shown raw, so `reason` is written for the next developer.
 */
export function invariant(condition: unknown, reason: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${reason}`);
}
