import { describe, expect, test } from 'vitest';
import { collectLog } from '#core/host/testing/collect-log.ts';
import { openSecrets } from './open-secrets.ts';
import { runProgram, type RunProgram } from './run-program.ts';

/** A keystore program that keeps what it is given, and every argument anybody on the machine could have read. */
function keystoreProgram(): { readonly run: RunProgram; readonly seenArguments: string[] } {
  const stored = new Map<string, string>();
  const seenArguments: string[] = [];
  const run: RunProgram = async (program, args, input) => {
    seenArguments.push([program, ...args].join(' '));
    const [verb] = args;
    if (verb === 'store') return keep(args.at(-1) ?? '', input);
    if (verb === '-i') {
      const [, name, hex] = /-a "([^"]+)" -X ([\da-f]+)\n$/.exec(input) ?? [];
      return keep(name ?? '', Buffer.from(hex ?? '', 'hex').toString());
    }
    const name = verb === 'find-generic-password' ? args[4] : args.at(-1);
    const value = stored.get(name ?? '');
    if (verb === 'clear' || verb === 'delete-generic-password') stored.delete(name ?? '');
    return value === undefined ? { exitCode: 1, output: '' } : { exitCode: 0, output: value };
  };
  function keep(name: string, value: string): { readonly exitCode: number; readonly output: string } {
    stored.set(name, value);
    return { exitCode: 0, output: '' };
  }
  return { run, seenArguments };
}

describe.each(['linux', 'darwin'] as const)('the keystore of %s (HST-13)', (platform) => {
  test('keeps, replaces and forgets a secret that no list of processes shows', async () => {
    const { run, seenArguments } = keystoreProgram();
    const secrets = await openSecrets(collectLog(), platform, run);
    await secrets.set('erp', 'first');
    await secrets.set('erp', 'päss "phrase"');
    expect(await secrets.get('erp')).toBe('päss "phrase"');
    await secrets.delete('erp');
    expect(await secrets.get('erp')).toBeUndefined();
    expect(seenArguments.join('\n')).not.toMatch(/first|phrase/);
  });
});

test.each(['linux', 'darwin', 'win32'] as const)(
  'without a keystore on %s a secret lives until the end, and the log says so (HST-13)',
  async (platform) => {
    const log = collectLog();
    const secrets = await openSecrets(log, platform, async () => ({ exitCode: 1, output: '' }));
    await secrets.set('erp', 'secret');
    expect(await secrets.get('erp')).toBe('secret');
    expect(log.entries.map(({ level }) => level)).toEqual(['warn']);
  },
);

test('a program that is missing does not end the workstation (HST-13)', async () => {
  expect(await runProgram('there-is-no-such-program', [], 'x')).toEqual({ exitCode: 127, output: '' });
});

test('a program gets its input and gives its output (HST-13)', async () => {
  expect(await runProgram(process.execPath, ['-e', 'process.stdin.pipe(process.stdout)'], 'x')).toEqual({
    exitCode: 0,
    output: 'x',
  });
});
