import { fillWordOf, type RandomStream } from '#core/simulate/random/random-stream.ts';
import { countTable, drawPoint, tableOf, type CountTable } from './count-table.ts';

/** Lead times of the orders of an item-location: a fixed part per period, and what is drawn on top of it. */
export interface LeadTimePath {
  /** Whole periods for an order placed in each period; length = periods. */
  readonly base: Int32Array;
  /** Whole periods to add, below 0 for an early arrival; undefined where lead times are fixed. */
  readonly extra: CountTable | undefined;
  /** Whether a later order may arrive before an earlier one. Without crossing it arrives together with it. */
  readonly mayCross: boolean;
}

/**
 * The same lead time, whole periods, for every order. Does not throw.
 *
 * @example fixedLeadTime(3, 2).base is [3, 3]
 */
export function fixedLeadTime(leadTime: number, periods: number): LeadTimePath {
  return { base: new Int32Array(periods).fill(leadTime), extra: undefined, mayCross: true };
}

/**
 * Independent lead times with the given probabilities, of which one is above 0 (else a bug of the caller).
 *
 * @example longestLeadTime(randomLeadTime({ '3': 0.2, '5': 0.8 }, 100, true)) === 5
 */
export function randomLeadTime(shares: Readonly<Record<string, number>>, periods: number, mayCross: boolean): LeadTimePath {
  const longest = Math.max(...Object.keys(shares).map(Number));
  const weights = Array.from({ length: longest + 1 }, (_, leadTime) => shares[leadTime] ?? 0);
  return { base: new Int32Array(periods), extra: tableOf(weights, 0, 1), mayCross };
}

/**
 * How far a lead time of `mean` whole periods strays, with the given standard deviation (rule SIM-5): one period early or
 * late where the variance is at most 1; else a negative binomial above the latest start that leaves room for the variance,
 * as suppliers are seldom much too early and sometimes very late. Mean and variance are kept exactly; an order never arrives
 * before it is placed. Undefined without deviation. Does not throw.
 *
 * @example const { first, cumulative } = strayOf(10, 1);
 *   [first, cumulative] is [-1, [0.5, 0.5, Infinity]] (a period early or late)
 */
export function strayOf(mean: number, sd: number): CountTable | undefined {
  const variance = sd * sd;
  if (!(variance > 0) || mean <= 0) return undefined;
  if (variance <= 1) return tableOf([variance / 2, 1 - variance, variance / 2], -1, 1);
  const least = Math.max(0, Math.ceil(mean - variance));
  const { first, ...counts } = countTable(mean - least, variance);
  return { ...counts, first: first + least - mean };
}

/** Draws lead times of the orders of one item-location, for the replication that is set. */
export interface LeadTimeDraw {
  readonly path: LeadTimePath;
  readonly stream: RandomStream;
  replication: number;
  /** Room for the word of an order. */
  readonly word: Uint32Array;
}

/**
 * A draw from a stream, of replication 0. Does not throw.
 *
 * @example createLeadTimeDraw(fixedLeadTime(3, 2), { seed: 1, item: 2, site: 3 }).replication === 0
 */
export function createLeadTimeDraw(path: LeadTimePath, stream: RandomStream): LeadTimeDraw {
  return { path, stream, replication: 0, word: new Uint32Array(1) };
}

/**
 * The lead time of an order that is placed at the end of a period, at least 1: it is there at the start of the next at the
 * earliest. Drawn when it is asked for, as most periods place no order. Does not throw.
 * Source: SIM-5.
 *
 * @example drawLeadTime(createLeadTimeDraw(fixedLeadTime(0, 2), { seed: 1, item: 2, site: 3 }), 1) === 1
 */
export function drawLeadTime({ path, stream, replication, word }: LeadTimeDraw, period: number): number {
  const { base, extra } = path;
  let leadTime = base[period] ?? 0;
  if (extra !== undefined) {
    fillWordOf(stream, replication, 'leadTime', period, word);
    leadTime += extra.first + drawPoint(extra, word[0] ?? 0);
  }
  return leadTime < 1 ? 1 : leadTime;
}

/** The longest lead time that can be drawn, at least 1. Does not throw. @example longestLeadTime(fixedLeadTime(3, 10)) === 3 */
export function longestLeadTime({ base, extra }: LeadTimePath): number {
  let longest = 0;
  for (const leadTime of base) longest = Math.max(longest, leadTime);
  return Math.max(1, longest + (extra === undefined ? 0 : extra.first + extra.cumulative.length - 1));
}

/** The lead time all orders have, or 0 where they differ. Does not throw. @example steadyLeadTime(fixedLeadTime(3, 10)) === 3 */
export function steadyLeadTime({ base, extra }: LeadTimePath): number {
  const first = Math.max(1, base[0] ?? 0);
  return extra === undefined && base.every((leadTime) => Math.max(1, leadTime) === first) ? first : 0;
}
