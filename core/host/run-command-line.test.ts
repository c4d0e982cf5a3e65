import { expect, test } from 'vitest';
import { AppError } from '#core/base/app-error.ts';
import type { Command } from './command.ts';
import { runCommandLine } from './run-command-line.ts';
import { UsageError } from './usage-error.ts';

const count: Command = {
  name: 'count',
  summary: 'Counts.',
  usage: '--to N',
  options: { to: { type: 'string' } },
  run: async (values, { note, announce }) => {
    note('counting');
    if (values['to'] === undefined) throw new UsageError('--to is missing.');
    if (values['to'] === 'bug') throw new TypeError('secret');
    if (values['to'] === 'locked') throw new AppError('db.locked', 'The store is locked.', { data: { file: 'x' } });
    if (values['to'] === 'forever') announce({ result: { url: 'http://…' }, text: 'http://…' });
    return {
      exitCode: values['to'] === 'bad' ? 1 : 0,
      result: { counted: values['to'] },
      text: `counted to ${String(values['to'])}`,
    };
  },
};

async function run(...args: string[]): Promise<{ readonly exitCode: number; readonly printed: string; readonly noted: string }> {
  let printed = '';
  let noted = '';
  const surroundings = {
    print: (text: string) => void (printed += text),
    note: (line: string) => void (noted += `${line}\n`),
    signal: new AbortController().signal,
    environment: {},
  };
  return { exitCode: await runCommandLine(args, [count], surroundings), printed, noted };
}

test('prints the result as text, progress apart (HST-11)', async () => {
  expect(await run('count', '--to', '3')).toEqual({ exitCode: 0, printed: 'counted to 3\n', noted: 'counting\n' });
});

test('prints exactly one object with --json (HST-11)', async () => {
  expect((await run('count', '--to', '3', '--json')).printed).toBe('{"counted":"3"}\n');
});

test('prints an announced result once (HST-11)', async () => {
  expect((await run('count', '--to', 'forever', '--json')).printed).toBe('{"url":"http://…"}\n');
});

test('prints a failure as one object too (HST-11)', async () => {
  const { exitCode, printed } = await run('count', '--to', 'locked', '--json');
  expect([exitCode, JSON.parse(printed)]).toEqual([
    4,
    { error: { code: 'db.locked', message: 'The store is locked.', data: { file: 'x' } } },
  ]);
});

test('tells a bug from standard output (HST-12)', async () => {
  const { exitCode, printed, noted } = await run('count', '--to', 'bug', '--json');
  expect([exitCode, printed.includes('secret'), noted.includes('secret')]).toEqual([70, false, true]);
});

test('passes on that a problem with the data was found (HST-12)', async () => {
  expect((await run('count', '--to', 'bad')).exitCode).toBe(1);
});

test.each([['unknown'], ['count', '--unknown'], ['count', 'extra'], ['count'], []])(
  'wrong usage exits with 2 (HST-12)',
  async (...args) => {
    expect((await run(...args)).exitCode).toBe(2);
  },
);

test('--help lists the commands, and the options of one (HST-11)', async () => {
  expect((await run('--help')).printed).toContain('  count  Counts.');
  expect((await run('count', '--help')).printed).toContain('Usage: count --to N [--json]');
});
