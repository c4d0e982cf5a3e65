import { spawn } from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The program that opens an address in the user's browser, or undefined where nobody could see it. Does not throw.
 *
 * @example browserCommand('linux', { DISPLAY: ':0' }) // ['xdg-open']
 */
export function browserCommand(platform: NodeJS.Platform, environment: Environment): readonly string[] | undefined {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const hasDisplay = Boolean(environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY']);
  return hasDisplay ? ['xdg-open'] : undefined;
}

/** Opens `url` in the user's browser where there is one. The address is printed anyway, so a failure is not reported. */
export function openBrowser(url: string, environment: Environment): void {
  const [program, ...args] = browserCommand(process.platform, environment) ?? [];
  if (program === undefined) return;
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined); // The program is missing: the printed address remains.
  child.unref();
}
