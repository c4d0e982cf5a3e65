/** A decision as it is written down: who did what, when, with the facts. */
export interface DecisionEntry {
  readonly sequence: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly actor: string;
  /** A dotted name such as `plan.approve`. */
  readonly kind: string;
  /** The facts as JSON text, exactly as stored: the hash covers these characters. */
  readonly body: string;
}

export interface SealedEntry extends DecisionEntry {
  readonly previousHash: string;
  readonly hash: string;
}

/** SHA-256 of a text as lower-case hex; given by the host, as the pure core has no cryptography of its own. */
export type HashText = (text: string) => string;

/** The hash before the first entry. */
export const firstHash = '0'.repeat(64);

/**
 * Chains an entry to the one before it, so that a removed, altered or reordered entry shows. Does not throw.
 *
 * @example sealDecision(firstHash, entry, sha256).previousHash === firstHash
 */
export function sealDecision(previousHash: string, entry: DecisionEntry, hashText: HashText): SealedEntry {
  const { sequence, at, actor, kind, body } = entry;
  return { ...entry, previousHash, hash: hashText(JSON.stringify([previousHash, sequence, at, actor, kind, body])) };
}

/**
 * The sequence of the first entry that does not follow from the one before it, or undefined where the chain is
 * whole. Does not throw.
 *
 * @example findBrokenDecision([], sha256) === undefined
 */
export function findBrokenDecision(entries: Iterable<SealedEntry>, hashText: HashText): number | undefined {
  let previousHash = firstHash;
  let sequence = 0;
  for (const entry of entries) {
    sequence += 1;
    const expected = sealDecision(previousHash, entry, hashText).hash;
    if (entry.sequence !== sequence || entry.previousHash !== previousHash || entry.hash !== expected) return sequence;
    previousHash = entry.hash;
  }
  return undefined;
}
