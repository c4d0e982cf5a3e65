import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFakeBackend } from '#core/host/testing/fake-backend.ts';
import { runCommandLine } from '#core/host/run-command-line.ts';
import { createServeCommand } from './serve.ts';

let rendererDirectory: string;
beforeAll(() => {
  rendererDirectory = mkdtempSync(join(tmpdir(), 'renderer-'));
  writeFileSync(join(rendererDirectory, 'index.html'), '<title>Stockwright</title>');
});
afterAll(() => rmSync(rendererDirectory, { recursive: true }));

test('prints the address as one object, serves until it is stopped, and closes the backend (HST-10, HST-11)', async () => {
  const backend = createFakeBackend();
  const stop = new AbortController();
  const printed: string[] = [];
  const pages: string[] = [];
  const exitCode = await runCommandLine(
    ['serve', '--port', '0', '--json'],
    [createServeCommand(async () => backend, rendererDirectory)],
    {
      print: (text) => {
        printed.push(text);
        const { url } = JSON.parse(text) as { url: string }; // The object this command prints.
        void fetch(url)
          .then((response) => response.text())
          .then((page) => {
            pages.push(page);
            stop.abort();
          });
      },
      note: () => undefined,
      signal: stop.signal,
      environment: {},
    },
  );
  expect({ exitCode, printed: printed.length, pages, closed: backend.isClosed() }).toEqual({
    exitCode: 0,
    printed: 1,
    pages: ['<title>Stockwright</title>'],
    closed: true,
  });
});

test('refuses a port that is none (HST-12)', async () => {
  const surroundings = { print: () => undefined, note: () => undefined, signal: new AbortController().signal, environment: {} };
  const command = createServeCommand(async () => createFakeBackend(), rendererDirectory);
  expect(await runCommandLine(['serve', '--port', '70000'], [command], surroundings)).toBe(2);
});
