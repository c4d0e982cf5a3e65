import { movementRatio } from '#core/demand/hierarchy/movement-ratio.ts';
import { profileOfNode } from '#core/demand/nodes/family-profiles.ts';
import { forecastWeeks, weeksPerYear } from '#core/demand/nodes/forecast-columns.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import { shownHistory, type DemandScope } from './demand-scope.ts';
import { readForecastGrains } from './forecast-grains.ts';
import { weekDays, weekYearAgo } from './forecast-weeks.ts';
import type { OverrideIndex } from './index-overrides.ts';
import { measureTotal } from './measure-total.ts';
import type { TotalMembers } from './total-members.ts';

/** A typed total is an override of each member, made, sent and listed as one step; of more than these it is not taken. */
export const mostTypedMembers = 5000;
/** A few tenths of a millisecond. */
const membersPerStep = 64;

/**
 * The sums of a total, member by member, to be run in pieces. A week of history of which some members are not known counts those
 * that are; one of which none is known is not known.
 */
export function* totalScope(
  { frame, forecast, excluded }: Pick<Planned, 'frame' | 'forecast' | 'excluded'>,
  key: string,
  { nodes, currency }: Pick<TotalMembers, 'nodes' | 'currency'>,
  overrides: OverrideIndex,
): Generator<undefined, DemandScope> {
  const { historyWeeks } = frame.meta;
  const weeks = forecastWeeks(frame);
  const measure = measureTotal(frame, nodes, currency !== null);
  const series = new Float64Array(historyWeeks);
  const taken = new Float64Array(historyWeeks);
  const known = new Uint32Array(historyWeeks);
  const moves = new Float64Array(historyWeeks);
  const squares = new Float64Array(historyWeeks);
  const statistical = new Float64Array(weeks);
  const inForce = new Float64Array(weeks);
  const perWeek = new Float64Array(nodes.length);
  const typedMembers = new Uint32Array(weeks);
  const seasonal = new Float64Array(weeksPerYear);
  let [sold, soldPlain] = [0, 0];
  let [variances, deviations, withoutCost] = [0, 0, 0];
  for (let place = 0; place < nodes.length; place += 1) {
    if (place % membersPerStep === 0) yield;
    const node = nodes[place] ?? 0;
    const factor = measure.factorOf(node);
    if (factor === 0) withoutCost += 1;
    // Excluded demand came, so that it is shown, and says nothing of what comes.
    const out = excluded.get(node);
    let before = NaN;
    let ownSold = 0;
    for (let week = 0; week < historyWeeks; week += 1) {
      const came = frame.historyQty[node * historyWeeks + week] ?? NaN;
      const counted = out ? came - Math.min(came, out.find((each) => each.week === week)?.grains ?? 0) : came;
      const value = counted * factor;
      const move = value - before;
      before = value;
      if (Number.isNaN(value)) continue;
      series[week] = (series[week] ?? 0) + value;
      if (out) taken[week] = (taken[week] ?? 0) + (came - counted) * factor;
      known[week] = (known[week] ?? 0) + 1;
      ownSold += value;
      if (Number.isNaN(move)) continue;
      moves[week] = (moves[week] ?? 0) + move;
      squares[week] = (squares[week] ?? 0) + move * move;
    }
    const profile = profileOfNode(frame, forecast, node);
    sold += ownSold;
    if (!profile) soldPlain += ownSold;
    else profile.forEach((index, week) => (seasonal[week] = (seasonal[week] ?? 0) + ownSold * index));
    const own = readForecastGrains(frame, forecast, node, overrides.ofNode(node));
    let sum = 0;
    for (let week = 0; week < weeks; week += 1) {
      const computed = own.statistical[week] ?? 0;
      const now = own.inForce[week] ?? 0;
      statistical[week] = (statistical[week] ?? 0) + computed * factor;
      inForce[week] = (inForce[week] ?? 0) + now * factor;
      sum += computed * factor;
      if (computed !== now) typedMembers[week] = (typedMembers[week] ?? 0) + 1;
    }
    perWeek[place] = sum / weeks / measure.divisor;
    const deviation = ((forecast.forecastSd[node] ?? 0) * factor) / measure.divisor;
    variances += deviation * deviation;
    deviations += deviation;
  }
  const { first, days } = shownHistory(frame);
  const historyAt = (week: number): number | null =>
    known[week] ? measure.shown((series[week] ?? 0) + (taken[week] ?? 0)) : null;
  return {
    key,
    nodes,
    decimals: measure.decimals,
    historyDays: days,
    history: days.map((_, week) => historyAt(first + week)),
    weeks: {
      days: weekDays(frame),
      statistical: Array.from(statistical, measure.shown),
      inForce: Array.from(inForce, measure.shown),
      yearAgo: Array.from(statistical, (_, week) => historyAt(weekYearAgo(frame, week))),
    },
    typedMembers,
    total: {
      currency,
      perWeek,
      variance: Math.min(movementRatio(moves, squares) * variances, deviations * deviations),
      series: series.map((sum, week) => (known[week] ? measure.shown(sum) : NaN)),
      season: sold > soldPlain ? seasonal.map((value) => (value + soldPlain) / sold) : null,
      withoutCost: currency === null ? 0 : withoutCost,
      isReadOnly: nodes.length > mostTypedMembers,
    },
  };
}
