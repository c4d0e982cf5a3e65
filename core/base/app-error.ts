/** The closed list of expected failures; the prefix says who can do something about it. */
export const errorCodes = [
  'input.invalid',
  'input.notFound',
  'input.package',
  'auth.required',
  'auth.rejected',
  'auth.expired',
  'auth.forbidden',
  'erp.unreachable',
  'erp.timeout',
  'erp.throttled',
  'erp.rejected',
  'erp.conflict',
  'erp.protocol',
  'data.stale',
  'data.missing',
  'data.inconsistent',
  'plan.cycle',
  'plan.limit',
  'db.locked',
  'db.corrupt',
  'db.fromFuture',
  'db.full',
  'db.readOnly',
  'rpc.closed',
  'rpc.deadline',
  'rpc.tooLarge',
  'cancelled',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export interface AppErrorOptions {
  /** Facts for the message and for the reader's next step: a file, a line, an order. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** True when the same call may succeed later without a change. */
  readonly retryable?: boolean;
  readonly cause?: unknown;
}

/**
 * An expected failure: what happened and what to do, in a neutral voice. Everything else is a bug.
 *
 * @example new AppError('db.locked', 'The store is open in another window. Close it and try again.')
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly data: Readonly<Record<string, unknown>>;
  readonly retryable: boolean;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.data = options.data ?? {};
    this.retryable = options.retryable ?? false;
  }
}

/** Tells an expected failure from a bug. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
