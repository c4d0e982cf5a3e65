import type { BackendEvent } from '#core/contract/schemas.ts';

/** Tells open windows what changed. Events announce; nothing in the backend waits for them. */
export interface EventHub {
  announce(kind: BackendEvent['kind']): void;
  /** Events from now on, until the signal aborts. */
  listen(signal: AbortSignal): AsyncGenerator<BackendEvent>;
}

/** A hub in memory. Kinds announced while a listener is busy are kept once each: a window asks for the state anyway. */
export function createEventHub(): EventHub {
  const listeners = new Set<(kind: BackendEvent['kind']) => void>();

  async function* listen(signal: AbortSignal): AsyncGenerator<BackendEvent> {
    const waiting = new Set<BackendEvent['kind']>();
    let wake: () => void = () => undefined;
    function notice(kind: BackendEvent['kind']): void {
      waiting.add(kind);
      wake();
    }
    function stop(): void {
      wake();
    }
    listeners.add(notice);
    signal.addEventListener('abort', stop);
    try {
      while (!signal.aborted) {
        const [kind] = waiting;
        if (kind) {
          waiting.delete(kind);
          yield { kind };
        } else {
          await new Promise<void>((resolve) => (wake = resolve));
        }
      }
    } finally {
      listeners.delete(notice);
      signal.removeEventListener('abort', stop);
    }
  }

  return {
    announce(kind) {
      for (const listener of listeners) listener(kind);
    },
    listen,
  };
}
