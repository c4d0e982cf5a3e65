import { isAppError } from '#core/base/app-error.ts';
import { UsageError } from './usage-error.ts';

/** 1 data, 2 usage, 3 ERP, 4 store, 70 bug, 130 ended by Ctrl+C as shells count it. */
export type FailureCode = 1 | 2 | 3 | 4 | 70 | 130;

/**
 * The exit code of a command that failed with `error`, as the data package's documentation promises it. Does not throw.
 *
 * @example exitCodeOf(new AppError('db.locked', '…')) // 4
 */
export function exitCodeOf(error: unknown): FailureCode {
  if (error instanceof UsageError) return 2;
  if (!isAppError(error)) return 70;
  const family = error.code.split('.', 1)[0];
  switch (family) {
    case 'input':
    case 'data':
    case 'plan':
      return 1;
    case 'auth':
    case 'erp':
      return 3;
    case 'db':
      return 4;
    case 'cancelled':
      return 130;
    default:
      return 70;
  }
}
