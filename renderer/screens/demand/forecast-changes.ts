import { fromGrains, grainsPerStep, toGrains } from '#core/base/quantity.ts';
import { spreadTotal, type SpreadTotal } from '#core/demand/hierarchy/spread-total.ts';
import { spreadValue } from '#core/demand/hierarchy/spread-value.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { ScenarioChange } from '#core/model/scenario/scenario-record.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import type { DemandScope } from './demand-scope.ts';
import { readForecastGrains } from './forecast-grains.ts';
import { weekOfOverride } from './forecast-weeks.ts';
import type { OverrideIndex } from './index-overrides.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';

type ForecastChange = Extract<ScenarioChange, { readonly kind: 'forecast.set' }>;

/** What goes with every typed week. */
export interface OverrideTerms {
  readonly reason: string;
  readonly owner: string;
  readonly expiresOn: number | null;
}

/** Typed figures by week, in stock units or, of a total in money, in its currency; null gives the week back. */
export type TypedWeeks = ReadonlyMap<number, number | null>;

export interface ChangeParts {
  readonly planned: Planned;
  readonly reader: FrameReader;
  readonly overrides: OverrideIndex;
  readonly scope: DemandScope;
  readonly typed: TypedWeeks;
  readonly terms: OverrideTerms;
}

export interface ForecastEdit {
  readonly changes: readonly ForecastChange[];
  /** How far from typed totals what is planned with ends up, over all weeks, in what they are counted in. */
  readonly rest: number;
}

/**
 * What typing means to the scenario (DSK-25, DSK-29): of an item-location the typed weeks; of a total the typed figure shared out
 * over its members by their statistical forecasts, in whole steps that add up to it, or come nearest to its money. What the data puts on
 * top, such as promotions, is part of what was typed and stays: the override is the rest. A share equal to the statistical forecast needs no override, and takes away
 * one that is there. Does not throw.
 */
export function forecastChanges(parts: ChangeParts): ForecastEdit {
  const { nodes, total } = parts.scope;
  if (!total) {
    return together([...parts.typed].map(([week, qty]) => changesOfOne(parts, nodes[0] ?? 0, week, qty)));
  }
  return together([...parts.typed].map(([week, figure]) => changesOfTotal(parts, week, figure, total.currency !== null)));
}

function together(edits: readonly ForecastEdit[]): ForecastEdit {
  return {
    changes: edits.flatMap(({ changes }) => changes),
    rest: edits.reduce((sum, { rest }) => sum + Math.abs(rest), 0),
  };
}

function changesOfOne(parts: ChangeParts, node: number, week: number, typed: number | null): ForecastEdit {
  const { frame, forecast } = parts.planned;
  const decimals = decimalsOf(frame, node);
  const { statistical, onTop } = readForecastGrains(frame, forecast, node, parts.overrides.ofNode(node));
  const above = onTop?.[week] ?? 0;
  const own = fromGrains((statistical[week] ?? 0) - above, decimals);
  if (typed === null) return { changes: changesOfNode(parts, node, week, own, null), rest: 0 };
  const left = toGrains(typed, decimals) - above;
  const changes = changesOfNode(parts, node, week, own, fromGrains(Math.max(0, left), decimals));
  return { changes, rest: fromGrains(Math.max(0, -left), decimals) };
}

function changesOfTotal(parts: ChangeParts, week: number, figure: number | null, isValue: boolean): ForecastEdit {
  const { planned, overrides, scope } = parts;
  const { frame, forecast } = planned;
  const own = new Float64Array(scope.nodes.length);
  let onTop = 0;
  scope.nodes.forEach((node, place) => {
    const grains = readForecastGrains(frame, forecast, node, overrides.ofNode(node));
    const above = fromGrains(grains.onTop?.[week] ?? 0, decimalsOf(frame, node));
    own[place] = fromGrains((grains.statistical[week] ?? 0) - (grains.onTop?.[week] ?? 0), decimalsOf(frame, node));
    onTop += isValue ? above * costOf(frame, node) : above;
  });
  const spread = figure === null ? null : (isValue ? spreadMoney : spreadUnits)(frame, scope, own, figure - onTop);
  const changes = [...scope.nodes].flatMap((node, place) =>
    // What is worth nothing has no part in an amount of money.
    spread && isValue && costOf(frame, node) === 0
      ? []
      : changesOfNode(parts, node, week, own[place] ?? 0, spread && (spread.parts[place] ?? 0)),
  );
  return { changes, rest: spread?.rest ?? 0 };
}

/** Parts and rest in stock units. */
function spreadUnits(frame: Frame, { nodes, decimals }: DemandScope, own: Float64Array, units: number): SpreadTotal {
  const steps = 10 ** decimals;
  // Where nothing is forecast, what was sold decides.
  const weights = own.some((qty) => qty > 0) ? own : historyUnits(frame, nodes);
  // Sums of thousandths of a step leave digits behind that would cost a whole one.
  const total = Math.round(units * steps * grainsPerStep) / grainsPerStep;
  const { parts, rest } = spreadTotal({ total, parts: weights });
  return { parts: parts.map((part) => part / steps), rest: rest / steps };
}

/** As `spreadUnits`, of an amount of money. */
function spreadMoney(frame: Frame, { nodes }: DemandScope, own: Float64Array, money: number): SpreadTotal {
  const steps = Float64Array.from(nodes, (node) => 10 ** decimalsOf(frame, node));
  const inSteps = (units: Float64Array): Float64Array => units.map((qty, place) => qty * (steps[place] ?? 1));
  const { parts, rest } = spreadValue({
    total: money,
    parts: inSteps(own),
    stepValues: steps.map((perUnit, place) => costOf(frame, nodes[place] ?? 0) / perUnit),
    fallback: inSteps(historyUnits(frame, nodes)),
  });
  return { parts: parts.map((part, place) => part / (steps[place] ?? 1)), rest };
}

function historyUnits(frame: Frame, nodes: Uint32Array): Float64Array {
  const { historyWeeks } = frame.meta;
  return Float64Array.from(nodes, (node) => {
    let grains = 0;
    for (let place = node * historyWeeks; place < (node + 1) * historyWeeks; place += 1) {
      grains += Math.max(0, frame.historyQty[place] ?? 0) || 0;
    }
    return fromGrains(grains, decimalsOf(frame, node));
  });
}

function decimalsOf(frame: Frame, node: number): number {
  return frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0;
}

function costOf(frame: Frame, node: number): number {
  return Math.max(0, frame.itemCost[frame.nodeItem[node] ?? 0] ?? 0);
}

function changesOfNode(
  { planned, reader, overrides, terms }: ChangeParts,
  node: number,
  week: number,
  statistical: number,
  qty: number | null,
): ForecastChange[] {
  const { frame } = planned;
  const statisticalQty = Math.max(0, statistical);
  const change = (weekDay: number, value: number | null): ForecastChange => ({
    kind: 'forecast.set',
    itemId: reader.itemId(frame.nodeItem[node] ?? notSet),
    siteId: reader.siteId(frame.nodeSite[node] ?? notSet),
    weekDay,
    qty: value,
    statisticalQty,
    ...terms,
  });
  const day = frame.meta.planDay + 7 * week;
  const isTyped = qty !== null && qty !== statisticalQty;
  // Overrides typed on other plan days may begin inside the week; the new one takes their place.
  const replaced = overrides
    .ofNode(node)
    .filter((override) => weekOfOverride(frame, override) === week && !(isTyped && override.weekDay === day));
  const changes = replaced.map((override) => change(override.weekDay, null));
  if (isTyped) changes.push(change(day, qty));
  return changes;
}
