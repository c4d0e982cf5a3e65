import type { Placements } from '#core/insight/placement/placement-columns.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { stageKind, stageRows } from './placement-money.ts';

/** A stage of a network as it is read, from supplier to customer. */
export interface StageWords {
  readonly row: number;
  readonly node: number;
  readonly kind: ReturnType<typeof stageKind>;
  /** Stages between it and the first supplier. */
  readonly depth: number;
  readonly siteId: string;
  readonly siteName: string;
  readonly now: string;
  readonly placed: string;
  readonly uom: string;
  readonly isChanged: boolean;
  /** How long it waits, works and promises. */
  readonly times: string;
  /** How the quantity follows; empty for a stage that stays as it is. */
  readonly terms: string;
  /** What the terms give before they are rounded up. */
  readonly exact: number;
}

/** The stages of a network in words. Does not throw. */
export function stagesInWords(placements: Placements, network: number, reader: FrameReader): readonly StageWords[] {
  const { views } = placements.stages;
  const depths = new Map<number, number>();
  return stageRows(placements, network).map((row) => {
    const at = (column: ArrayLike<number>): number => column[row] ?? NaN;
    const node = at(views.node);
    const site = reader.frame.nodeSite[node] ?? 0;
    const supplier = at(views.supplier);
    const depth = supplier === notSet ? 0 : (depths.get(supplier) ?? 0) + 1;
    depths.set(row, depth);
    const kind = stageKind(placements, row);
    const quantity = (value: number): string => (value === 0 ? '0' : formatFigure(value, reader.decimalsOf(node)));
    const [factor, sigma, spread, covered] = [at(views.factor), at(views.sigma), at(views.spread), at(views.coveredDays)];
    const exact = factor * Math.sqrt(sigma * sigma * covered + spread * spread);
    const shown = {
      factor: formatFigure(factor, 3),
      sigma: formatFigure(sigma, 2),
      spread: formatFigure(spread, 1),
      days: covered,
      placed: quantity(at(views.placed)),
      exact: exact === 0 ? '0' : formatFigure(exact, reader.decimalsOf(node) + 1),
    };
    return {
      row,
      node,
      kind,
      depth,
      siteId: reader.siteId(site),
      siteName: reader.siteName(site),
      now: quantity(at(views.now)),
      placed: quantity(at(views.placed)),
      uom: reader.uom(reader.frame.nodeItem[node] ?? 0),
      isChanged: at(views.now) !== at(views.placed),
      times: text('policy.stageTimes', {
        inbound: at(views.inboundDays),
        processing: at(views.processingDays),
        service: at(views.serviceDays),
        covered,
      }),
      terms: kind === 'fixed' ? '' : text(spread > 0 ? 'policy.stageTermsSpread' : 'policy.stageTerms', shown),
      exact,
    };
  });
}
