import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { keptCalibration } from '#core/demand/nodes/pooled-columns.ts';
import { achieved } from '#core/demand/uncertainty/calibration.ts';
import { formatShare } from '#renderer/text/format-share.ts';
import { text } from '#renderer/text/text.ts';

interface PromisedAchievedProps {
  readonly forecast: ForecastViews;
  readonly node: number;
}

const promises = [0.8, 0.9, 0.95, 0.99] as const;

/**
 * What the distributions of every demand class promised in the past and what came of it: where less was achieved, stock is set for more than the
 * distribution says, by just that much.
 */
export function PromisedAchieved({ forecast, node }: PromisedAchievedProps) {
  const calibration = keptCalibration(forecast);
  const own = forecast.forecastClass[node];
  const rows = demandClasses
    .map((name, demandClass) => ({
      name,
      demandClass,
      shares: promises.map((share) => achieved(calibration, demandClass, share)),
    }))
    .filter(({ shares }) => shares.every((share) => !Number.isNaN(share)));
  if (rows.length === 0) return undefined;
  return (
    <>
      <p>{text('demand.promisedSays')}</p>
      <table className="table facts" aria-label={text('demand.promised')}>
        <thead>
          <tr>
            <th scope="col">{text('demand.promisedClass')}</th>
            {promises.map((share) => (
              <th key={share} scope="col" className="figure">
                {formatShare(share, 0)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, demandClass, shares }) => (
            <tr key={name} className={demandClass === own ? 'selected' : ''}>
              <th scope="row">{text(`demand.class.${name}`)}</th>
              {shares.map((share, index) => (
                <td key={promises[index]} className="figure">
                  {formatShare(share, 1)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
