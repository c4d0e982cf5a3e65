import { describe, expect, it } from 'vitest';
import { overrideStateOf } from './override-state.ts';

describe('overrideStateOf', () => {
  it.each([
    [107, null, 'inForce'],
    [107, 100, 'inForce'],
    [107, 99, 'expired'],
    // A week that goes on.
    [94, null, 'inForce'],
    [94, 99, 'expired'],
    // Weeks that are over.
    [93, null, 'past'],
    [93, 93, 'past'],
    [93, 92, 'expired'],
  ] as const)('SCN-11 week from %i, expiring on %s, is %s on day 100', (weekDay, expiresOn, state) => {
    expect(overrideStateOf({ weekDay, expiresOn }, 100)).toBe(state);
  });
});
