import { describe, expect, it } from 'vitest';
import { createRenamedRows } from './renamed-rows.ts';

describe('rows known by another key', () => {
  it('GRD-10 are found by the key of the firm order they became, and by their own again once restored', () => {
    const renamed = createRenamedRows();
    expect(renamed.keyNow('12/0/3/20470')).toBe('12/0/3/20470');
    renamed.rename('12/0/3/20470', 'F1');
    expect(renamed.keyNow('12/0/3/20470')).toBe('F1');
    renamed.rename('F1', '12/0/3/20470');
    expect([renamed.keyNow('F1'), renamed.keyNow('12/0/3/20470')]).toEqual(['12/0/3/20470', '12/0/3/20470']);
  });
});
