import { forecastModels } from '#core/demand/nodes/forecast-columns.ts';
import type { GridColumn } from '#renderer/grid/grid-column.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { figureColumn, placeColumns, wordColumn } from '#renderer/screens/list-columns.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import { formatFigure, formatSigned } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { classNames, isBiased, lifeWords, modelName } from './demand-flags.ts';
import { recentWeeks, type DemandMeasures } from './demand-measures.ts';
import type { OverrideIndex } from './index-overrides.ts';

/** The columns of the forecasts; a row is a node. Figures are read from columns, nothing is kept per row. */
export function demandColumns(
  planned: Planned,
  reader: FrameReader,
  measures: DemandMeasures,
  overrides: OverrideIndex,
): readonly GridColumn[] {
  const { frame, forecast } = planned;
  const classes = classNames();
  const models = forecastModels.map(modelName);
  const item = (node: number): number => frame.nodeItem[node] ?? 0;
  const uom = (node: number): string => reader.uom(item(node));
  const level = (node: number): number => reader.units(node, forecast.forecastLevel[node] ?? 0);
  const recent = (node: number): number => reader.units(node, measures.recentMean[node] ?? NaN);
  const deviation = (node: number): number => {
    const mean = recent(node);
    return mean > 0 ? (level(node) / mean - 1) * 100 : NaN;
  };
  const signal = (node: number): number => measures.signal[node] ?? NaN;
  const typedRank = (node: number): number => {
    const state = overrides.stateOf(node);
    if (overrides.expired.has(node)) return 3;
    return state === 'inForce' ? 2 : state === undefined ? NaN : 1;
  };
  const [itemColumn, siteColumn, nameColumn] = placeColumns(reader, (node) => node);
  const quantity = (value: number, node: number): string => formatFigure(value, reader.decimalsOf(node) + 1);
  return [
    itemColumn,
    { ...siteColumn, widthPx: 56 },
    {
      ...figureColumn('forecast', text('demand.forecast'), 84, level, quantity),
      figureAt: level,
      hint: text('demand.forecastHint'),
      unitAt: uom,
    },
    {
      ...figureColumn('recent', text('demand.recent', { weeks: recentWeeks }), 108, recent, quantity),
      figureAt: recent,
      unitAt: uom,
    },
    wordColumn('uom', text('inventory.uom'), 48, uom, (node) => frame.itemUom[item(node)] ?? NaN),
    {
      ...figureColumn('deviation', text('demand.deviation'), 112, deviation, (value) => formatSigned(value)),
      figureAt: deviation,
      unit: text('demand.percent'),
      hint: text('demand.deviationHint'),
    },
    {
      ...figureColumn('signal', text('demand.signal'), 74, signal, (value) => formatSigned(value, 1)),
      figureAt: signal,
      hint: text('demand.signalHint'),
      isMarkedAt: (node, mark) => mark === 'biased' && isBiased(measures, node),
    },
    {
      ...wordColumn(
        'typed',
        text('demand.typed'),
        92,
        (node) => {
          const state = overrides.expired.has(node) ? 'expired' : overrides.stateOf(node);
          return state === undefined ? '' : text(`demand.state.${state}`);
        },
        typedRank,
      ),
      isMarkedAt: (node, mark) =>
        (mark === 'expired' && overrides.expired.has(node)) || (mark === 'typed' && overrides.stateOf(node) === 'inForce'),
    },
    wordColumn(
      'class',
      text('demand.class'),
      96,
      (node) => classes[forecast.forecastClass[node] ?? 0] ?? '',
      (node) => forecast.forecastClass[node] ?? NaN,
    ),
    wordColumn(
      'life',
      text('demand.life'),
      108,
      (node) => lifeWords(planned, measures, node),
      (node) => measures.life[node] ?? NaN,
    ),
    wordColumn(
      'model',
      text('demand.model'),
      190,
      (node) => models[forecast.forecastModel[node] ?? 0] ?? '',
      (node) => forecast.forecastModel[node] ?? NaN,
    ),
    { ...nameColumn, widthPx: 220 },
  ];
}
