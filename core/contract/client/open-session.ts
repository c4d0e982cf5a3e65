import { z } from 'zod';
import { AppError } from '#core/base/app-error.ts';

const refusal = z.object({ code: z.enum(['auth.required', 'auth.rejected', 'auth.forbidden']), message: z.string() });

/** What the exchange needs of the page. */
export interface SessionPage {
  readonly location: Pick<Location, 'hash' | 'pathname'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly fetch: (path: string, init: { readonly method: string; readonly body?: string }) => Promise<Response>;
}

/**
 * Opens the page's session with the loopback host: exchanges the launch token behind `#` for a cookie and takes it
 * out of the address, or makes sure that an earlier session still stands. Errors: `auth.rejected` for a wrong token,
 * `auth.required` without one, `rpc.closed` when the host is gone.
 */
export async function openSession({ location, history, fetch }: SessionPage): Promise<void> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  const answer = await fetch('/session', token === null ? { method: 'GET' } : { method: 'POST', body: token }).catch(
    (cause: unknown) => {
      throw new AppError('rpc.closed', 'The workstation is not running. Start it again and open the address it prints.', {
        cause,
      });
    },
  );
  if (!answer.ok) throw await refusalIn(answer);
  if (token !== null) history.replaceState(null, '', location.pathname);
}

async function refusalIn(answer: Response): Promise<AppError> {
  const body: unknown = await answer.json().catch(() => undefined);
  const known = refusal.safeParse(body);
  if (known.success) return new AppError(known.data.code, known.data.message);
  return new AppError('rpc.closed', `The workstation answered ${answer.status}. Start it again and open the address it prints.`);
}
