import type { SeriesForecast } from '#core/demand/forecast/series-forecast.ts';
import { protectionWeeks } from '#core/demand/nodes/node-task.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { formatFigure, formatSigned } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { modelName } from './demand-flags.ts';

interface ModelReasonsProps {
  readonly node: number;
  readonly series: SeriesForecast;
  readonly reader: FrameReader;
}

/** Which model forecasts and why: every candidate with how it did at the past origins, the best first. */
export function ModelReasons({ node, series, reader }: ModelReasonsProps) {
  const item = reader.frame.nodeItem[node] ?? 0;
  const decimals = reader.decimalsOf(node);
  // Forecasts are explained in smallest steps of the item.
  const show = (steps: number, isSigned = false): string =>
    (isSigned ? formatSigned : formatFigure)(steps / 10 ** decimals, decimals + 1);
  const origins = series.candidates[0]?.record.errors.length ?? 0;
  const errorOf = (name: string): number => series.candidates.find((each) => each.name === name)?.record.error ?? 0;
  const gain = errorOf('naive') > 0 ? Math.round((1 - errorOf(series.model) / errorOf('naive')) * 100) : 0;
  const candidates = [...series.candidates].sort((a, b) => a.record.loss - b.record.loss);
  return (
    <>
      <p>
        {text(`demand.reason.${series.reason}`, {
          model: modelName(series.model),
          origins,
          weeks: protectionWeeks(reader.frame, node),
        })}{' '}
        {gain > 0 && text('demand.againstNaive', { gain })} {series.isWithoutSeason === true && text('demand.withoutSeason')}
      </p>
      {candidates.length > 0 && (
        <table className="table facts" aria-label={text('demand.candidates')}>
          <thead>
            <tr>
              <th scope="col">{text('demand.candidate')}</th>
              <th scope="col" className="figure">
                {text('demand.candidateLevel', { uom: reader.uom(item) })}
              </th>
              <th scope="col" className="figure">
                {text('demand.candidateError')}
              </th>
              <th scope="col" className="figure">
                {text('demand.candidateBias')}
              </th>
            </tr>
          </thead>
          <tbody>
            {candidates.map(({ name, level, record }) => {
              const isChosen = name === series.model;
              return (
                <tr key={name} className={isChosen ? 'selected' : ''}>
                  <th scope="row">
                    {modelName(name)}
                    {isChosen && <b className="chosen">{text('demand.chosen')}</b>}
                  </th>
                  <td className="figure">{show(level)}</td>
                  <td className="figure">{origins > 0 ? show(record.error) : ''}</td>
                  <td className="figure">{origins > 0 ? show(record.bias, true) : ''}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
}
