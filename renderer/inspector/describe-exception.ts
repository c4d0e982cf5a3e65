import { grainsPerStep } from '#core/base/quantity.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text, type TextKey } from '#renderer/text/text.ts';
import type { FrameReader } from './frame-reader.ts';
import type { NodeException } from './node-facts.ts';

/** The figures of an exception: which open order, how much, when, by how many days (DSK-13). Does not throw. */
export function describeException(exception: NodeException, node: number, reader: FrameReader): string {
  const { grains, day, days, subject } = exception;
  return text(keyOf(exception), {
    order: subject === notSet ? '' : reader.supplyOrder(subject),
    // Less than the item's smallest step would be shown as nothing.
    qty: formatFigure(reader.units(node, grains), reader.decimalsOf(node) + (Math.abs(grains) < grainsPerStep ? 3 : 0)),
    uom: reader.uom(reader.frame.nodeItem[node] ?? notSet),
    day: day === notSet ? '–' : formatShortDay(day),
    days,
  });
}

function keyOf({ kind }: NodeException): TextKey {
  switch (kind) {
    case 'expedite':
    case 'postpone':
    case 'cancel':
    case 'increase':
    case 'late_supply':
    case 'late_order':
      return `exception.detail.${kind}`;
    default:
      return 'exception.detail';
  }
}
