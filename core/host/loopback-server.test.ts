import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { createContractClient } from '#core/contract/client/create-contract-client.ts';
import { socketLink, type ContractSocket } from '#core/contract/client/socket-link.ts';
import { startLoopbackServer, type LoopbackServer } from './loopback-server.ts';
import { noncePlaceholder } from './security-headers.ts';
import { collectLog } from './testing/collect-log.ts';
import { createFakeBackend } from './testing/fake-backend.ts';

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Call {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

let rendererDirectory: string;
let server: LoopbackServer;

beforeAll(() => {
  rendererDirectory = mkdtempSync(join(tmpdir(), 'renderer-'));
  mkdirSync(join(rendererDirectory, 'assets'));
  writeFileSync(join(rendererDirectory, 'index.html'), `<meta property="csp-nonce" nonce="${noncePlaceholder}">`);
  writeFileSync(join(rendererDirectory, 'assets', 'main-abc.js'), 'export {};');
});
afterAll(() => rmSync(rendererDirectory, { recursive: true }));
beforeEach(async () => {
  server = await startLoopbackServer({ backend: createFakeBackend(), rendererDirectory, port: 0, log: collectLog() });
});
afterEach(() => server.close());

describe('a page of the workstation', () => {
  test('exchanges the launch token for a cookie that scripts and other sites cannot use (HST-4)', async () => {
    const reply = await call('/session', { method: 'POST', body: launchToken(), headers: ownOrigin() });
    expect(reply.status).toBe(204);
    expect(reply.headers['set-cookie']?.[0]).toMatch(/^stockwright-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  test('gets the page with a nonce of its own each time, named by its policy (HST-8)', async () => {
    const [first, second] = await Promise.all([call('/'), call('/')]);
    const nonceOf = (reply: Reply) => /nonce="([\w-]{22})"/.exec(reply.body.toString())?.[1] ?? 'none';
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonceOf(first)}'`);
    expect(nonceOf(first)).not.toBe(nonceOf(second));
  });

  test('gets the files of the build with every security header (HST-8)', async () => {
    const reply = await call('/assets/main-abc.js');
    expect(reply.status).toBe(200);
    expect(reply.headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'x-content-type-options': 'nosniff',
    });
  });

  test('fetches a frame as bytes (HST-9)', async () => {
    const reply = await call('/frames/3', { headers: { cookie: await openSession() } });
    expect([reply.status, reply.headers['content-type'], [...reply.body]]).toEqual([
      200,
      'application/octet-stream',
      [1, 2, 3, 4, 5, 6, 7, 8],
    ]);
  });

  test('learns that a frame is outdated (HST-9)', async () => {
    const reply = await call('/frames/2', { headers: { cookie: await openSession() } });
    expect([reply.status, codeOf(reply)]).toEqual([409, 'data.stale']);
  });

  test('calls the contract over its WebSocket (HST-6)', async () => {
    const socket = openSocket({ ...ownOrigin(), cookie: await openSession() });
    const client = createContractClient(socketLink(socket as unknown as ContractSocket)); // ws speaks the page's interface.
    expect((await client.app.info()).host).toBe('loopback');
    socket.close();
  });
});

describe('a stranger', () => {
  test.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1.evil.example:80', '0.0.0.0'])(
    'is refused when the request is addressed to %s (HST-2)',
    async (host) => {
      const reply = await call('/', { headers: { host } });
      expect([reply.status, codeOf(reply)]).toEqual([421, 'auth.forbidden']);
      expect(messageOf(reply)).toContain('not this server');
    },
  );

  test.each(['http://evil.example', 'http://127.0.0.1:1', 'https://127.0.0.1', 'null'])(
    'is refused when the request comes from %s, even with the right token (HST-3)',
    async (origin) => {
      const reply = await call('/session', { method: 'POST', body: launchToken(), headers: { origin } });
      expect([reply.status, codeOf(reply), reply.headers['set-cookie']]).toEqual([403, 'auth.forbidden', undefined]);
      expect(messageOf(reply)).toContain('foreign page');
    },
  );

  test('is refused when a request that changes something does not say where it comes from (HST-3)', async () => {
    const reply = await call('/session', { method: 'POST', body: launchToken() });
    expect(reply.status).toBe(403);
  });

  test('is refused a frame that a page on another port asks for with the cookie (HST-3)', async () => {
    const reply = await call('/frames/3', { headers: { cookie: await openSession(), 'sec-fetch-site': 'same-site' } });
    expect(reply.status).toBe(403);
  });

  test.each(['', 'wrong', 'x'.repeat(5000)])('gets no cookie for a wrong token (HST-4)', async (body) => {
    const reply = await call('/session', { method: 'POST', body, headers: ownOrigin() });
    expect([reply.status, codeOf(reply), reply.headers['set-cookie']]).toEqual([401, 'auth.rejected', undefined]);
    expect(messageOf(reply)).toContain('wrong or outdated token');
  });

  test.each(['/frames/3', '/session'])('gets nothing at %s without a session (HST-5)', async (path) => {
    for (const cookie of ['', `stockwright-${server.port}=wrong`, 'stockwright-1=x']) {
      const reply = await call(path, { headers: { cookie } });
      expect([reply.status, codeOf(reply)]).toEqual([401, 'auth.required']);
      expect(messageOf(reply)).toContain('no session');
    }
  });

  test('opens no WebSocket without a session, from a foreign page or under a foreign name (HST-6)', async () => {
    const cookie = await openSession();
    expect(await refusedUpgrade(ownOrigin())).toBe(401);
    expect(await refusedUpgrade({ origin: 'http://evil.example', cookie })).toBe(403);
    expect(await refusedUpgrade({ cookie })).toBe(403);
    expect(await refusedUpgrade({ ...ownOrigin(), host: 'evil.example', cookie })).toBe(421);
  });

  test.each(['/../package.json', '/..%2fpackage.json', '/%2e%2e/package.json', '//etc/passwd'])(
    'cannot leave the folder of the renderer by %s (HST-7)',
    async (path) => {
      expect((await call(path)).status).toBe(404);
    },
  );

  test('cannot use a method that nothing answers (HST-7)', async () => {
    expect((await call('/', { method: 'PUT', headers: ownOrigin() })).status).toBe(405);
  });

  test('cannot reach the server from the network (HST-1)', async () => {
    const addresses = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
    const outside = addresses.filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outside) expect(await canConnect(address)).toBe(false);
    expect(await canConnect('127.0.0.1')).toBe(true);
  });
});

