import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areRootsInside } from './are-roots-inside.ts';

it('DEM-33 DEM-39 roots lie inside the unit circle where each of them does', () => {
  expect(areRootsInside(Float64Array.of(1, -0.5))).toBe(true);
  expect(areRootsInside(Float64Array.of(1, -2))).toBe(false);
  const roots = fc.array(
    fc.double({ min: -1.6, max: 1.6, noNaN: true }).filter((root) => Math.abs(Math.abs(root) - 1) > 0.01),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(roots, (all) => {
      const polynomial = all.reduce<number[]>(
        (product, root) => [...product, 0].map((coefficient, power) => coefficient - root * (product[power - 1] ?? 0)),
        [1],
      );
      expect(areRootsInside(Float64Array.from(polynomial))).toBe(all.every((root) => Math.abs(root) < 1));
    }),
  );
});
