import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { AppError } from '#core/base/app-error.ts';
import { createContractClient } from '#core/contract/client/create-contract-client.ts';
import type { ContractClient } from '#core/contract/client/contract-client.ts';
import type { ContractLink } from '#core/contract/client/contract-link.ts';
import { InternalFault } from '#core/contract/client/internal-fault.ts';
import { portLink, type ContractPort } from '#core/contract/client/port-link.ts';
import { socketLink } from '#core/contract/client/socket-link.ts';
import { createFakeBackend, type FakeBackend } from '#core/host/testing/fake-backend.ts';
import { collectLog } from '#core/host/testing/collect-log.ts';
import { localLink } from './local-link.ts';
import { serveContract } from './serve-contract.ts';

interface Connection {
  readonly link: ContractLink;
  /** Ends the connection from the backend's side, as its death does. */
  readonly cut: () => void;
  readonly close: () => void;
}

type Connect = (backend: FakeBackend, log: ReturnType<typeof collectLog>) => Promise<Connection>;

async function connectLocally(...[backend, log]: Parameters<Connect>): Promise<Connection> {
  return { link: localLink(backend.router, log), cut: () => undefined, close: () => undefined };
}

async function connectByPort(...[backend, log]: Parameters<Connect>): Promise<Connection> {
  const { port1, port2 } = new MessageChannel();
  serveContract(backend.router, log).servePort(port1); // Node's port is the page's at run time.
  port1.start();
  return { link: portLink(port2 as unknown as ContractPort), cut: () => port1.close(), close: () => port2.close() };
}

async function connectBySocket(...[backend, log]: Parameters<Connect>): Promise<Connection> {
  const http = createServer();
  const sockets = new WebSocketServer({ server: http });
  const contractServer = serveContract(backend.router, log);
  sockets.on('connection', (socket) => contractServer.serveSocket(socket));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const socket = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`); // A TCP server has a TCP address.
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const cut = () => sockets.clients.forEach((client) => client.terminate());
  const close = () => {
    cut();
    http.close();
  };
  return { link: socketLink(socket), cut, close };
}

const connections: readonly (readonly [string, Connect])[] = [
  ['over a message port', connectByPort],
  ['over a WebSocket', connectBySocket],
];

describe.each([['in memory', connectLocally] as const, ...connections])('the contract %s', (_, connect) => {
  let backend: FakeBackend;
  let log: ReturnType<typeof collectLog>;
  let connection: Connection;
  let client: ContractClient;

  beforeEach(async () => {
    backend = createFakeBackend();
    log = collectLog();
    connection = await connect(backend, log);
    client = createContractClient(connection.link);
  });
  afterEach(() => connection.close());

  test('answers a call (RPC-1)', async () => {
    expect(await client.app.info()).toEqual({ version: '0.1.0', host: 'loopback', user: 'planner', demo: true });
  });

  test('refuses an input that breaks the contract and names the place (RPC-2)', async () => {
    const error = await failureOf(client.approval.decisions({ limit: 0 }));
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'input.invalid', data: { issues: [{ place: 'limit' }] } });
  });

  test('carries an expected failure with its code, facts and retry advice (RPC-3)', async () => {
    const change = { kind: 'order.withdraw', orderId: 'o-1' } as const;
    const error = await failureOf(client.scenario.apply({ revision: 6, changes: [change] }));
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: 'data.stale',
      message: 'The scenario has moved on. Load it again and repeat the change.',
      data: { expected: 7, found: 6 },
      retryable: true,
    });
  });

  test('hides a bug behind the number under which it is logged once (RPC-4)', async () => {
    const error = await failureOf(client.scenario.undo());
    expect(error).toBeInstanceOf(InternalFault);
    expect(String(error)).not.toContain('sqlite');
    expect(log.entries.map(({ facts }) => facts['correlationId'])).toEqual([(error as InternalFault).correlationId]);
  });

  test('streams progress to its end (RPC-5)', async () => {
    const steps: number[] = [];
    for await (const { done } of await client.sync.pull()) steps.push(done);
    expect(steps).toEqual([1, 2, 3]);
  });

  test('carries an expected failure in the middle of a stream (RPC-5)', async () => {
    const steps: number[] = [];
    const error = await failureOf(
      (async () => {
        for await (const { done } of await client.sync.push()) steps.push(done);
      })(),
    );
    expect({ steps, error }).toMatchObject({ steps: [1], error: { code: 'erp.unreachable', retryable: true } });
  });

  test('cancels a call on both sides (RPC-6)', async () => {
    const controller = new AbortController();
    const pending = failureOf(client.scenario.redo(undefined, { signal: controller.signal }));
    await client.app.info();
    controller.abort();
    expect(await pending).toMatchObject({ code: 'cancelled' });
    await vi.waitFor(() => expect(backend.cancelled).toEqual(['scenario.redo']));
  });

  test('ends a stream on the backend when its reader leaves (RPC-6)', async () => {
    const controller = new AbortController();
    for await (const event of await client.app.events(undefined, { signal: controller.signal })) {
      expect(event).toEqual({ kind: 'datasetChanged' });
      controller.abort();
      break;
    }
    await vi.waitFor(() => expect(backend.cancelled).toEqual(['app.events']));
  });

  test('gives up on an answer that does not come (RPC-7)', async () => {
    const impatient = createContractClient(connection.link, { deadlineMs: 20 });
    expect(await failureOf(impatient.scenario.redo())).toMatchObject({ code: 'rpc.deadline', retryable: true });
  });

  test('carries large answers and large requests (RPC-9)', async () => {
    const ids = Array.from({ length: 20_000 }, (_, n) => `line-${n}-${'x'.repeat(100)}`);
    const [lines, cancelled] = await Promise.all([client.outbox.lines(), client.outbox.cancel({ ids })]);
    expect([lines.length, lines[19_999]?.id, cancelled.length]).toEqual([20_000, 'line-19999', 20_000]);
  });

  test('keeps concurrent calls apart (RPC-10)', async () => {
    const counts = Array.from({ length: 50 }, (_, n) => n + 1);
    const answers = await Promise.all(counts.map((n) => client.outbox.cancel({ ids: Array.from({ length: n }, String) })));
    expect(answers.map((lines) => lines.length)).toEqual(counts);
  });
});

describe.each(connections)('the contract %s', (_, connect) => {
  test('fails what is under way and what comes later when the connection ends (RPC-8)', async () => {
    const { link, cut, close } = await connect(createFakeBackend(), collectLog());
    const client = createContractClient(link);
    const events = await client.app.events();
    await events.next();
    const pending = [failureOf(client.scenario.redo()), failureOf(events.next())];
    await client.app.info();
    cut();
    expect(await Promise.all(pending)).toMatchObject([{ code: 'rpc.closed' }, { code: 'rpc.closed' }]);
    expect(await failureOf(client.app.info())).toMatchObject({ code: 'rpc.closed' });
    close();
  });
});

/** What the promise rejects with; an answer is a failure of the test. */
async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('An answer came where a failure was expected.');
}
