import type { EChartsType } from 'echarts/core';
import { weekAt, type ForecastSeries } from './forecast-chart-option.ts';

/** What dragging needs to know at the moment it happens. */
export interface WeekDrag {
  readonly series: () => ForecastSeries;
  /** The week is over this value; not yet let go. */
  readonly onMoved: (week: number, value: number) => void;
  readonly onDropped: (week: number, value: number) => void;
}

const catchPx = 9;

/**
 * Lets the line of the weeks to come be taken by the pointer and moved up or down, week by week. The keyboard has the table of
 * weeks for the same. Gives back how to end it. Does not throw.
 */
export function dragWeeks(chart: EChartsType, element: HTMLElement, { series, onMoved, onDropped }: WeekDrag): () => void {
  let held: { readonly week: number; value: number } | undefined;
  const finder = { xAxisIndex: 0, yAxisIndex: 0 };

  function placeOf(event: PointerEvent): { readonly week: number; readonly y: number; readonly value: number } {
    const box = element.getBoundingClientRect();
    const y = event.clientY - box.top;
    const [time = NaN, value = NaN] = chart.convertFromPixel(finder, [event.clientX - box.left, y]); // a point of two axes
    return { week: weekAt(series(), time), y, value };
  }
  function weekUnder(event: PointerEvent): number {
    const { week, y } = placeOf(event);
    const { days, inForce, typed } = series();
    if (week < 0) return -1;
    const values = [inForce[week] ?? 0, ...typed.filter((point) => point.week === week).map((point) => point.value)];
    const isNear = values.some((value) => {
      const [, at = NaN] = chart.convertToPixel(finder, [(days[week] ?? 0) * 86_400_000, value]); // as above
      return Math.abs(at - y) <= catchPx;
    });
    return isNear ? week : -1;
  }
  function rounded(value: number): number {
    const scale = 10 ** series().decimals;
    return Math.max(0, Math.round(value * scale) / scale);
  }
  function onPointerDown(event: PointerEvent): void {
    const week = event.button === 0 ? weekUnder(event) : -1;
    if (week < 0) return;
    held = { week, value: NaN };
    element.setPointerCapture(event.pointerId);
    event.preventDefault();
  }
  function onPointerMove(event: PointerEvent): void {
    if (!held) {
      element.style.cursor = weekUnder(event) >= 0 ? 'ns-resize' : '';
      return;
    }
    held.value = rounded(placeOf(event).value);
    onMoved(held.week, held.value);
  }
  function onPointerUp(): void {
    const dropped = held;
    held = undefined;
    if (dropped && Number.isFinite(dropped.value)) onDropped(dropped.week, dropped.value);
  }
  // Ahead of the picture's own listeners, which would take the pointer for their tooltip.
  element.addEventListener('pointerdown', onPointerDown, true);
  element.addEventListener('pointermove', onPointerMove, true);
  element.addEventListener('pointerup', onPointerUp, true);
  element.addEventListener('pointercancel', onPointerUp, true);
  return () => {
    element.style.cursor = '';
    element.removeEventListener('pointerdown', onPointerDown, true);
    element.removeEventListener('pointermove', onPointerMove, true);
    element.removeEventListener('pointerup', onPointerUp, true);
    element.removeEventListener('pointercancel', onPointerUp, true);
  };
}
