import { fromGrains } from '#core/base/quantity.ts';
import { lotRules, orderKinds, planMethods } from '#core/frame/codes.ts';
import { policySource, type PolicySource } from '#core/frame/policy-source.ts';
import type { PolicyField } from '#core/frame/policy-chain.ts';
import type { ScenarioChange } from '#core/model/scenario/scenario-record.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { formatShare } from '#renderer/text/format-share.ts';
import { text } from '#renderer/text/text.ts';

/** The values of a policy that a planner looks for, in reading order. */
export const shownFields = [
  'method',
  'lead_time_days',
  'lead_time_sd',
  'service_target',
  'safety_stock',
  'safety_days',
  'min_qty',
  'max_qty',
  'lot_rule',
  'order_cost',
  'holding_rate',
] as const satisfies readonly (PolicyField | 'lead_time_days' | 'lead_time_sd')[];
export type ShownField = (typeof shownFields)[number];

type ParameterSet = Extract<ScenarioChange, { readonly kind: 'parameter.set' }>;

/** A value of a policy with where it comes from. */
export interface PolicyValue {
  readonly field: ShownField;
  readonly value: string;
  /** For what it was typed in the data, in words; undefined where no row says it. */
  readonly source: string | undefined;
  /** What the scenario has put in its place. */
  readonly typed: ParameterSet | undefined;
}

/** The values of a node's policy, those that nothing says left out. */
export function policyValues(reader: FrameReader, node: number, parameters: readonly ParameterSet[]): readonly PolicyValue[] {
  const { frame } = reader;
  const itemId = reader.itemId(frame.nodeItem[node] ?? 0);
  const siteId = reader.siteId(frame.nodeSite[node] ?? 0);
  const own = parameters.filter((change) => change.itemId === itemId && change.siteId === siteId);
  return shownFields.flatMap((field) => {
    const typed = own.find((change) => change.field === field);
    const source = sourceOf(reader, node, field);
    if (source === undefined && typed === undefined) return [];
    const value = typed
      ? valueText(field, typed.value, reader, node)
      : valueText(field, frameValue(reader, node, field), reader, node);
    return [{ field, value, source, typed }];
  });
}

function sourceOf(reader: FrameReader, node: number, field: ShownField): string | undefined {
  if (field === 'lead_time_days' || field === 'lead_time_sd') return laneSource(reader, node);
  const source = policySource(reader.frame, node, field);
  return source && sourceText(source);
}

/** Where the first lane of a node comes from, which the plan counts on. */
function laneSource({ frame, supplierId, supplierName, siteId }: FrameReader, node: number): string | undefined {
  const lane = frame.laneStart[node] ?? 0;
  if (lane === frame.laneStart[node + 1]) return undefined;
  const kind = orderKinds[frame.laneKind[lane] ?? 0] ?? 'buy';
  const source = frame.laneSource[lane] ?? 0;
  const name =
    kind === 'buy' ? supplierName(source) || supplierId(source) : kind === 'transfer' ? siteId(frame.nodeSite[source] ?? 0) : '';
  return text(`policy.lane.${kind}`, { name });
}

function frameValue(reader: FrameReader, node: number, field: ShownField): number | string | null {
  const { frame } = reader;
  const units = (grains: number | undefined): number => fromGrains(grains ?? 0, reader.decimalsOf(node));
  switch (field) {
    case 'lead_time_days':
      return frame.laneLeadTimeDays[frame.laneStart[node] ?? 0] ?? null;
    case 'lead_time_sd':
      return frame.laneLeadTimeSd[frame.laneStart[node] ?? 0] ?? null;
    case 'method':
      return planMethods[frame.nodeMethod[node] ?? 0] ?? null;
    case 'lot_rule':
      return lotRules[frame.nodeLotRule[node] ?? 0] ?? null;
    case 'service_target':
      return frame.nodeServiceTarget[node] ?? null;
    case 'safety_stock':
      return units(frame.nodeSafetyStock[node]);
    case 'safety_days':
      return frame.nodeSafetyDays[node] ?? null;
    case 'min_qty':
      return units(frame.nodeMinQty[node]);
    case 'max_qty':
      return units(frame.nodeMaxQty[node]);
    case 'order_cost':
      return frame.nodeOrderCost[node] ?? null;
    case 'holding_rate':
      return frame.nodeHoldingRate[node] ?? null;
  }
}

function valueText(field: ShownField, value: number | string | null, reader: FrameReader, node: number): string {
  if (value === null) return '';
  const uom = reader.uom(reader.frame.nodeItem[node] ?? 0);
  switch (field) {
    case 'method':
      return text(`policy.method.${planMethods.find((name) => name === value) ?? 'none'}`);
    case 'lot_rule':
      return text(`policy.lotRule.${lotRules.find((name) => name === value) ?? 'lot_for_lot'}`);
    case 'service_target':
      return formatShare(Number(value), 2);
    case 'holding_rate':
      return formatShare(Number(value), 1);
    case 'lead_time_days':
    case 'safety_days':
      return text('policy.days', { days: formatFigure(Number(value), 1) });
    case 'lead_time_sd':
      return text('policy.days', { days: formatFigure(Number(value), 2) });
    case 'order_cost':
      return `${formatFigure(Number(value), 2)} ${reader.currencyOf(node)}`;
    default:
      return `${Number(value) === 0 ? '0' : formatFigure(Number(value), reader.decimalsOf(node))} ${uom}`.trim();
  }
}

/** For what a row of the data holds, in words. @example sourceText(source) // 'Class A · Region North' */
function sourceText({ itemLevel, itemName, siteLevel, siteName }: PolicySource): string {
  const item = text(`policy.itemLevel.${itemLevel}`, { name: itemName });
  return text('policy.sourcePlace', { item, site: text(`policy.siteLevel.${siteLevel}`, { name: siteName }) });
}
