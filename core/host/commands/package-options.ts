import { UsageError } from '#core/host/usage-error.ts';

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** The value of an option that has to be there. Throws a UsageError that names it. */
export function requiredOption(values: Values, name: string, placeholder: string): string {
  const value = values[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new UsageError(`--${name} ${placeholder} is missing.`);
}

/** A whole number from `least` on, or the default. Throws a UsageError that names what is allowed. */
export function wholeOption(values: Values, name: string, fallback: number, least = 0): number {
  const value = values[name];
  if (value === undefined) return fallback;
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new UsageError(`--${name} takes a whole number of ${least} or more, not ${String(value)}.`);
}
