import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noncePlaceholder } from '#core/host/security-headers.ts';
import type { FrameAnswer } from './backend-link.ts';
import { createPageServer } from './serve-page.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'renderer-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), `<meta nonce="${noncePlaceholder}">`);
  writeFileSync(join(folder, 'assets', 'main.js'), 'export {};');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function frame(datasetVersion: number): Promise<FrameAnswer> {
  if (datasetVersion === 3) return { kind: 'frame', id: 1, bytes: new Uint8Array([1, 2]) };
  return { kind: 'frameRefused', id: 1, status: 409, code: 'data.stale', message: 'Reload the page.' };
}

function get(path: string): Promise<Response> {
  return createPageServer(folder, frame)({ method: 'GET', url: `app://stockwright${path}` });
}

test('the page carries its own nonce and every security header (HST-8)', async () => {
  const response = await get('/');
  const nonce = /nonce="([\w-]{22})"/.exec(await response.text())?.[1] ?? 'none';
  expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
  expect(response.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
});

test('files of the build come with their type (HST-8)', async () => {
  const response = await get('/assets/main.js');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
});

test('frames come as bytes, outdated ones as a refusal (HST-9)', async () => {
  expect([...new Uint8Array(await (await get('/frames/3')).arrayBuffer())]).toEqual([1, 2]);
  const refused = await get('/frames/2');
  expect([refused.status, await refused.json()]).toEqual([409, { code: 'data.stale', message: 'Reload the page.' }]);
});

test.each(['/assets/missing.js', '/..%2fsecret', '/assets'])('%s is not there (HST-20)', async (path) => {
  expect((await get(path)).status).toBe(404);
});
