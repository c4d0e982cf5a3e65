import { notSet } from '#core/frame/frame-layout.ts';
import type { LateDemand } from '#core/plan/deliver/network-delivery.ts';
import { formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import type { FrameReader } from './frame-reader.ts';
import { placeName } from './place-name.ts';

/** A late demand in words and figures. */
export interface LateDemandRow {
  readonly name: string;
  readonly due: string;
  readonly missing: string;
  /** The day it is served, or that it is not. */
  readonly served: string;
  /** By how many days it is late; empty where it is not served. */
  readonly lateBy: string;
  readonly isNeverServed: boolean;
  /** What binds and where. */
  readonly constraint: string;
  readonly constraintNode: number;
}

/** The demands of a node that are served late or not at all, with what binds, in words and figures (DSK-12). Does not throw. */
export function describeLateDemand(lateDemand: readonly LateDemand[], reader: FrameReader): readonly LateDemandRow[] {
  const { planDay } = reader.frame.meta;
  return lateDemand.map((late): LateDemandRow => {
    const { node, dueDay, servedDay, constraintNode } = late;
    const figure = (grains: number): string => formatFigure(reader.units(node, grains), reader.decimalsOf(node) + 3);
    const isNeverServed = servedDay === notSet;
    const days = servedDay - Math.max(dueDay, planDay);
    return {
      name: nameOf(late),
      due: formatShortDay(dueDay),
      missing: figure(late.grains),
      served: !isNeverServed
        ? formatShortDay(servedDay)
        : late.unmet < late.grains
          ? text('late.partNever', { qty: figure(late.unmet) })
          : text('delivery.never'),
      lateBy: isNeverServed ? '' : text('late.days', { days }),
      isNeverServed,
      constraint: text(`constraint.${late.constraint}`, { place: placeName(constraintNode, node, reader) }),
      constraintNode,
    };
  });

  function nameOf(late: LateDemand): string {
    if (late.kind === 'order') return reader.demandOrder(late.orderRow);
    return text(late.kind === 'owed' ? 'late.owed' : 'late.forecast');
  }
}
