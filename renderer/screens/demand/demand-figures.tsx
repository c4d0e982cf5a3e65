import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import { forecastModels } from '#core/demand/nodes/forecast-columns.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import { formatFigure, formatSigned } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { isBiased, lifeWords, modelName } from './demand-flags.ts';
import { recentWeeks, type DemandMeasures } from './demand-measures.ts';

interface DemandFiguresProps {
  readonly node: number;
  readonly planned: Planned;
  readonly measures: DemandMeasures;
  readonly reader: FrameReader;
}

/** The figures one asks first about a forecast. */
export function DemandFigures({ node, planned, measures, reader }: DemandFiguresProps) {
  const { forecast } = planned;
  const decimals = reader.decimalsOf(node) + 1;
  const units = (grains: number): string => formatFigure(reader.units(node, grains), decimals);
  const demandClass = demandClasses[forecast.forecastClass[node] ?? 0] ?? 'none';
  const figures = [
    { name: text('demand.forecast'), value: units(forecast.forecastLevel[node] ?? 0), isBad: false },
    { name: text('demand.recent', { weeks: recentWeeks }), value: units(measures.recentMean[node] ?? NaN) || '–', isBad: false },
    { name: text('demand.signal'), value: formatSigned(measures.signal[node] ?? 0, 1), isBad: isBiased(measures, node) },
    { name: text('demand.spread'), value: units(forecast.forecastSd[node] ?? 0), isBad: false },
    { name: text('demand.class'), value: text(`demand.class.${demandClass}`), isBad: false },
    { name: text('demand.life'), value: lifeWords(planned, measures, node), isBad: false },
    { name: text('demand.model'), value: modelName(forecastModels[forecast.forecastModel[node] ?? 0] ?? ''), isBad: false },
  ];
  return (
    <dl className="key-figures">
      {figures.map(({ name, value, isBad }) => (
        <div key={name} className={name === text('demand.model') ? 'wide' : ''}>
          <dt>{name}</dt>
          <dd className={isBad ? 'warn' : ''}>{isBad ? `◆ ${value}` : value}</dd>
        </div>
      ))}
    </dl>
  );
}
