/** Colours of charts, taken from the tokens of the desk, so that the same thing has the same colour everywhere. */
export interface ChartPalette {
  readonly ink: string;
  readonly inkSoft: string;
  readonly inkFaint: string;
  readonly line: string;
  readonly surface: string;
  readonly balance: string;
  readonly withoutOrders: string;
  readonly receipts: string;
  readonly planned: string;
  readonly demand: string;
  readonly protectedLevel: string;
  readonly font: string;
}

/** Reads the tokens as they are now; asked again when the theme changes. */
export function readPalette(element: Element): ChartPalette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    inkSoft: token('--ink-2'),
    inkFaint: token('--ink-3'),
    line: token('--line'),
    surface: token('--ground'),
    balance: token('--chart-balance'),
    withoutOrders: token('--chart-without'),
    receipts: token('--chart-receipt'),
    planned: token('--chart-planned'),
    demand: token('--chart-demand'),
    protectedLevel: token('--chart-protected'),
    font: style.fontFamily,
  };
}
