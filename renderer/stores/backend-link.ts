import type { ContractClient } from '#core/contract/client/contract-client.ts';
import type { BackendEvent } from '#core/contract/schemas.ts';

export interface BackendLinkOptions {
  readonly connect: () => Promise<ContractClient>;
  /** Called after every connection and whenever the backend announces a change; `all` after a connection. */
  readonly onChanged: (kind: BackendEvent['kind'] | 'all') => void;
  readonly onLinkChanged: (link: 'online' | 'lost') => void;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export interface BackendLink {
  readonly client: () => ContractClient;
}

const longestWaitMs = 8000;

/** Keeps one connection to the backend: listens to its events, and connects anew with growing patience when it is lost. */
export function keepBackendLink(first: ContractClient, options: BackendLinkOptions): BackendLink {
  let current = first;

  async function listen(): Promise<void> {
    for (let failures = 0; ; failures += 1) {
      try {
        if (failures > 0) current = await options.connect();
        const events = await current.app.events();
        options.onLinkChanged('online');
        options.onChanged('all');
        failures = 0;
        for await (const event of events) options.onChanged(event.kind);
      } catch {
        // Whatever the reason, the answer is the same: say so and try again.
      }
      options.onLinkChanged('lost');
      await options.wait(Math.min(longestWaitMs, 500 * 2 ** failures));
    }
  }
  void listen();
  return { client: () => current };
}
