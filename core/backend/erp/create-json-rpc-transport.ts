import { AppError } from '#core/base/app-error.ts';
import type { ErpTransport } from './erp-transport.ts';
import { translateFault, translateStatus } from './translate-fault.ts';

interface Reply {
  readonly result?: unknown;
  readonly error?: { readonly message?: unknown; readonly data?: { readonly name?: string; readonly message?: unknown } };
}

/**
 * JSON-RPC over HTTP as Odoo 18 speaks it: every error comes with status 200, a method without a result gives neither
 * result nor error. Plain HTTP is allowed to this machine only (ERP-2). Errors: `input.invalid` for another address.
 */
export function createJsonRpcTransport(url: string): ErpTransport {
  const endpoint = endpointOf(url);
  let sequence = 0;

  return {
    async call({ service, method, args, timeoutMs, signal }) {
      sequence += 1;
      const timeout = AbortSignal.timeout(timeoutMs);
      const body = JSON.stringify({ jsonrpc: '2.0', method: 'call', id: sequence, params: { service, method, args } });
      let status: number;
      let text: string;
      try {
        const response = await fetch(endpoint, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
          redirect: 'error',
          signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
        });
        status = response.status;
        text = await response.text();
      } catch (error) {
        throw translateNetworkError(error, timeout, signal);
      }
      if (status !== 200) throw translateStatus(status);
      const reply = parse(text);
      if (reply.error)
        throw translateFault({
          name: reply.error.data?.name ?? '',
          message: String(reply.error.data?.message ?? reply.error.message),
        });
      return reply.result ?? null;
    },
  };
}

function endpointOf(url: string): URL {
  const endpoint = URL.canParse('/jsonrpc', url) ? new URL('/jsonrpc', url) : undefined;
  const isLoopback = endpoint !== undefined && ['127.0.0.1', '[::1]', 'localhost'].includes(endpoint.hostname);
  if (endpoint?.protocol === 'https:' || (endpoint?.protocol === 'http:' && isLoopback)) return endpoint;
  throw new AppError(
    'input.invalid',
    `The address ${url} cannot be used: it has to start with https://. Correct the connection.`,
  );
}

function translateNetworkError(cause: unknown, timeout: AbortSignal, signal: AbortSignal | undefined): AppError {
  if (signal?.aborted) return new AppError('cancelled', 'The call was cancelled.', { cause });
  if (timeout.aborted) {
    return new AppError(
      'erp.timeout',
      'The ERP did not answer in time; whether it did what was asked is not known yet. Try again: nothing is done twice.',
      { cause, retryable: true },
    );
  }
  return new AppError(
    'erp.unreachable',
    'The ERP cannot be reached, or the connection was cut. Check the network and the address, then try again.',
    { cause, retryable: true },
  );
}

function parse(text: string): Reply {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'jsonrpc' in value) return value as Reply; // its members are looked at one by one
  } catch {
    // told below, as for JSON that is no reply
  }
  throw new AppError(
    'erp.protocol',
    'The reply of the ERP is incomplete or not in its protocol. Try again; if it stays, check what answers at the address.',
    { retryable: true },
  );
}
