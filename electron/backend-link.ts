import type { Secrets } from '#core/backend/ports.ts';
import { toMain, type ToMain, type ToUtility } from './utility-messages.ts';

/** The utility process as main uses it; Electron's UtilityProcess has it. */
export interface ChildProcess<Port> {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (exitCode: number) => void): unknown;
  postMessage(message: ToUtility, transfer?: Port[]): void;
}

/** A frame's bytes, or why there are none. */
export type FrameAnswer = Extract<ToMain, { kind: 'frame' | 'frameRefused' }>;

/** Main's end of the line to the backend process. */
export interface BackendLink<Port> {
  /** Resolves when the backend is open; rejects with the reason, made to be shown. */
  readonly opened: Promise<void>;
  connect(port: Port): void;
  frame(datasetVersion: number): Promise<FrameAnswer>;
  /** Resolves when the backend has closed its stores, or is gone anyway. */
  close(): Promise<void>;
}

/** Opens the backend in its process and answers its questions for secrets. A process that ends fails everything that waits. */
export function linkBackend<Port>(
  child: ChildProcess<Port>,
  place: { readonly db: string; readonly demo: boolean },
  secrets: Secrets,
): BackendLink<Port> {
  const frames = new Map<number, (answer: FrameAnswer) => void>();
  const opening = Promise.withResolvers<undefined>();
  const closing = Promise.withResolvers<undefined>();
  let lastId = 0;
  let isGone = false;

  async function answerSecret(id: number, ask: () => Promise<unknown>): Promise<void> {
    const value = await ask();
    child.postMessage({ kind: 'secret', id, ...(typeof value === 'string' ? { value } : {}) });
  }

  function handle(message: ToMain): void | Promise<void> {
    switch (message.kind) {
      case 'opened':
        return opening.resolve(undefined);
      case 'failed':
        return opening.reject(new Error(message.message));
      case 'frame':
      case 'frameRefused':
        frames.get(message.id)?.(message);
        frames.delete(message.id);
        return;
      case 'secretGet':
        return answerSecret(message.id, () => secrets.get(message.name));
      case 'secretSet':
        return answerSecret(message.id, () => secrets.set(message.name, message.value));
      case 'secretDelete':
        return answerSecret(message.id, () => secrets.delete(message.name));
      case 'closed':
        return closing.resolve(undefined);
    }
  }

  child.on('message', (message) => void handle(toMain.parse(message)));
  child.on('exit', () => {
    isGone = true;
    for (const [id, settle] of frames) settle(goneAnswer(id));
    frames.clear();
    opening.reject(new Error('The backend ended while it opened. Start the workstation again.'));
    closing.resolve(undefined);
  });
  child.postMessage({ kind: 'open', ...place });

  return {
    opened: opening.promise,
    connect: (port) => child.postMessage({ kind: 'contract' }, [port]),
    frame(datasetVersion) {
      const id = ++lastId;
      if (isGone) return Promise.resolve(goneAnswer(id));
      return new Promise((resolve) => {
        frames.set(id, resolve);
        child.postMessage({ kind: 'frame', id, datasetVersion });
      });
    },
    async close() {
      if (!isGone) child.postMessage({ kind: 'close' });
      await closing.promise;
    },
  };
}

function goneAnswer(id: number): FrameAnswer {
  return {
    kind: 'frameRefused',
    id,
    status: 503,
    code: 'rpc.closed',
    message: 'The backend is gone. Start the workstation again.',
  };
}