describe('a second start', () => {
  test('says that the port is taken (HST-1)', async () => {
    const options = { backend: createFakeBackend(), rendererDirectory, port: server.port, log: collectLog() };
    await expect(startLoopbackServer(options)).rejects.toMatchObject({ code: 'input.invalid' });
  });

  test('has another token (HST-4)', async () => {
    const other = await startLoopbackServer({ backend: createFakeBackend(), rendererDirectory, port: 0, log: collectLog() });
    expect(new URL(other.url).hash).not.toBe(new URL(server.url).hash);
    await other.close();
  });
});

function call(path: string, { method = 'GET', headers = {}, body }: Call = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

function ownOrigin(): { readonly origin: string } {
  return { origin: `http://127.0.0.1:${server.port}` };
}

function launchToken(): string {
  return new URL(server.url).hash.replace('#token=', '');
}

async function openSession(): Promise<string> {
  const reply = await call('/session', { method: 'POST', body: launchToken(), headers: ownOrigin() });
  return reply.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
}

function openSocket(headers: Readonly<Record<string, string>>): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${server.port}/contract`, { headers });
}

function refusedUpgrade(headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const socket = openSocket(headers);
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
    socket.on('open', () => reject(new Error('The WebSocket was let in.')));
  });
}

function codeOf(reply: Reply): unknown {
  return (JSON.parse(reply.body.toString()) as { code: unknown }).code; // Refusals are objects.
}

function messageOf(reply: Reply): unknown {
  return (JSON.parse(reply.body.toString()) as { message: unknown }).message; // Refusals are objects.
}

function canConnect(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: server.port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
