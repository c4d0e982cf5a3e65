import { useMemo } from 'react';
import { summariseOverrides, type OverrideSummary } from '#core/insight/overrides/summarise-overrides.ts';
import { valueAddedOfOverrides } from '#core/insight/overrides/value-added-of-overrides.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { ForecastOverride } from '#core/model/scenario/fold-scenario.ts';
import { formatFigure, formatSigned } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';

interface OverrideHistoryProps {
  readonly frame: Frame;
  readonly overrides: readonly ForecastOverride[];
}

/** What overrides were worth so far, by owner: whether the forecast came nearer to the demand with each step. */
export function OverrideHistory({ frame, overrides }: OverrideHistoryProps) {
  const owners = useMemo(
    () => summariseOverrides(frame, valueAddedOfOverrides(frame, overrides), ({ override }) => override.owner),
    [frame, overrides],
  );
  if (owners.length === 0) return null;
  return (
    <section aria-label={text('demand.worth')}>
      <h3>{text('demand.worth')}</h3>
      <table className="table facts" aria-label={text('demand.worth')}>
        <thead>
          <tr>
            <th scope="col">{text('demand.owner')}</th>
            {(['inForceCount', 'expiredCount', 'measured', 'naiveError', 'statisticalError', 'typedError', 'gain'] as const).map(
              (name) => (
                <th key={name} scope="col" className="figure">
                  {text(`demand.worth.${name}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {owners.map((owner) => (
            <tr key={owner.key}>
              <th scope="row">{owner.key}</th>
              {figuresOf(owner).map((figure, index) => (
                <td key={index} className="figure">
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {owners.every(({ measured }) => measured === 0) && <p className="soft">{text('demand.worth.none')}</p>}
    </section>
  );
}

function figuresOf({ inForce, expired, measured, valueAdded }: OverrideSummary): readonly string[] {
  const percent = (share: number | undefined): string => (share === undefined ? '' : formatFigure(share * 100, 1));
  return [
    formatFigure(inForce),
    formatFigure(expired),
    formatFigure(measured),
    percent(valueAdded?.naiveError),
    percent(valueAdded?.statisticalError),
    percent(valueAdded?.typedError),
    valueAdded ? formatSigned(valueAdded.typedGain * 100, 1) : '',
  ];
}
