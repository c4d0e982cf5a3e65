/** What the backend needs of its host; tests pass fakes, hosts pass the real thing. */

export interface Clock {
  now(): Date;
}

/** Makes identifiers that no other machine makes. */
export interface Ids {
  next(): string;
}

/** The operating system's keystore. Values are written and used, never shown. */
export interface Secrets {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
  delete(name: string): Promise<void>;
}

export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string, facts?: Readonly<Record<string, unknown>>): void;
}
