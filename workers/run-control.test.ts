import { describe, expect, it } from 'vitest';
import { controlBytes, createSeparateControl, createSharedControl, type RunControl } from './run-control.ts';

const kinds: readonly (readonly [string, () => RunControl])[] = [
  ['shared', () => createSharedControl(new SharedArrayBuffer(controlBytes))],
  ['separate', () => createSeparateControl(0, 1)],
];

describe.each(kinds)('the %s control of runs', (_kind, create) => {
  it('WRK-1 hands out every block of a run once', () => {
    const control = create();
    control.begin(1);
    expect([0, 1, 2, 3].map((taken) => control.takeBlock(1, taken, 3))).toEqual([0, 1, 2, undefined]);
  });

  it('WRK-3 hands out no block of a run that a newer one ended, and leaves those of the newer one alone', () => {
    const control = create();
    control.begin(1);
    control.takeBlock(1, 0, 3);
    control.begin(2);
    expect(control.takeBlock(1, 1, 3)).toBeUndefined();
    expect(control.takeBlock(2, 0, 3)).toBe(0);
  });

  it('WRK-4 counts blocks of the wanted run only', () => {
    const control = create();
    control.begin(1);
    control.finishBlock(1);
    control.begin(2);
    control.finishBlock(1);
    control.finishBlock(2);
    expect(control.blocksDone()).toBe(1);
  });
});
