import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The built loopback host, started for one test with a store of its own. */
export interface RunningHost {
  /** The printed address, with the launch token. */
  readonly url: string;
  /** The folder of its stores; removed when the host is stopped. */
  readonly folder: string;
  /** What it wrote to its log so far. */
  notes(): string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts `serve --json` with further arguments and waits for its one line. `--db` names a store in a fresh folder
 * unless an argument names another. Rejects with what the host wrote when it ends before it prints.
 */
export async function startHost(...args: readonly string[]): Promise<RunningHost> {
  const folder = await mkdtemp(join(tmpdir(), 'stockwright-e2e-'));
  const db = args.includes('--db') ? [] : ['--db', join(folder, 'cache.sqlite')];
  const child = spawn(process.execPath, ['dist/node/cli.js', 'serve', '--json', ...db, ...args], {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let notes = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (notes += text));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => {
      resolve((JSON.parse(line) as { url: string }).url); // The object `serve` prints.
    });
    child.once('exit', (exitCode) =>
      reject(new Error(`The host ended with ${String(exitCode)} before it printed its address:\n${notes}`)),
    );
  });
  return {
    url,
    folder,
    notes: () => notes,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      child.kill('SIGTERM');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
