/** Days on which something holds, both ends included; without an end they are infinite. */
export interface ValidDays {
  readonly from: number;
  readonly to: number;
}

/** Every day. */
export const always: ValidDays = { from: -Infinity, to: Infinity };

/** The days that both have, or undefined where there are none. @example commonDays({ from: 1, to: 5 }, { from: 4, to: 9 }) → 4 to 5 */
export function commonDays(a: ValidDays, b: ValidDays): ValidDays | undefined {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  return from <= to ? { from, to } : undefined;
}

/** All days that none of the given has, in order. Does not throw. @example daysNotIn([{ from: 3, to: 5 }]) → up to 2, from 6 */
export function daysNotIn(given: readonly ValidDays[]): ValidDays[] {
  const gaps: ValidDays[] = [];
  let next = -Infinity;
  for (const { from, to } of given.filter((days) => days.from <= days.to).sort((a, b) => a.from - b.from)) {
    if (from > next) gaps.push({ from: next, to: from - 1 });
    next = Math.max(next, to + 1);
  }
  if (next < Infinity) gaps.push({ from: next, to: Infinity });
  return gaps;
}

/** True on a day inside. @example isValidOn(always, 0) === true */
export function isValidOn({ from, to }: ValidDays, day: number): boolean {
  return from <= day && day <= to;
}
