/** What is checked before anything else is done with a request. */
export interface RequestFacts {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** The browser's own word on who asks (`Sec-Fetch-Site`), absent outside browsers. */
  readonly fetchSite: string | undefined;
  /** True for requests that change something or open a connection: they must say where they come from. */
  readonly needsOrigin: boolean;
  /** True for requests whose answer is data of the company. */
  readonly isPrivate: boolean;
}

/** Why a request is not answered. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/**
 * Lets in only requests that were addressed to this server by name and come from its own page. The host check stops
 * a foreign domain that resolves to 127.0.0.1 (DNS rebinding), the origin check a foreign page that knows the port;
 * the session alone would stop neither, because cookies do not distinguish ports. Does not throw.
 *
 * @example refusalOf({ host: 'evil.example', … }, 4400)?.status // 421
 */
export function refusalOf(request: RequestFacts, port: number): Refusal | undefined {
  const names = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
  if (request.host === undefined || !names.includes(request.host)) return wrongHost(request.host ?? 'no name');
  if (request.origin !== undefined && request.origin !== `http://${request.host}`) return foreignOrigin(request.origin);
  if (request.origin === undefined && request.needsOrigin) return foreignOrigin('not stated');
  const isForeignFetch = request.fetchSite !== undefined && !['same-origin', 'none'].includes(request.fetchSite);
  if (isForeignFetch && (request.isPrivate || request.needsOrigin)) return foreignOrigin(request.fetchSite);
  return undefined;
}

function wrongHost(host: string): Refusal {
  const message = `The request was addressed to ${quote(host)}, which is not this server. Open the address printed at the start of the workstation.`;
  return { status: 421, code: 'auth.forbidden', message };
}

function foreignOrigin(origin: string): Refusal {
  const message = `The request came from a foreign page (origin: ${quote(origin)}). Only the workstation's own page may use this server.`;
  return { status: 403, code: 'auth.forbidden', message };
}

/** Values of a stranger are cut short and stripped before they are shown. */
function quote(value: string): string {
  return value.replace(/[^\w.:/[\]-]/g, '?').slice(0, 100);
}
