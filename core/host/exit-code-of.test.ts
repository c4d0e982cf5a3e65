import { expect, test } from 'vitest';
import { AppError, errorCodes } from '#core/base/app-error.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { UsageError } from './usage-error.ts';

test('every expected failure has the exit code that is documented for its family (HST-12)', () => {
  const codes: unknown = Object.fromEntries(
    errorCodes.map((code) => [code.split('.', 1)[0], exitCodeOf(new AppError(code, 'x'))]),
  );
  expect(codes).toEqual({ input: 1, data: 1, plan: 1, auth: 3, erp: 3, db: 4, rpc: 70, cancelled: 130 });
});

test('wrong usage is 2, a bug is 70 (HST-12)', () => {
  expect([exitCodeOf(new UsageError('x')), exitCodeOf(new TypeError('x')), exitCodeOf('x')]).toEqual([2, 70, 70]);
});
