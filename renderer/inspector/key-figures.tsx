import { notSet } from '#core/frame/frame-layout.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import type { FrameReader } from './frame-reader.ts';

interface KeyFiguresProps {
  readonly node: number;
  readonly result: PlanResult;
  readonly reader: FrameReader;
}

/** The figures one asks first about an item at a site. */
export function KeyFigures({ node, result, reader }: KeyFiguresProps) {
  const decimals = reader.decimalsOf(node);
  const daily = result.nodeDailyDemand[node] ?? 0;
  const usable = result.nodeUsable[node] ?? 0;
  const stockOut = result.nodeStockOutDay[node] ?? notSet;
  const lowest = result.nodeLowestBalance[node] ?? 0;
  const show = (grains: number): string => formatFigure(reader.units(node, grains), decimals);
  const figures = [
    { name: text('inventory.usable'), value: show(usable), isBad: usable < 0 },
    { name: text('inventory.onOrder'), value: show(result.nodeOnOrder[node] ?? 0), isBad: false },
    { name: text('inventory.dailyDemand'), value: formatFigure(reader.units(node, daily), decimals + 1), isBad: false },
    {
      name: text('inventory.cover'),
      value: daily > 0 ? text('inventory.days', { days: Math.floor(Math.max(0, usable) / daily) }) : '–',
      isBad: false,
    },
    { name: text('inventory.protected'), value: show(result.nodeProtected[node] ?? 0), isBad: false },
    { name: text('inventory.lowest'), value: show(lowest), isBad: lowest < 0 },
    { name: text('inventory.stockOut'), value: stockOut === notSet ? '–' : formatShortDay(stockOut), isBad: stockOut !== notSet },
  ];
  return (
    <dl className="key-figures">
      {figures.map(({ name, value, isBad }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={isBad ? 'bad' : ''}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
