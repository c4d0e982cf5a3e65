import { expect, test } from 'vitest';
import { openSession, type SessionPage } from './open-session.ts';

interface SeenPage extends SessionPage {
  readonly asked: unknown[];
  readonly shown: unknown[];
}

function pageWith(hash: string, answer: () => Promise<Response>): SeenPage {
  const asked: unknown[] = [];
  const shown: unknown[] = [];
  return {
    location: { hash, pathname: '/' },
    history: { replaceState: (_state, _title, url) => void shown.push(url) },
    fetch: (path, init) => {
      asked.push([path, init]);
      return answer();
    },
    asked,
    shown,
  };
}

test('exchanges the token and takes it out of the address (HST-4)', async () => {
  const page = pageWith('#token=abc', async () => new Response(null, { status: 204 }));
  await openSession(page);
  expect([page.asked, page.shown]).toEqual([[['/session', { method: 'POST', body: 'abc' }]], ['/']]);
});

test('goes on with an earlier session and leaves the address alone (HST-4)', async () => {
  const page = pageWith('#/replenish', async () => new Response(null, { status: 204 }));
  await openSession(page);
  expect([page.asked, page.shown]).toEqual([[['/session', { method: 'GET' }]], []]);
});

test('passes on why the host refuses (HST-5)', async () => {
  const page = pageWith('', async () => Response.json({ code: 'auth.required', message: 'No session.' }, { status: 401 }));
  await expect(openSession(page)).rejects.toMatchObject({ code: 'auth.required', message: 'No session.' });
});

test('says that the workstation is not running (HST-5)', async () => {
  await expect(openSession(pageWith('', () => Promise.reject(new TypeError('Failed to fetch'))))).rejects.toMatchObject({
    code: 'rpc.closed',
  });
});
