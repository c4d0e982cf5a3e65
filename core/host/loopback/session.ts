import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may use a running loopback host: whoever was given the launch address, and their browser from then on. */
export interface Session {
  /** 256 random bits, base64url; part of the printed address behind `#`, so that it is never sent or logged. */
  readonly launchToken: string;
  /** The cookie that a right token is exchanged for, as a `Set-Cookie` value; undefined for a wrong token. */
  exchange(token: string): string | undefined;
  /** Whether a `Cookie` header carries the session. */
  isOpen(cookieHeader: string | undefined): boolean;
}

/**
 * Starts a session for the server on `port`. The port is part of the cookie's name, because cookies do not
 * distinguish ports and two workstations may run side by side. Does not throw.
 *
 * @example const session = createSession(4400); session.isOpen(undefined) // false
 */
export function createSession(port: number): Session {
  const launchToken = randomBytes(32).toString('base64url');
  const cookieSecret = randomBytes(32).toString('base64url');
  const cookieName = `stockwright-${port}`;
  return {
    launchToken,
    exchange(token) {
      if (!isSame(token, launchToken)) return undefined;
      return `${cookieName}=${cookieSecret}; Path=/; HttpOnly; SameSite=Strict`;
    },
    isOpen(cookieHeader) {
      const cookies = (cookieHeader ?? '').split(';').map((cookie) => cookie.trim());
      const own = cookies.find((cookie) => cookie.startsWith(`${cookieName}=`));
      return own !== undefined && isSame(own.slice(cookieName.length + 1), cookieSecret);
    },
  };
}

/** Hashed first, so that neither length nor content shows in the time taken. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
