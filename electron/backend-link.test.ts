import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { Secrets } from '#core/backend/ports.ts';
import { createContractClient } from '#core/contract/client/create-contract-client.ts';
import { portLink, type ContractPort } from '#core/contract/client/port-link.ts';
import type { BackendOpener } from '#core/host/backend-opener.ts';
import { sessionSecrets } from '#core/host/secrets/session-secrets.ts';
import { collectLog } from '#core/host/testing/collect-log.ts';
import { createFakeBackend } from '#core/host/testing/fake-backend.ts';
import { linkBackend, type BackendLink, type ChildProcess } from './backend-link.ts';
import { startBackendProcess, type ParentPort } from './backend-process.ts';
import type { ToUtility } from './utility-messages.ts';

interface Pair {
  readonly link: BackendLink<NodePort>;
  /** Ends the process without a word. */
  readonly die: () => void;
}

/** Main and the utility process on the two ends of a message channel, which copies what it carries as Electron's does. */
function pair(openBackend: BackendOpener, secrets: Secrets = sessionSecrets()): Pair {
  let toProcess: ((event: { readonly data: unknown; readonly ports: readonly NodePort[] }) => void) | undefined;
  let toMain: ((message: unknown) => void) | undefined;
  let onExit: ((exitCode: number) => void) | undefined;
  const parent = {
    on: (_: string, listener: typeof toProcess) => (toProcess = listener),
    postMessage: (message: unknown) => queueMicrotask(() => toMain?.(structuredClone(message))),
  } as unknown as ParentPort; // Node's port is a served port at run time.
  startBackendProcess(parent, openBackend, collectLog());
  const child = {
    on: (event: string, listener: (value: unknown) => void) => {
      if (event === 'message') toMain = listener;
      else onExit = listener;
    },
    postMessage: (message: ToUtility, ports: NodePort[] = []) =>
      queueMicrotask(() => toProcess?.({ data: structuredClone(message), ports })),
  };
  // One listener function stands for both events.
  const link = linkBackend<NodePort>(child as unknown as ChildProcess<NodePort>, { db: 'cache.sqlite', demo: true }, secrets);
  return { link, die: () => onExit?.(1) };
}

test('the backend opens where main says, and a port reaches its contract (HST-21, HST-23)', async () => {
  const places: unknown[] = [];
  const { link } = pair(async ({ db, demo, host }) => {
    places.push({ db, demo, host });
    return createFakeBackend();
  });
  await link.opened;
  const { port1, port2 } = new MessageChannel();
  link.connect(port1);
  const client = createContractClient(portLink(port2 as unknown as ContractPort)); // Node's port is the page's at run time.
  expect((await client.app.info()).version).toBe('0.1.0');
  expect(places).toEqual([{ db: 'cache.sqlite', demo: true, host: 'electron' }]);
  port2.close();
});

test('frames come as bytes, outdated ones as a refusal (HST-23)', async () => {
  const { link } = pair(async () => createFakeBackend());
  await link.opened;
  expect(await link.frame(3)).toMatchObject({ kind: 'frame', bytes: new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]) });
  expect(await link.frame(2)).toMatchObject({ kind: 'frameRefused', status: 409, code: 'data.stale' });
});

test('the backend reaches the secrets that main keeps (HST-13)', async () => {
  const secrets = sessionSecrets();
  const seen: unknown[] = [];
  const { link } = pair(async (place) => {
    await place.secrets.set('erp', 'secret');
    seen.push(await place.secrets.get('erp'), await place.secrets.get('other'));
    await place.secrets.delete('erp');
    return createFakeBackend();
  }, secrets);
  await link.opened;
  expect([seen, await secrets.get('erp')]).toEqual([['secret', undefined], undefined]);
});

test('a store that does not open is a reason to show (HST-23)', async () => {
  const { link } = pair(() => Promise.reject(new TypeError('secret detail')));
  await expect(link.opened).rejects.toThrow('An internal error occurred.');
});

test('closing waits for the backend (HST-23)', async () => {
  const backend = createFakeBackend();
  const { link } = pair(async () => backend);
  await link.opened;
  await link.close();
  expect(backend.isClosed()).toBe(true);
});

test('a process that dies leaves nobody waiting (HST-23)', async () => {
  const { link, die } = pair(async () => createFakeBackend());
  await link.opened;
  const pending = link.frame(3);
  die();
  expect(await Promise.all([pending, link.frame(3)])).toMatchObject([{ kind: 'frameRefused' }, { status: 503 }]);
  await link.close();
});
