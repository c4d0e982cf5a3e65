import { expect, test } from 'vitest';
import { browserCommand } from './open-browser.ts';

test('a machine without a display gets no browser (HST-10)', () => {
  expect(browserCommand('linux', {})).toBeUndefined();
});

test('each system opens an address in its own way (HST-10)', () => {
  const programs = [
    browserCommand('linux', { WAYLAND_DISPLAY: 'wayland-0' }),
    browserCommand('darwin', {}),
    browserCommand('win32', {}),
  ];
  expect(programs.map((command) => command?.[0])).toEqual(['xdg-open', 'open', 'rundll32']);
});
