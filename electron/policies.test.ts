import { describe, expect, test } from 'vitest';
import { isExternalLink } from './external-link.ts';
import { readPageRequest } from './page-request.ts';
import { isPermissionGranted } from './permission-policy.ts';
import { isOwnPage } from './sender-check.ts';
import { readWindowState } from './window-state.ts';

describe('permissions (HST-20)', () => {
  test.each(['geolocation', 'media', 'notifications', 'clipboard-read', 'openExternal', 'hid', 'not-yet-invented'])(
    '%s is refused',
    (permission) => {
      expect(isPermissionGranted(permission)).toBe(false);
    },
  );

  test('rows may be copied', () => {
    expect(isPermissionGranted('clipboard-sanitized-write')).toBe(true);
  });
});

describe('the port (HST-21)', () => {
  test('goes to the top frame of the own page', () => {
    expect(isOwnPage({ url: 'app://stockwright/index.html', parent: null })).toBe(true);
  });

  test('goes to no frame inside it, no other page and nobody who left', () => {
    const frames = [{ url: 'app://stockwright/', parent: {} }, { url: 'https://evil.example/', parent: null }, null];
    expect(frames.map(isOwnPage)).toEqual([false, false, false]);
  });
});

describe('links (HST-22)', () => {
  test.each([
    'http://www.odoo.com/',
    'https://www.odoo.com.evil.example/',
    'https://a@www.odoo.com/',
    'file:///etc/passwd',
    'smb://server/share',
    'x',
  ])('%s stays inside', (url) => {
    expect(isExternalLink(url)).toBe(false);
  });

  test('the documentation of the ERP may be read', () => {
    expect(isExternalLink('https://www.odoo.com/documentation/18.0/')).toBe(true);
  });
});

describe('requests of the window (HST-20, HST-23)', () => {
  test('ask for the page, a file of the build or a frame', () => {
    const urls = ['/', '/index.html#/today', '/assets/main-Ab_1.js', '/frames/3'];
    expect(urls.map((path) => readPageRequest('GET', `app://stockwright${path}`))).toEqual([
      { kind: 'page' },
      { kind: 'page' },
      { kind: 'file', path: 'assets/main-Ab_1.js' },
      { kind: 'frame', datasetVersion: 3 },
    ]);
  });

  test.each(['/..%2fpackage.json', '/assets/..%5c..%5cx', '/%', '/.env', '/a//b', '/assets/%00'])(
    '%s asks for nothing',
    (path) => {
      expect(readPageRequest('GET', `app://stockwright${path}`)).toEqual({ kind: 'nothing' });
    },
  );

  test('other methods and other hosts ask for nothing', () => {
    const requests = [readPageRequest('POST', 'app://stockwright/'), readPageRequest('GET', 'app://elsewhere/')];
    expect(requests).toEqual([{ kind: 'nothing' }, { kind: 'nothing' }]);
  });
});

describe('the window', () => {
  const display = { x: 0, y: 0, width: 1920, height: 1080 };
  const state = { x: 100, y: 50, width: 1200, height: 800, isMaximized: false };

  test('comes back where it stood', () => {
    expect(readWindowState(JSON.stringify(state), [display])).toEqual(state);
  });

  test('does not come back on a display that is gone, or from a damaged note', () => {
    const notes = [JSON.stringify({ ...state, x: 5000 }), JSON.stringify({ ...state, width: 10 }), '{"x": 1', ''];
    expect(notes.map((note) => readWindowState(note, [display]))).toEqual([undefined, undefined, undefined, undefined]);
  });
});
