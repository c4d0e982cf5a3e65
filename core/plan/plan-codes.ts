import { exceptionKinds, orderReasons, type ExceptionKind } from './plan-result.ts';

/** The code of an order reason. Does not throw. @example codeOfReason('firm') === 5 */
export function codeOfReason(reason: (typeof orderReasons)[number]): number {
  return orderReasons.indexOf(reason);
}

/** The code of an exception kind. Does not throw. @example codeOfException('negative_stock') === 0 */
export function codeOfException(kind: ExceptionKind): number {
  return exceptionKinds.indexOf(kind);
}
