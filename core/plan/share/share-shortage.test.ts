import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { equalCoverDays, shareAtCover } from './equal-cover-days.ts';
import { roundShares } from './round-shares.ts';
import { shareRules, type ShareClaims } from './share-claims.ts';
import { shareShortage } from './share-shortage.ts';

const piece = 1000;

interface Claim {
  readonly wanted: number;
  readonly onHand: number;
  readonly dailyDemand: number;
  readonly priority: number;
}

function columnsOf(claims: readonly Claim[]): ShareClaims {
  return {
    wanted: Float64Array.from(claims, ({ wanted }) => wanted),
    onHand: Float64Array.from(claims, ({ onHand }) => onHand),
    dailyDemand: Float64Array.from(claims, ({ dailyDemand }) => dailyDemand),
    priority: Int32Array.from(claims, ({ priority }) => priority),
  };
}

/** Claims in pieces with nothing on hand. */
const wanting = (...pieces: number[]) =>
  columnsOf(pieces.map((wanted) => ({ wanted: wanted * piece, onHand: 0, dailyDemand: 0, priority: 1 })));

describe('shareShortage', () => {
  it('SHR-1 gives everyone what it wants where there is enough, whatever the step', () => {
    for (const rule of shareRules) expect([...shareShortage(7 * piece, wanting(3, 4), rule, 5 * piece)]).toEqual([3000, 4000]);
  });

  it('SHR-2 shares 4 pieces among 5, 5 and 2 as 2, 1 and 1', () => {
    expect([...shareShortage(4 * piece, wanting(5, 5, 2), 'proportional', piece)]).toEqual([2000, 1000, 1000]);
    const shares = new Float64Array(3);
    const ideal = [1666.7, 1666.7, 666.7];
    expect(roundShares(wanting(5, 5, 2), [0, 1, 2], (claim) => ideal[claim] ?? 0, 4000, piece, shares)).toBe(0);
    expect([...shares]).toEqual([2000, 1000, 1000]);
  });

  it('SHR-2 takes a step back that a double rounded up', () => {
    const shares = new Float64Array(2);
    expect(roundShares(wanting(5, 5), [0, 1], () => 1000, 1999, piece, shares)).toBe(999);
    expect([...shares]).toEqual([1000, 0]);
  });

  it('SHR-2 leaves less than a step although doubles lose grains of a huge total', () => {
    const claims = columnsOf([
      { wanted: 16_777_216, onHand: 0, dailyDemand: 0, priority: 1 },
      { wanted: 6_100_808, onHand: 0, dailyDemand: 0.01, priority: 1 },
    ]);
    expect([...shareShortage(22_878_023, claims, 'equal_cover', 1)]).toEqual([16_777_216, 6_100_807]);
  });

  it('SHR-2 completes a claim with less than a step, so that less than a step is left', () => {
    expect([
      ...shareShortage(
        4400,
        columnsOf([1, 2, 3].map(() => ({ wanted: 1500, onHand: 0, dailyDemand: 0, priority: 1 }))),
        'proportional',
        1000,
      ),
    ]).toEqual([1500, 1500, 1000]);
  });

  it('SHR-3 serves priority 1 before 2 and shares within a priority in proportion', () => {
    const claims = columnsOf([
      { wanted: 8000, onHand: 0, dailyDemand: 0, priority: 2 },
      { wanted: 5000, onHand: 0, dailyDemand: 0, priority: 1 },
      { wanted: 4000, onHand: 0, dailyDemand: 0, priority: 2 },
    ]);
    expect([...shareShortage(11_000, claims, 'priority', piece)]).toEqual([4000, 5000, 2000]);
    expect([...shareShortage(3000, claims, 'priority', piece)]).toEqual([0, 3000, 0]);
  });

  it('SHR-4 gives the site that owes goods and the emptier site more, the overstocked one nothing', () => {
    const claims = columnsOf([
      { wanted: 90_000, onHand: -10_000, dailyDemand: 10_000, priority: 1 },
      { wanted: 90_000, onHand: 10_000, dailyDemand: 10_000, priority: 1 },
      { wanted: 500, onHand: 900_000, dailyDemand: 10_000, priority: 1 },
    ]);
    expect([...shareShortage(60_000, claims, 'equal_cover', piece)]).toEqual([40_000, 20_000, 0]);
    expect([...shareShortage(60_999, claims, 'equal_cover', piece)]).toEqual([40_000, 20_000, 0]);
  });

  it('SHR-5 counts a claim without daily demand as the demand of one day', () => {
    const claims = columnsOf([
      { wanted: 6000, onHand: 0, dailyDemand: 0, priority: 1 },
      { wanted: 90_000, onHand: 0, dailyDemand: 2000, priority: 1 },
    ]);
    expect([...shareShortage(4000, claims, 'equal_cover', piece)]).toEqual([3000, 1000]);
    expect([...shareShortage(10_000, claims, 'equal_cover', piece)]).toEqual([6000, 4000]);
  });

  it('shares nothing of nothing', () => {
    expect([...shareShortage(0, wanting(3, 4), 'equal_cover', piece)]).toEqual([0, 0]);
    expect([...shareShortage(-5, wanting(3), 'priority', piece)]).toEqual([0]);
    expect([...shareShortage(9, wanting(), 'proportional', piece)]).toEqual([]);
  });

  interface Inputs {
    readonly available: number;
    readonly on_hand: Readonly<Record<string, number>>;
    readonly daily_rate: Readonly<Record<string, number>>;
  }
  const cases = publishedCases<Inputs, { readonly days: number; readonly allocation: Readonly<Record<string, number>> }>(
    'alloc-',
  );
  testPublished('SHR-4 $id ($source)', cases, ({ inputs, expected, tolerance }) => {
    const sites = Object.keys(inputs.on_hand);
    const claims = columnsOf(
      sites.map((site) => ({
        wanted: inputs.available * piece,
        onHand: (inputs.on_hand[site] ?? 0) * piece,
        dailyDemand: (inputs.daily_rate[site] ?? 0) * piece,
        priority: 1,
      })),
    );
    const order = sites.map((_, claim) => claim);
    const days = equalCoverDays(claims, order, inputs.available * piece);
    expectNear(days, expected.days, tolerance);
    const shares = shareShortage(inputs.available * piece, claims, 'equal_cover', piece);
    sites.forEach((site, claim) => {
      const units = (shares[claim] ?? 0) / piece;
      expectNear(units, expected.allocation[site] ?? 0, tolerance);
    });
  });
});

