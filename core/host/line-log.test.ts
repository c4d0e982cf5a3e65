import { expect, test } from 'vitest';
import { lineLog } from './line-log.ts';

test('an entry is one line with its facts', () => {
  const lines: string[] = [];
  lineLog((line) => lines.push(line)).info('Pulled', { items: 3 });
  lineLog((line) => lines.push(line)).warn('Slow');
  expect(lines).toEqual(['info Pulled {"items":3}', 'warn Slow']);
});

test('a bug keeps its stack', () => {
  const lines: string[] = [];
  lineLog((line) => lines.push(line)).error('Bug', { error: new TypeError('broken') });
  expect(lines[0]).toMatch(/^error Bug .*TypeError: broken\\n {4}at /);
});
