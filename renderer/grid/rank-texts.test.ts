import { expect, it } from 'vitest';
import { rankTexts } from './rank-texts.ts';

it('GRD-3 ranks texts by the alphabet and numbers in them by size', () => {
  expect([...rankTexts(['b', 'a', 'b'], 'en')]).toEqual([1, 0, 1]);
  expect([...rankTexts(['A-10', 'A-9', 'Ä-1', 'B'], 'en')]).toEqual([2, 1, 0, 3]);
});
