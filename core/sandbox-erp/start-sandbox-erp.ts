import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#core/base/app-error.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import { createFaultPlan, type FaultRule } from './faults.ts';
import { fillMasters } from './fill-masters.ts';
import { fillHistory, fillMovements } from './fill-movements.ts';
import { fillSupply } from './fill-supply.ts';
import { createHistoryMoves, type HistoryMoves } from './history-moves.ts';
import { openJournal } from './journal.ts';
import { OdooError } from './odoo-error.ts';
import { createRecordStore, type RecordStore } from './record-store.ts';
import { createSandboxUsers, type SandboxUser } from './sandbox-users.ts';
import { answerCall, readRpc, type Rpc } from './serve-rpc.ts';

export interface SandboxOptions {
  readonly source: PackageSource;
  /** 0 for a free one. */
  readonly port: number;
  readonly faults?: readonly FaultRule[];
  /** Where committed writes are kept; without it they are gone at the end. */
  readonly stateFolder?: string;
  readonly now: () => Date;
}

export interface SandboxErp {
  readonly url: string;
  readonly database: string;
  readonly users: readonly SandboxUser[];
  /** Adds a fault while the server runs. */
  addFault(rule: FaultRule): void;
  close(): Promise<void>;
}

const mostBodyBytes = 64 * 1024 * 1024;

/**
 * Starts a stand-in for the ERP on this machine, filled from a package (rules SBX-1 to SBX-15). Errors: `input.invalid`
 * when the port is taken.
 */
export async function startSandboxErp({ source, port, faults = [], stateFolder, now }: SandboxOptions): Promise<SandboxErp> {
  // Written a day before, so that a pull with an overlap asks only for what changed since.
  const store = await fillStore(source, toSeconds(new Date(now().getTime() - 86_400_000)));
  const journal = openJournal(stateFolder);
  journal.changes.forEach((change) => store.replay(change));
  const users = createSandboxUsers(now());
  const plan = createFaultPlan(faults);
  const database = 'sandbox';

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rpc = readRpc(await readBody(request));
    if (request.method !== 'POST' || request.url !== '/jsonrpc') return void response.writeHead(404).end('Not Found');
    if (!rpc) return void response.writeHead(400).end('Invalid JSON data');
    const rule = plan.next(rpc.model, rpc.method);
    if (rule?.fault === 'delay') await wait(rule.ms ?? 1000);
    if (rule?.fault === 'cutBefore') return void request.socket.destroy();
    if (rule?.fault === 'status') return void response.writeHead(rule.status ?? 503).end('Service Unavailable');
    const text = JSON.stringify({ jsonrpc: '2.0', id: rpc.id, ...run(rpc, rule?.fault === 'serialization') });
    if (rule?.fault === 'cutAfter') return void request.socket.destroy();
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', connection: 'close' });
    response.end(rule?.fault === 'half' ? text.slice(0, Math.ceil(text.length / 2)) : text);
  }

  /** One call is one transaction. */
  function run(rpc: Rpc, isLosing: boolean): object {
    try {
      if (isLosing) return refuseAsLoser(rpc);
      const at = toSeconds(now());
      const result = answerCall({ rpc, store, users, database, now: now(), at });
      const isRefused = rpc.method === 'load' && (result as { ids?: unknown }).ids === false; // load always answers an object
      if (isRefused) store.rollBack();
      else journal.append(store.commit());
      return result === undefined ? {} : { result };
    } catch (error) {
      store.rollBack();
      if (!(error instanceof OdooError)) throw error;
      const data = {
        name: error.name,
        debug: 'Traceback (most recent call last):\n  …',
        message: error.message,
        arguments: [error.message],
        context: {},
      };
      return { error: { code: 200, message: 'Odoo Server Error', data } };
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(error instanceof Error ? error.message : 'error');
    });
  });
  const boundPort = await new Promise<number>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new AppError('input.invalid', `Port ${port} cannot be used: it is taken or reserved. Choose another with --port.`, {
          cause,
        }),
      );
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)); // a TCP server has such an address
  });
  return {
    url: `http://127.0.0.1:${boundPort}`,
    database,
    users,
    addFault: (rule) => plan.add(rule),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          journal.close();
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function fillStore(source: PackageSource, at: string): Promise<RecordStore> {
  const history = createHistoryMoves(at);
  let isFilled = false;
  // Nothing else may take the ids of the moves: they are added before the first open move is.
  const moves: HistoryMoves = {
    get count() {
      return isFilled ? history.count : 0;
    },
    get: (id) => history.get(id),
  };
  const draft = createRecordStore(moves);
  const masters = await fillMasters(draft, source, at);
  await fillSupply(draft, source, masters);
  await fillHistory(source, masters, (move) => history.add(move));
  isFilled = true;
  draft.reserve('stock.move', history.count);
  await fillMovements(draft, source, masters);
  draft.commit();
  return draft;
}

function refuseAsLoser(rpc: Rpc): object {
  const message = 'could not serialize access due to concurrent update\n';
  if (rpc.method === 'load') return { result: { ids: false, messages: [{ type: 'error', message }], nextrow: 0 } };
  const data = { name: 'psycopg2.errors.SerializationFailure', debug: '', message, arguments: [message], context: {} };
  return { error: { code: 200, message: 'Odoo Server Error', data } };
}

function toSeconds(time: Date): string {
  return time.toISOString().slice(0, 19).replace('T', ' ');
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBodyBytes) throw new Error('The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