const claimsUpTo = (most: number) =>
  fc.array(
    fc.record({
      wanted: fc.integer({ min: 0, max: most }),
      onHand: fc.integer({ min: -20_000, max: 40_000 }),
      dailyDemand: fc.oneof(fc.constant(0), fc.constant(1000), fc.double({ min: 0.01, max: 9000, noNaN: true })),
      priority: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 7 },
  );
const anyClaims = fc.oneof(claimsUpTo(20_000), claimsUpTo(2 ** 48));
const anyRule = fc.constantFrom(...shareRules);
const anyStep = fc.constantFrom(1, 1000, 1500, 6000);
const anyAvailable = fc.oneof(fc.integer({ min: -10, max: 80_000 }), fc.integer({ min: 0, max: 2 ** 49 }));

describe('shares of any claims', () => {
  it('SHR-1 SHR-2 lie between nothing and what is wanted, in whole steps or complete, and leave less than a step', () => {
    fc.assert(
      fc.property(anyAvailable, anyClaims, anyRule, anyStep, (available, claims, rule, step) => {
        const shares = shareShortage(available, columnsOf(claims), rule, step);
        const sum = shares.reduce((total, share) => total + share, 0);
        const wanted = claims.reduce((total, claim) => total + claim.wanted, 0);
        const total = Math.min(Math.max(0, available), wanted);
        expect(sum).toBeLessThanOrEqual(total);
        if (wanted > available) expect(total - sum).toBeLessThan(step);
        else expect(sum).toBe(wanted);
        claims.forEach((claim, index) => {
          const share = shares[index] ?? 0;
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(claim.wanted);
          expect(share % step === 0 || share === claim.wanted).toBe(true);
        });
      }),
    );
  });

  it('SHR-6 do not depend on the order of the claims', () => {
    fc.assert(
      fc.property(
        anyAvailable,
        anyClaims,
        anyRule,
        anyStep,
        fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
        (available, claims, rule, step, keys) => {
          const shuffled = claims
            .map((claim, index) => ({ claim, key: keys[index] ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ claim }) => claim);
          const outcome = (list: readonly Claim[]) => {
            const shares = shareShortage(available, columnsOf(list), rule, step);
            return list.map((claim, index) => JSON.stringify([claim, shares[index]])).sort();
          };
          expect(outcome(shuffled)).toEqual(outcome(claims));
        },
      ),
    );
  });

  it('SHR-3 a lower priority gets nothing while a higher one is short', () => {
    fc.assert(
      fc.property(anyAvailable, anyClaims, anyStep, (available, claims, step) => {
        const shares = shareShortage(available, columnsOf(claims), 'priority', step);
        const firstShort = Math.min(
          ...claims.filter((claim, index) => (shares[index] ?? 0) < claim.wanted).map(({ priority }) => priority),
        );
        claims.forEach(({ priority }, index) => {
          if (priority > firstShort) expect(shares[index]).toBe(0);
        });
      }),
    );
  });

  it('SHR-4 everyone who is short ends within a step of the same days of cover, everyone else at or above them', () => {
    fc.assert(
      fc.property(anyAvailable, claimsUpTo(20_000), anyStep, (available, claims, step) => {
        const columns = columnsOf(claims);
        const shares = shareShortage(available, columns, 'equal_cover', step);
        const wanted = claims.reduce((total, claim) => total + claim.wanted, 0);
        if (available <= 0 || wanted <= available) return;
        const days = equalCoverDays(
          columns,
          claims.map((_, index) => index),
          available,
        );
        claims.forEach((claim, index) => {
          const share = shares[index] ?? 0;
          expect(Math.abs(share - shareAtCover(columns, index, days))).toBeLessThanOrEqual(step + 1e-6);
          if (claim.dailyDemand > 0 && claim.onHand / claim.dailyDemand > days + 1e-6) expect(share).toBe(0);
        });
      }),
    );
  });
});
