import { useRef } from 'react';
import type { PolicyPoint } from '#core/insight/exchange/policy-curve.ts';
import { text } from '#renderer/text/text.ts';
import { plotMarginsPx, type ExchangeAxes } from './exchange-chart-option.ts';

interface CurveHandleProps {
  readonly points: readonly PolicyPoint[];
  readonly axes: ExchangeAxes;
  readonly index: number;
  /** The chosen point in words. */
  readonly says: string;
  readonly onMoved: (index: number) => void;
}

const { left, right, top, bottom } = plotMarginsPx;
const page = 5;

/** The chosen point of the curve: dragged along it, or moved by the arrow keys; Page up and down take five points. */
export function CurveHandle({ points, axes, index, says, onMoved }: CurveHandleProps): React.ReactElement {
  const layer = useRef<HTMLDivElement>(null);
  const last = points.length - 1;
  const point = points[index];
  const across = (point?.value ?? 0) / axes.mostValue;
  const up = ((point?.fillRate ?? 0) - axes.leastFill) / (1 - axes.leastFill || 1);

  function move(to: number): void {
    onMoved(Math.min(last, Math.max(0, to)));
  }
  function onKeyDown(event: React.KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowUp: 1,
      ArrowLeft: -1,
      ArrowDown: -1,
      PageUp: page,
      PageDown: -page,
      Home: -points.length,
      End: points.length,
    };
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    move(index + step);
  }
  function drag(event: React.PointerEvent): void {
    const box = layer.current?.getBoundingClientRect();
    if (!box) return;
    const x = (event.clientX - box.left - left) / (box.width - left - right);
    const y = (box.bottom - bottom - event.clientY) / (box.height - top - bottom);
    // The nearest point of the picture, so that the point follows the hand where the curve is steep and where it is flat.
    let nearest = index;
    let least = Infinity;
    points.forEach(({ value, fillRate }, at) => {
      const away =
        ((value / axes.mostValue - x) * box.width) ** 2 +
        (((fillRate - axes.leastFill) / (1 - axes.leastFill || 1) - y) * box.height) ** 2;
      if (away < least) [nearest, least] = [at, away];
    });
    move(nearest);
  }

  return (
    <div ref={layer} className="curve-layer">
      <div
        role="slider"
        tabIndex={0}
        className="curve-handle"
        aria-label={text('policy.point')}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={index}
        aria-valuetext={says}
        style={{
          left: `calc(${left}px + (100% - ${left + right}px) * ${across})`,
          bottom: `calc(${bottom}px + (100% - ${top + bottom}px) * ${up})`,
        }}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          event.currentTarget.focus();
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && drag(event)}
      />
    </div>
  );
}
