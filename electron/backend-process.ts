import { isAppError } from '#core/base/app-error.ts';
import type { Backend } from '#core/backend/backend.ts';
import type { Log, Secrets } from '#core/backend/ports.ts';
import type { BackendOpener } from '#core/host/backend-opener.ts';
import { serveContract, type ContractServer } from '#core/host/contract/serve-contract.ts';
import { toUtility, type ToMain, type ToUtility } from './utility-messages.ts';

type ServedPort = Parameters<ContractServer['servePort']>[0] & { start(): void };

/** The utility process's line to main, as far as it is used; Electron's `process.parentPort` has it. */
export interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown; readonly ports: readonly ServedPort[] }) => void): unknown;
  postMessage(message: ToMain): void;
}

interface OpenBackend {
  readonly backend: Backend;
  readonly server: ContractServer;
}

/** Runs the backend in Electron's utility process: opens it when main says where, serves ports and frames, closes on demand. */
export function startBackendProcess(parent: ParentPort, openBackend: BackendOpener, log: Log): void {
  const { secrets, settle } = secretsOfMain(parent);
  let opened: Promise<OpenBackend> | undefined;

  async function open({ db, demo }: Extract<ToUtility, { kind: 'open' }>): Promise<OpenBackend> {
    const backend = await openBackend({ db, demo, host: 'electron', log, secrets });
    return { backend, server: serveContract(backend.router, log) };
  }

  async function sendFrame(id: number, datasetVersion: number): Promise<void> {
    try {
      const { backend } = await required(opened);
      parent.postMessage({ kind: 'frame', id, bytes: new Uint8Array(await backend.frame(datasetVersion)) });
    } catch (error) {
      parent.postMessage({ kind: 'frameRefused', id, ...refusalOf(error) });
      if (!isAppError(error)) log.error('Bug in frames', { error });
    }
  }

  async function handle(message: ToUtility, port: ServedPort | undefined): Promise<void> {
    switch (message.kind) {
      case 'open':
        opened ??= open(message);
        await opened;
        {
          parent.postMessage({ kind: 'opened' });
          return;
        }
      case 'contract': {
        const { server } = await required(opened);
        if (port === undefined) return;
        server.servePort(port);
        port.start();
        return;
      }
      case 'frame':
        return sendFrame(message.id, message.datasetVersion);
      case 'secret': {
        settle(message.id, message.value);
        return;
      }
      case 'close':
        await opened?.then(({ backend }) => backend.close());
        {
          parent.postMessage({ kind: 'closed' });
          return;
        }
    }
  }

  parent.on('message', ({ data, ports }) => {
    handle(toUtility.parse(data), ports[0]).catch((error: unknown) => {
      log.error('The backend failed', { error });
      parent.postMessage({ kind: 'failed', message: refusalOf(error).message });
    });
  });
}

function required<Value>(value: Promise<Value> | undefined): Promise<Value> {
  return value ?? Promise.reject(new Error('Main opens the backend before it uses it.'));
}

function refusalOf(error: unknown): { readonly status: number; readonly code: string; readonly message: string } {
  if (isAppError(error)) return { status: error.code === 'data.stale' ? 409 : 404, code: error.code, message: error.message };
  return { status: 500, code: 'internal', message: 'An internal error occurred. It is recorded in the log of the workstation.' };
}

/** Secrets stay with main, which alone may ask the system's keystore; the backend asks main for each. */
function secretsOfMain(parent: ParentPort): { readonly secrets: Secrets; settle(id: number, value: string | undefined): void } {
  const waiting = new Map<number, (value: string | undefined) => void>();
  let lastId = 0;
  function ask(message: (id: number) => ToMain): Promise<string | undefined> {
    const id = ++lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      parent.postMessage(message(id));
    });
  }
  return {
    secrets: {
      get: (name) => ask((id) => ({ kind: 'secretGet', id, name })),
      set: async (name, value) => {
        await ask((id) => ({ kind: 'secretSet', id, name, value }));
      },
      delete: async (name) => {
        await ask((id) => ({ kind: 'secretDelete', id, name }));
      },
    },
    settle(id, value) {
      waiting.get(id)?.(value);
      waiting.delete(id);
    },
  };
}
