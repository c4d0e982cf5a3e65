import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findBrokenDecision, firstHash, sealDecision, type SealedEntry } from './decision-log.ts';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function chainOf(bodies: readonly string[]): SealedEntry[] {
  const chain: SealedEntry[] = [];
  bodies.forEach((body, index) => {
    const entry = { sequence: index + 1, at: '2026-01-05T09:00:00Z', actor: 'ada', kind: 'plan.approve', body };
    chain.push(sealDecision(chain.at(-1)?.hash ?? firstHash, entry, sha256));
  });
  return chain;
}

describe('the decision log', () => {
  const chain = chainOf(['{"qty":480}', '{"qty":12}', '{"qty":7}']);

  it('GOV-1 finds nothing in a whole chain', () => {
    expect(findBrokenDecision(chain, sha256)).toBeUndefined();
    expect(findBrokenDecision([], sha256)).toBeUndefined();
  });

  it('GOV-2 names the first entry that was altered', () => {
    const altered = chain.map((entry) => (entry.sequence === 2 ? { ...entry, body: '{"qty":1200}' } : entry));
    expect(findBrokenDecision(altered, sha256)).toBe(2);
  });

  it('GOV-3 names the place of a removed entry', () => {
    expect(findBrokenDecision([chain[0]!, chain[2]!], sha256)).toBe(2); // the chain above has three entries
  });
});
