import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import { planMethods } from '#core/frame/codes.ts';
import { usageClasses } from '#core/frame/usage-classes.ts';
import type { PolicyInputs } from '#core/insight/parameters/policy-inputs.ts';
import type { GridColumn } from '#renderer/grid/grid-column.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { formatShare } from '#renderer/text/format-share.ts';
import { text } from '#renderer/text/text.ts';
import { figureColumn, placeColumns, wordColumn } from '#renderer/screens/list-columns.ts';
import { variationNames } from './policy-place.ts';

/** How item-locations are protected, and what to expect of it; a row is a node. */
export function nodePolicyColumns(planned: Planned, reader: FrameReader, inputs: PolicyInputs): readonly GridColumn[] {
  const { forecast } = planned;
  const money = (value: number): string => formatFigure(value);
  const at = (column: ArrayLike<number>) => (node: number) => column[node] ?? NaN;
  const judged = (column: ArrayLike<number>) => (node: number) => (inputs.isJudged[node] === 1 ? (column[node] ?? NaN) : NaN);
  const target = (node: number): number => inputs.serviceTarget[node] || NaN;
  const [item, site, name] = placeColumns(reader, (node) => node);
  return [
    item,
    site,
    wordColumn(
      'segment',
      text('policy.segment'),
      70,
      (node) => `${usageClasses[inputs.usageClass[node] ?? 0] ?? ''}${variationNames[inputs.variationClass[node] ?? 2] ?? ''}`,
      (node) => (inputs.usageClass[node] ?? 0) * 3 + (inputs.variationClass[node] ?? 0),
    ),
    wordColumn(
      'class',
      text('policy.demandClass'),
      96,
      (node) => text(`policy.class.${demandClasses[forecast.forecastClass[node] ?? 0] ?? 'none'}`),
      at(forecast.forecastClass),
    ),
    wordColumn(
      'method',
      text('policy.method'),
      104,
      (node) => text(`policy.method.${planMethods[inputs.methods[node] ?? 0] ?? 'none'}`),
      at(inputs.methods),
    ),
    figureColumn('target', text('policy.target'), 112, target, (share) => formatShare(share, 2)),
    figureColumn('cycle', text('policy.cycle'), 108, judged(inputs.cycleService), (share) => formatShare(share)),
    figureColumn('fill', text('policy.fill'), 84, judged(inputs.fillRate), (share) => formatShare(share)),
    figureColumn('safety', text('policy.safetyStock'), 104, judged(inputs.safetyStock), (value, node) =>
      formatFigure(value, reader.decimalsOf(node)),
    ),
    wordColumn(
      'uom',
      text('inventory.uom'),
      52,
      (node) => reader.uom(reader.frame.nodeItem[node] ?? 0),
      (node) => reader.frame.itemUom[reader.frame.nodeItem[node] ?? 0] ?? NaN,
    ),
    {
      ...figureColumn(
        'safetyValue',
        text('policy.safetyMoney'),
        104,
        (node) => Math.max(0, judged(inputs.safetyStock)(node)) * (inputs.unitCost[node] ?? 0),
        money,
      ),
    },
    figureColumn('stock', text('policy.stock'), 92, at(inputs.stockValue), money),
    figureColumn('usage', text('policy.usageYear'), 110, at(inputs.usageValue), money),
    name,
  ];
}
