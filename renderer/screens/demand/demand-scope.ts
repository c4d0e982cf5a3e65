import { fromGrains, grainsPerUnit } from '#core/base/quantity.ts';
import { forecastWeeks } from '#core/demand/nodes/forecast-columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import { readForecastWeeks, type ForecastWeeks } from './forecast-weeks.ts';
import type { OverrideIndex } from './index-overrides.ts';

/** What the detail of the screen is about: one item-location, or all of its family that are counted in its unit. */
export interface DemandScope {
  /** What is typed and not kept yet is kept under this. */
  readonly key: string;
  readonly nodes: Uint32Array;
  /** Decimals in which a quantity can be typed. */
  readonly decimals: number;
  readonly historyDays: readonly number[];
  /** Stock units; null where the demand of the week is not known. */
  readonly history: readonly (number | null)[];
  readonly weeks: ForecastWeeks;
  /** Of a family the statistical forecast of each member, member by member: stock units. */
  readonly memberWeeks: Float64Array | null;
  /** Members that have an override in force, by week; of an item-location there is one at most. */
  readonly typedMembers: Uint32Array;
}

export const historyWeeksShown = 52;

/** The weeks of history that a chart shows. */
function shownHistory({ meta }: Frame): { readonly first: number; readonly days: number[] } {
  const first = Math.max(0, meta.historyWeeks - historyWeeksShown);
  return {
    first,
    days: Array.from({ length: meta.historyWeeks - first }, (_, week) => meta.historyFirstDay + (first + week) * 7),
  };
}

/** One item-location. Does not throw. */
export function nodeScope(
  { frame, forecast }: Pick<Planned, 'frame' | 'forecast'>,
  node: number,
  overrides: OverrideIndex,
): DemandScope {
  const decimals = frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0;
  const { first, days } = shownHistory(frame);
  return {
    key: `node ${node}`,
    nodes: Uint32Array.of(node),
    decimals,
    historyDays: days,
    history: days.map((_, week) => {
      const grains = frame.historyQty[node * frame.meta.historyWeeks + first + week] ?? NaN;
      return Number.isNaN(grains) ? null : fromGrains(grains, decimals);
    }),
    weeks: readForecastWeeks(frame, forecast, node, overrides.ofNode(node)),
    memberWeeks: null,
    typedMembers: new Uint32Array(forecastWeeks(frame)),
  };
}

/** The item-locations of a node's family that are counted in the same unit and pass the desk's filters, itself always. */
export function familyMembers(frame: Frame, node: number, passes: (node: number) => boolean): Uint32Array {
  const item = frame.nodeItem[node] ?? 0;
  const [family, uom] = [frame.itemFamily[item], frame.itemUom[item]];
  const members: number[] = [];
  for (let other = 0; other < frame.meta.nodes; other += 1) {
    const otherItem = frame.nodeItem[other] ?? 0;
    const isAlike = frame.itemFamily[otherItem] === family && frame.itemUom[otherItem] === uom;
    if (other === node || (isAlike && passes(other))) members.push(other);
  }
  return Uint32Array.from(members);
}

/**
 * The sums of a family, member by member, to be run in pieces. A week of history of which some members are not known counts those
 * that are; one of which none is known is not known.
 */
export function* familyScope(
  { frame, forecast }: Pick<Planned, 'frame' | 'forecast'>,
  key: string,
  members: Uint32Array,
  overrides: OverrideIndex,
): Generator<undefined, DemandScope> {
  const weeks = forecastWeeks(frame);
  const { first, days } = shownHistory(frame);
  const sums = new Float64Array(days.length);
  const known = new Uint32Array(days.length);
  const statistical = new Float64Array(weeks);
  const inForce = new Float64Array(weeks);
  const yearAgo = new Float64Array(weeks);
  const yearAgoKnown = new Uint32Array(weeks);
  const memberWeeks = new Float64Array(members.length * weeks);
  const typedMembers = new Uint32Array(weeks);
  let decimals = Infinity;
  for (const [place, node] of members.entries()) {
    const own = frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0;
    decimals = Math.min(decimals, own);
    const unit = grainsPerUnit(own);
    for (let week = 0; week < days.length; week += 1) {
      const grains = frame.historyQty[node * frame.meta.historyWeeks + first + week] ?? NaN;
      if (Number.isNaN(grains)) continue;
      sums[week] = (sums[week] ?? 0) + grains / unit;
      known[week] = (known[week] ?? 0) + 1;
    }
    const ofNode = readForecastWeeks(frame, forecast, node, overrides.ofNode(node));
    memberWeeks.set(ofNode.statistical, place * weeks);
    for (let week = 0; week < weeks; week += 1) {
      const before = ofNode.statistical[week] ?? 0;
      const now = ofNode.inForce[week] ?? 0;
      const last = ofNode.yearAgo[week] ?? null;
      statistical[week] = (statistical[week] ?? 0) + before;
      inForce[week] = (inForce[week] ?? 0) + now;
      if (before !== now) typedMembers[week] = (typedMembers[week] ?? 0) + 1;
      if (last === null) continue;
      yearAgo[week] = (yearAgo[week] ?? 0) + last;
      yearAgoKnown[week] = (yearAgoKnown[week] ?? 0) + 1;
    }
    yield;
  }
  // Sums of thousandths leave digits behind that no member has.
  const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;
  return {
    key,
    nodes: members,
    decimals,
    historyDays: days,
    history: days.map((_, week) => (known[week] === 0 ? null : tidy(sums[week] ?? 0))),
    weeks: {
      days: Array.from({ length: weeks }, (_, week) => frame.meta.planDay + week * 7),
      statistical: Array.from(statistical, tidy),
      inForce: Array.from(inForce, tidy),
      yearAgo: Array.from(yearAgo, (value, week) => (yearAgoKnown[week] === 0 ? null : tidy(value))),
    },
    memberWeeks,
    typedMembers,
  };
}
