/**
 * Closes an exhaustive `switch`: the compiler rejects the call while a case is missing.
 * Throws a plain Error (a bug, never shown raw) if a value outside its type arrives at run time.
 */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
