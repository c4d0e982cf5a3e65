import { describe, expect, it } from 'vitest';
import { findCommands, matchesShortcut } from './command.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('commands', () => {
  it('DSK-5 answer to exactly their keys', () => {
    expect(matchesShortcut('Ctrl+K', { ...none, key: 'k', ctrlKey: true })).toBe(true);
    expect(matchesShortcut('Ctrl+K', { ...none, key: 'k', metaKey: true })).toBe(true);
    expect(matchesShortcut('Ctrl+K', { ...none, key: 'k' })).toBe(false);
    expect(matchesShortcut('F1', { ...none, key: 'F1', shiftKey: true })).toBe(false);
  });
  it('DSK-5 are found by words of their name in any order', () => {
    const run = (): void => undefined;
    const commands = ['Go to Sync', 'Theme: dark'].map((name) => ({ id: name, name, run }));
    expect(findCommands(commands, 'sync go').map(({ id }) => id)).toEqual(['Go to Sync']);
  });
});
