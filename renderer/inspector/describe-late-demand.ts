import { notSet } from '#core/frame/frame-layout.ts';
import type { LateDemand } from '#core/plan/deliver/network-delivery.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import type { FrameReader } from './frame-reader.ts';
import { placeName } from './place-name.ts';

/** A late demand in words. */
export interface LateDemandRow {
  readonly name: string;
  readonly due: string;
  readonly missing: string;
  readonly served: string;
  readonly isNeverServed: boolean;
  /** What binds and where. */
  readonly constraint: string;
  readonly constraintNode: number;
}

/** A demand that is served late or not at all, with what binds, in words and figures (DSK-12). Does not throw. */
export function describeLateDemand(late: LateDemand, result: PlanResult, reader: FrameReader): LateDemandRow {
  const { node, dueDay, servedDay } = late;
  const figure = (grains: number): string => formatFigure(reader.units(node, grains), reader.decimalsOf(node) + 3);
  const isNeverServed = servedDay === notSet;
  return {
    name: nameOf(late, result, reader),
    due: formatShortDay(dueDay),
    missing: figure(late.grains),
    served: isNeverServed
      ? late.unmet < late.grains
        ? text('late.partNever', { qty: figure(late.unmet) })
        : text('delivery.never')
      : text('late.served', { day: formatShortDay(servedDay), days: servedDay - Math.max(dueDay, reader.frame.meta.planDay) }),
    isNeverServed,
    constraint: text(`constraint.${late.constraint}`, { place: placeName(late.constraintNode, node, reader) }),
    constraintNode: late.constraintNode,
  };
}

function nameOf({ node, orderRow, dueDay }: LateDemand, result: PlanResult, reader: FrameReader): string {
  if (orderRow !== notSet) return reader.demandOrder(orderRow);
  // What is owed at the start has no order of its own either; on the first day it cannot be told from the forecast.
  const mayBeOwed = dueDay === reader.frame.meta.planDay && (result.nodeUsable[node] ?? 0) < 0;
  return text(mayBeOwed ? 'late.owedOrForecast' : 'late.forecast');
}
