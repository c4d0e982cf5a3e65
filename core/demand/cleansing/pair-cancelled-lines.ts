import { notKnown, type DemandLines } from './demand-lines.ts';
import { demandStreams } from './demand-stream.ts';

const sale = demandStreams.indexOf('sale');
const returned = demandStreams.indexOf('return');

/** Days after which a return no longer says that the sale was an error. */
export const cancellationDays = 30;

/**
 * Finds sales that were cancelled: a return of the same customer, place and size at most `windowDays` calendar days later
 * (rule DEM-81). Each return cancels the latest such sale that no other return has, since an error is put right before the
 * next is made; a sale and a return of one day belong together, unless their times say otherwise. Lines of unknown customers are no pairs. The
 * result holds for every line the position of its partner, or notKnown. Linear but for the sorting of the few lines that
 * could be pairs; does not throw.
 * Source: sales that are reversed are no demand, Silver, Pyke and Thomas, 4th ed., section 3.7 (cleaning of historical data).
 *
 * @example const line = (day, stream) => ({ place: 0, day, qty: 80, stream, customer: 'C' });
 *   pairCancelledLines(gatherLines([line(1, 'sale'), line(3, 'return')])) is [1, 0]
 */
export function pairCancelledLines(lines: DemandLines, windowDays = cancellationDays): Int32Array {
  const partner = new Int32Array(lines.count).fill(notKnown);
  const open: number[] = [];
  let last = notKnown;
  for (const line of possiblePairs(lines)) {
    if (last === notKnown || !isSameDeal(lines, last, line)) open.length = 0;
    last = line;
    if (lines.stream[line] === sale) {
      open.push(line);
      continue;
    }
    const latest = open.at(-1);
    if (latest === undefined || wholeDay(lines, line) - wholeDay(lines, latest) > windowDays) continue;
    open.pop();
    partner[latest] = line;
    partner[line] = latest;
  }
  return partner;
}

/** The lines of every customer and place with a return, deal by deal, each in the order of time. */
function possiblePairs(lines: DemandLines): Int32Array {
  const customers = Math.max(1, lines.customers.length);
  const dealOf = (line: number): number => (lines.place[line] ?? 0) * customers + (lines.customer[line] ?? 0);
  const withReturn = new Set<number>();
  for (let line = 0; line < lines.count; line += 1) {
    if (lines.stream[line] === returned && lines.customer[line] !== notKnown) withReturn.add(dealOf(line));
  }
  const found: number[] = [];
  for (let line = 0; withReturn.size > 0 && line < lines.count; line += 1) {
    const isTraded = lines.stream[line] === sale || lines.stream[line] === returned;
    if (isTraded && lines.customer[line] !== notKnown && withReturn.has(dealOf(line))) found.push(line);
  }
  return Int32Array.from(found).sort(
    (a, b) =>
      dealOf(a) - dealOf(b) ||
      (lines.qty[a] ?? 0) - (lines.qty[b] ?? 0) ||
      (lines.day[a] ?? 0) - (lines.day[b] ?? 0) ||
      (lines.stream[a] ?? 0) - (lines.stream[b] ?? 0) ||
      (lines.channel[a] ?? 0) - (lines.channel[b] ?? 0) ||
      a - b,
  );
}

function isSameDeal(lines: DemandLines, one: number, other: number): boolean {
  return (
    lines.place[one] === lines.place[other] &&
    lines.customer[one] === lines.customer[other] &&
    lines.qty[one] === lines.qty[other]
  );
}

function wholeDay(lines: DemandLines, line: number): number {
  return Math.floor(lines.day[line] ?? 0);
}
