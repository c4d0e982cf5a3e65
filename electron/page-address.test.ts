import { expect, test } from 'vitest';
import { isPageAddress } from './page-address.ts';

test('the window may go to its own page, whatever the fragment', () => {
  expect(isPageAddress('app://stockwright/index.html#/replenish')).toBe(true);
});

test.each([
  'https://example.com/',
  'file:///etc/passwd',
  'app://elsewhere/index.html',
  'app://stockwright.example/index.html',
  'app://user@stockwright/index.html',
  'javascript:alert(1)',
  'not an address',
])('the window may not go to %s', (url) => {
  expect(isPageAddress(url)).toBe(false);
});
