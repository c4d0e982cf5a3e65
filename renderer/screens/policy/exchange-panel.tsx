import { useCallback, useMemo } from 'react';
import type { PolicyCurve } from '#core/insight/exchange/policy-curve.ts';
import type { ChartPalette } from '#renderer/charts/chart-palette.ts';
import type { ChartTable } from '#renderer/charts/chart-table.ts';
import { ChartView } from '#renderer/charts/chart-view.tsx';
import { formatFigure, formatMoney, formatSigned } from '#renderer/text/format-figure.ts';
import { formatPoints, formatShare } from '#renderer/text/format-share.ts';
import { text } from '#renderer/text/text.ts';
import { CurveHandle } from './curve-handle.tsx';
import { exchangeAxes, exchangeChartOption } from './exchange-chart-option.ts';

interface ExchangePanelProps {
  readonly curve: PolicyCurve;
  readonly currency: string;
  /** The part of the matrix it is about. */
  readonly name: string;
  readonly index: number;
  readonly onMoved: (index: number) => void;
  readonly onApplied: () => void;
  readonly isBusy: boolean;
}

const heightPx = 236;
const decimals = 2;

/** What service costs, where the policy stands, and a point to move to. */
export function ExchangePanel(props: ExchangePanelProps): React.ReactElement {
  const { curve, currency, name, index, onMoved, onApplied, isBusy } = props;
  const { points, current } = curve;
  const labels = useMemo(
    () => ({
      best: text('policy.best'),
      uniform: text('policy.uniform'),
      now: text('policy.now'),
      value: text('policy.axis', { currency }),
    }),
    [currency],
  );
  const option = useCallback((palette: ChartPalette) => exchangeChartOption(curve, palette, labels), [curve, labels]);
  const axes = useMemo(() => exchangeAxes(curve), [curve]);
  const table = useMemo<ChartTable>(() => tableOf(curve, currency), [curve, currency]);
  const point = points[index];
  const unit = text('policy.points');
  const facts = point
    ? [
        {
          id: 'fill',
          name: text('policy.fill'),
          now: formatShare(current.fillRate, decimals),
          then: formatShare(point.fillRate, decimals),
          change: formatPoints(point.fillRate - current.fillRate, unit, decimals),
          tone: toneOf(point.fillRate - current.fillRate),
        },
        {
          id: 'value',
          name: text('policy.safetyStock'),
          now: formatFigure(current.value),
          then: formatFigure(point.value),
          change: formatSigned(point.value - current.value),
          tone: toneOf(current.value - point.value),
        },
      ]
    : [];
  const says = point
    ? text('policy.pointSays', {
        fill: formatShare(point.fillRate, decimals),
        value: formatMoney(point.value, currency),
        change: formatSigned(Math.round(point.value - current.value)),
        currency,
      })
    : '';
  return (
    <section className="exchange" aria-label={text('policy.exchange')} aria-busy={isBusy}>
      <ChartView
        title={text('policy.exchangeOf', { name })}
        description={text('policy.exchangeSays', {
          fill: formatShare(current.fillRate, decimals),
          value: formatMoney(current.value, currency),
        })}
        heightPx={heightPx}
        fileName="exchange-curve"
        option={option}
        table={table}
        overlay={<CurveHandle points={points} axes={axes} index={index} says={says} onMoved={onMoved} />}
      />
      <div className="exchange-facts">
        <table className="facts-table" aria-label={text('policy.chosenPoint')}>
          <thead>
            <tr>
              <td className="soft">{text('policy.moneyIn', { currency })}</td>
              <th scope="col" className="figure">
                {text('policy.now')}
              </th>
              <th scope="col" className="figure">
                {text('policy.then')}
              </th>
              <th scope="col" className="figure">
                {text('policy.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {facts.map(({ id, name: fact, now, then, change, tone }) => (
              <tr key={id}>
                <th scope="row">{fact}</th>
                <td className="figure">{now}</td>
                <td className="figure strong">{then}</td>
                <td className={`figure ${tone}`}>{change}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="soft">{text('policy.movable', { movable: curve.movable, fixed: curve.fixed })}</p>
        <p className="soft">{text('policy.curveNote')}</p>
        <button type="button" className="button primary" disabled={isBusy || point === undefined} onClick={onApplied}>
          {text('policy.apply')} <kbd>Ctrl Enter</kbd>
        </button>
      </div>
    </section>
  );
}

function toneOf(gain: number): string {
  return Math.abs(gain) < 1e-6 ? '' : gain > 0 ? 'good' : 'bad';
}

function tableOf({ points, current }: PolicyCurve, currency: string): ChartTable {
  const row = (name: string, fillRate: number, value: number): string[] => [
    name,
    formatShare(fillRate, decimals),
    formatFigure(value),
    formatPoints(fillRate - current.fillRate, text('policy.points'), decimals),
    formatSigned(Math.round(value - current.value)),
  ];
  return {
    header: [
      text('policy.tablePoint'),
      text('policy.fill'),
      text('policy.safetyValue', { currency }),
      text('policy.fillChange'),
      text('policy.valueChange', { currency }),
    ],
    rows: [
      row(text('policy.now'), current.fillRate, current.value),
      ...points.map(({ fillRate, value }, at) => row(String(at + 1), fillRate, value)),
    ],
  };
}
