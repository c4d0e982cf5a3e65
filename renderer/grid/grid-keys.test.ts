import { describe, expect, it } from 'vitest';
import { decideKey } from './grid-keys.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('keys of the grid', () => {
  it('GRD-2 select, open and edit', () => {
    expect([
      decideKey({ ...none, key: ' ' }, false),
      decideKey({ ...none, key: 'ArrowDown', shiftKey: true }, false),
      decideKey({ ...none, key: 'a', ctrlKey: true }, false),
      decideKey({ ...none, key: 'Enter' }, false),
      decideKey({ ...none, key: 'Enter' }, true),
      decideKey({ ...none, key: '5' }, true),
    ]).toEqual(['toggle', 'extendDown', 'selectAll', 'open', 'pass', 'pass']);
  });

  it('GRD-2 leave letters, Delete and shortcuts to the commands', () => {
    const keys = [{ key: 'u' }, { key: 'Delete' }, { key: 'Enter', ctrlKey: true }, { key: 'ArrowLeft', altKey: true }];
    expect(keys.map((key) => decideKey({ ...none, ...key }, true))).toEqual(['ignore', 'ignore', 'ignore', 'ignore']);
  });
});
