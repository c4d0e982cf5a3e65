import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { text } from '#renderer/text/text.ts';

const [least, most, step] = [340, 900, 24];
const inspector = { storageKey: 'stockwright.inspectorWidth', firstPx: 480 };

function clamp(widthPx: number): number {
  return Math.min(most, Math.max(least, Math.round(widthPx)));
}

/** The width of the panel on the right, dragged or moved by arrow keys, and kept for the next start. */
export function usePanelWidth({ storageKey, firstPx } = inspector) {
  const [widthPx, setWidthPx] = useState(() => clamp(Number(window.localStorage.getItem(storageKey)) || firstPx));
  function resize(width: number): void {
    setWidthPx(clamp(width));
    window.localStorage.setItem(storageKey, String(clamp(width)));
  }
  const separatorProps = {
    className: 'panel-separator',
    role: 'separator',
    tabIndex: 0,
    'aria-orientation': 'vertical',
    'aria-label': text('inspector.resize'),
    'aria-valuenow': widthPx,
    'aria-valuemin': least,
    'aria-valuemax': most,
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'ArrowLeft') resize(widthPx + step);
      else if (event.key === 'ArrowRight') resize(widthPx - step);
      else return;
      event.preventDefault();
    },
    onPointerDown(event: PointerEvent) {
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const panel = event.currentTarget.nextElementSibling;
      if (panel) resize(panel.getBoundingClientRect().right - event.clientX);
    },
  } as const;
  return { widthPx, separatorProps };
}
