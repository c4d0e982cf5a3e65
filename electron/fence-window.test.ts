import { expect, test } from 'vitest';
import { fenceContents } from './fence-window.ts';
import { fakeContents } from './testing/fake-contents.ts';

function fencedPage(): ReturnType<typeof fakeContents> & { readonly opened: string[] } {
  const opened: string[] = [];
  const page = fakeContents();
  fenceContents(page.contents, (url) => opened.push(url));
  return { ...page, opened };
}

test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s leads to the own page only (HST-20)', (event) => {
  const { emit } = fencedPage();
  expect([
    emit(event, 'app://stockwright/#/today'),
    emit(event, 'https://evil.example/'),
    emit(event, 'file:///etc/passwd'),
  ]).toEqual([true, false, false]);
});

test('no webview is attached, whatever its address (HST-20)', () => {
  expect(fencedPage().emit('will-attach-webview', 'app://stockwright/')).toBe(false);
});

test('no window opens; a listed link goes to the user’s browser, another nowhere (HST-20, HST-22)', () => {
  const { openWindow, opened } = fencedPage();
  const actions = ['https://www.odoo.com/documentation/', 'https://evil.example/', 'app://stockwright/'].map(
    (url) => openWindow(url).action,
  );
  expect([actions, opened]).toEqual([['deny', 'deny', 'deny'], ['https://www.odoo.com/documentation/']]);
});
