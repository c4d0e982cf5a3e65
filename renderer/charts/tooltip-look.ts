import type { ChartPalette } from './chart-palette.ts';

/** How the box that tells the values under the pointer looks in every chart over time. */
export function tooltipLook(palette: ChartPalette) {
  return {
    trigger: 'axis',
    confine: true,
    backgroundColor: palette.surface,
    borderColor: palette.line,
    padding: [6, 10],
    textStyle: { color: palette.ink, fontSize: 12 },
  } as const;
}
