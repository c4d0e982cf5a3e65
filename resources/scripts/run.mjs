import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs a program in the folder of the product with this terminal and resolves with its exit code. Ctrl+C reaches the
 * program by itself and is left to it; a request to end is passed on. `timeoutMs` ends it early.
 */
export function run(program, args, { env = {}, stdio = 'inherit', timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio, env: { ...process.env, ...env }, timeout: timeoutMs });
    const ignoreInterrupt = () => undefined;
    const passOn = () => child.kill('SIGTERM');
    process.on('SIGINT', ignoreInterrupt);
    process.on('SIGTERM', passOn);
    const finish = (exitCode) => {
      process.off('SIGINT', ignoreInterrupt);
      process.off('SIGTERM', passOn);
      resolve(exitCode);
    };
    child.on('error', () => finish(127));
    child.on('close', (exitCode) => finish(exitCode ?? 1));
  });
}
