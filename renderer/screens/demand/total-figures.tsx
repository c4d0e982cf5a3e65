import { formatFigure, formatSigned } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { modelName } from './demand-flags.ts';
import { recentWeeks } from './demand-measures.ts';
import type { DemandScope, TotalFacts } from './demand-scope.ts';
import { useTotalForecast } from './use-total-forecast.ts';

interface TotalFiguresProps {
  readonly scope: DemandScope;
  readonly total: TotalFacts;
}

/** The figures one asks first about a total: the sum of its members' forecasts, and beside it what its own history says (DEM-109). */
export function TotalFigures({ scope, total }: TotalFiguresProps) {
  const own = useTotalForecast(scope);
  const show = (value: number): string => formatFigure(value, total.currency === null ? scope.decimals + 1 : 0) || '–';
  const sum = meanOf(scope.weeks.statistical);
  const alone = own ? meanOf(own.mean) : NaN;
  const figures = [
    { name: text('demand.sumOfMembers'), value: show(sum), hint: text('demand.forecastHint') },
    { name: text('demand.asOneSeries'), value: own ? show(alone) : '…', hint: text('demand.asOneSeriesHint') },
    {
      name: text('demand.againstSum'),
      value: own && sum > 0 ? formatSigned((alone / sum - 1) * 100, 1) : '–',
      hint: text('demand.asOneSeriesHint'),
    },
    {
      name: text('demand.recent', { weeks: recentWeeks }),
      value: show(meanOf(total.series.slice(-recentWeeks).filter((value) => !Number.isNaN(value)))),
    },
    { name: text('demand.spread'), value: show(Math.sqrt(total.variance)), hint: text('demand.totalSpreadHint') },
  ];
  return (
    <div className="total-figures">
      <dl className="key-figures">
        {figures.map(({ name, value, hint }) => (
          <div key={name} title={hint}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {own && (
        <p className="soft total-notes">
          {text('demand.oneSeriesModel', { model: modelName(own.model) })} {own.isWithoutSeason && text('demand.oneSeriesSeason')}
        </p>
      )}
    </div>
  );
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < values.length; place += 1) sum += values[place] ?? 0;
  return sum / values.length;
}
