import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { writeColumns } from './write-columns.ts';

/** One full replan by the C program. */
export interface CPlan {
  readonly totalMs: number;
  readonly nettingMs: number;
  readonly mergeMs: number;
  /** On all processors together, which does not grow where other programs take turns. */
  readonly cpuMs: number;
  readonly orders: number;
  readonly exceptions: number;
  /** Sum of all order quantities, in grains. */
  readonly quantity: number;
}

/** The C program with a frame loaded, waiting for questions. */
export interface CProgram {
  plan(threads: number): Promise<CPlan>;
  /** The bytes of the columns of the last plan, in the order of `planLayout`. */
  lastPlan(): Promise<Uint8Array<ArrayBuffer>>;
  /** Nanoseconds per 8 bytes of a sum over an array much larger than the caches. */
  bandwidth(threads: number): Promise<number>;
  dispose(): Promise<void>;
}

const compilers = ['gcc', 'cc', 'clang'];
// Without contraction: a fused multiply-add rounds once where JavaScript rounds twice.
const flags = ['-O3', '-pthread', '-ffp-contract=off'];

/** The compiler that will be used, as it names itself, or undefined where there is none. */
export function findCompiler(): { readonly command: string; readonly version: string } | undefined {
  for (const command of compilers) {
    const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
    if (status === 0) return { command, version: `${stdout.split('\n')[0] ?? command}, ${flags.slice(0, 2).join(' ')}` };
  }
  return undefined;
}

/** Compiles `netting.c` into a temporary folder and starts it over a frame and its forecast. */
export async function startCProgram(command: string, frame: Frame, forecast: ForecastViews): Promise<CProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'netting-'));
  const program = join(folder, 'netting');
  const source = join(import.meta.dirname, 'netting.c');
  const compiled = spawnSync(command, [...flags, '-o', program, source, '-lm'], { encoding: 'utf8' });
  if (compiled.status !== 0) throw new Error(`netting.c does not compile: ${compiled.stderr}`);
  writeColumns(join(folder, 'frame.bin'), frame, forecast);
  const child = spawn(program, [join(folder, 'frame.bin')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function nextLine(): Promise<string> {
    const { value, done } = await lines.next();
    if (done) throw new Error('The C program ended; what it wrote stands above.');
    return value;
  }
  async function ask(question: string): Promise<readonly string[]> {
    child.stdin.write(`${question}\n`);
    return (await nextLine()).split(' ');
  }
  await nextLine();
  return {
    async plan(threads) {
      const [totalMs = 0, nettingMs = 0, mergeMs = 0, cpuMs = 0, orders = 0, exceptions = 0, quantity = 0] = (
        await ask(`plan ${threads}`)
      ).map(Number);
      return { totalMs, nettingMs, mergeMs, cpuMs, orders, exceptions, quantity };
    },
    async lastPlan() {
      const path = join(folder, 'plan.bin');
      await ask(`write ${path}`);
      const bytes = new Uint8Array(readFileSync(path));
      rmSync(path);
      return bytes;
    },
    async bandwidth(threads) {
      return Number((await ask(`bandwidth ${threads}`))[0]);
    },
    async dispose() {
      child.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
