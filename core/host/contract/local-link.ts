import { createRouterClient } from '@orpc/server';
import type { BackendRouter } from '#core/backend/backend.ts';
import type { Log } from '#core/backend/ports.ts';
import type { ContractLink } from '#core/contract/client/contract-link.ts';
import { translateErrors } from './translate-errors.ts';

type Procedure = (input: unknown, options: { readonly signal: AbortSignal }) => Promise<unknown>;

/** Carries calls inside one process, for the command line and for tests of services; validated as on any other transport. */
export function localLink(router: BackendRouter, log: Log): ContractLink {
  const client: unknown = createRouterClient(router, { interceptors: [translateErrors(log)] });
  return {
    call: (path, input, signal) => procedureAt(client, path)(input, { signal }),
    closedBecause: () => undefined,
  };
}

function procedureAt(client: unknown, path: readonly string[]): Procedure {
  // The typed client above gave the path, so it leads to a procedure of the same contract.
  return path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], client) as Procedure;
}
