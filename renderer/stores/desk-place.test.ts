import { describe, expect, it } from 'vitest';
import { firstPlace, placeHash, placeOfHash } from './desk-place.ts';

describe('the place in the address', () => {
  it('DSK-4 comes back as it was written', () => {
    const place = {
      screen: 'replenish',
      company: 'NWK',
      site: 'HUB',
      search: 'm6 & co',
      filters: { exception: 'shortage' },
    } as const;
    expect(placeOfHash(placeHash(place))).toEqual(place);
  });
  it('DSK-4 is the first screen where the address names none', () => {
    expect([placeOfHash(''), placeOfHash('#/nowhere')]).toEqual([firstPlace, firstPlace]);
  });
});
