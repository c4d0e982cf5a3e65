/** A cell or option of a call as text; what is no plain value is written as JSON. Does not throw. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}
