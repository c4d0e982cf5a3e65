import { createServer, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Backend } from '#core/backend/backend.ts';
import type { Log } from '#core/backend/ports.ts';
import { serveContract } from './contract/serve-contract.ts';
import { listenOnLoopback } from './loopback/listen-on-loopback.ts';
import { createRendererFiles } from './loopback/renderer-files.ts';
import { refusalOf, type Refusal } from './loopback/request-guard.ts';
import { sendRefusal } from './loopback/send.ts';
import { frameVersionOf, serveFrame } from './loopback/serve-frame.ts';
import { serveSession, sessionMissing } from './loopback/serve-session.ts';
import { createSession } from './loopback/session.ts';

export interface LoopbackOptions {
  readonly backend: Backend;
  /** The built renderer. */
  readonly rendererDirectory: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly log: Log;
}

export interface LoopbackServer {
  readonly port: number;
  /** The address to open, with the launch token behind `#`. */
  readonly url: string;
  /** Ends every connection and stops listening. The backend is the caller's to close. */
  close(): Promise<void>;
}

/** Requests above this end the connection: a change is kilobytes, bulk data goes the other way. */
const maxMessageBytes = 64 * 1024 * 1024;

/**
 * Serves one backend and the renderer to a browser on this machine and to nothing else.
 * Rules HST-1 to HST-10 in resources/docs/spec/host.md. Errors: `input.invalid` when the port cannot be used.
 *
 * @example const server = await startLoopbackServer({ backend, rendererDirectory, port: 0, log })
 */
export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const { backend, log } = options;
  const serveRenderer = createRendererFiles(options.rendererDirectory);
  const contractServer = serveContract(backend.router, log);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  const ipv4 = createServer();
  const ipv6 = createServer();
  const port = await listenOnLoopback(ipv4, ipv6, options.port);
  const session = createSession(port);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request);
    const version = frameVersionOf(path);
    const refusal = refuse(request, version !== undefined);
    if (refusal !== undefined) {
      sendRefusal(response, refusal);
      return;
    }
    if (path === '/session' && (request.method === 'GET' || request.method === 'POST'))
      return serveSession(session, request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendRefusal(response, methodUnknown);
      return;
    }
    if (version === undefined) {
      serveRenderer(request, response);
      return;
    }
    if (!session.isOpen(request.headers.cookie)) {
      sendRefusal(response, sessionMissing);
      return;
    }
    return serveFrame(backend, version, response, log);
  }

  function refuse(request: IncomingMessage, isPrivate: boolean): Refusal | undefined {
    const { host, origin } = request.headers;
    const isSafe = request.method === 'GET' || request.method === 'HEAD';
    const needsOrigin = !isSafe || request.headers.upgrade !== undefined;
    return refusalOf({ host, origin, fetchSite: header(request, 'sec-fetch-site'), needsOrigin, isPrivate }, port);
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refusal = refuse(request, true) ?? (session.isOpen(request.headers.cookie) ? undefined : sessionMissing);
    if (refusal !== undefined) return refuseUpgrade(socket, refusal);
    if (pathOf(request) !== '/contract') return refuseUpgrade(socket, { ...methodUnknown, status: 404 });
    socket.on('error', () => socket.destroy());
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', (error) => log.warn('A page broke its connection', { reason: error.message }));
      contractServer.serveSocket(webSocket);
    });
  }

  for (const server of [ipv4, ipv6]) {
    server.on('request', (request, response) => void answer(request, response));
    server.on('upgrade', upgrade);
  }

  return {
    port,
    url: `http://127.0.0.1:${port}/#token=${session.launchToken}`,
    async close() {
      for (const client of sockets.clients) {
        client.close(1001);
        client.terminate(); // A page that does not answer the farewell must not hold up the end.
      }
      for (const server of [ipv4, ipv6]) server.closeAllConnections();
      await Promise.all([ipv4, ipv6].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

const methodUnknown: Refusal = { status: 405, code: 'input.invalid', message: 'This server has no answer to such a request.' };

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

/** A refused upgrade is answered as plain HTTP, because no WebSocket exists yet. */
function refuseUpgrade(socket: Duplex, { status, code, message }: Refusal): void {
  const body = JSON.stringify({ code, message });
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Type: application/json\r\n`;
  socket.end(`${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
