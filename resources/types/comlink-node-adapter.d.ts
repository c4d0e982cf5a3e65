/** comlink ships this file's types under a name that module resolution does not look for. */
declare module 'comlink/dist/esm/node-adapter.mjs' {
  import type { MessagePort, Worker } from 'node:worker_threads';
  import type { Endpoint } from 'comlink';
  // eslint-disable-next-line no-restricted-syntax -- comlink exports it so
  export default function nodeEndpoint(port: MessagePort | Worker): Endpoint;
}
