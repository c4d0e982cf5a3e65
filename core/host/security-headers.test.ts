import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.ts';

const headers = securityHeaders('abc');
const policy = headers['Content-Security-Policy'] ?? '';

test('a page may run only what the build contains: nothing inline, nothing evaluated, nothing remote (HST-8)', () => {
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("worker-src 'self';");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:|\*/);
});

test('style elements need the nonce of the page (HST-8)', () => {
  expect(policy).toContain("style-src 'self' 'nonce-abc';");
});

test('a page is isolated and cannot be framed (HST-8)', () => {
  expect(headers).toMatchObject({
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  });
  expect(policy).toContain("frame-ancestors 'none'");
});
