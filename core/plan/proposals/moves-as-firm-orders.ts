import { fromGrains } from '#core/base/quantity.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { frameTexts } from '#core/frame/frame-texts.ts';
import type { FirmOrder } from '#core/model/scenario/scenario-record.ts';
import type { ProposedMove } from './proposed-move.ts';

/**
 * Accepted moves as firm orders (REB-13): transfers that a plan takes as decided. Their ids name item, sites and days, so
 * that the same move has the same id in every plan. Does not throw.
 *
 * @example movesAsFirmOrders(frame, [move])[0].kind === 'transfer'
 */
export function movesAsFirmOrders(frame: Frame, moves: readonly ProposedMove[], reason = ''): readonly FirmOrder[] {
  const texts = frameTexts(frame);
  const used = new Map<string, number>();
  return moves.map(({ fromNode, toNode, grains, shipDay, receiptDay }) => {
    const item = frame.nodeItem[toNode] ?? 0;
    const itemId = texts.itemId(item);
    const siteId = texts.siteId(frame.nodeSite[toNode] ?? 0);
    const sourceId = texts.siteId(frame.nodeSite[fromNode] ?? 0);
    const name = `move:${itemId}:${sourceId}:${siteId}:${shipDay}:${receiptDay}`;
    const repeat = used.get(name) ?? 0;
    used.set(name, repeat + 1);
    return {
      id: repeat === 0 ? name : `${name}:${repeat + 1}`,
      kind: 'transfer',
      origin: 'override',
      ...{ itemId, siteId, sourceId, orderDay: shipDay, shipDay, receiptDay, reason },
      qty: fromGrains(grains, frame.itemDecimals[item] ?? 0),
      proposedQty: null,
    };
  });
}
