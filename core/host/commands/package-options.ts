import type { OptionValues } from '#core/host/command.ts';
import { UsageError } from '#core/host/usage-error.ts';

/** The value of an option that has to be there. Throws a UsageError that names it. */
export function requiredOption(values: OptionValues, name: string, placeholder: string): string {
  const value = values[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new UsageError(`--${name} ${placeholder} is missing.`);
}

/** A whole number from `least` to `most`, or the default. Throws a UsageError that names what is allowed. */
export function wholeOption(values: OptionValues, name: string, fallback: number, least = 0, most = Infinity): number {
  const value = values[name];
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < least) {
    throw new UsageError(`--${name} takes a whole number of ${least} or more, not ${String(value)}.`);
  }
  if (number > most) throw new UsageError(`--${name} takes ${most} at most, not ${number}.`);
  return number;
}

/** As `wholeOption`, of an option that has to be there. */
export function requiredWhole(values: OptionValues, name: string, least: number, most?: number): number {
  requiredOption(values, name, 'N');
  return wholeOption(values, name, least, least, most);
}
