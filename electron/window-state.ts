import { z } from 'zod';

/** Where the window stands, in device-independent pixels. */
const windowStateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(800),
  height: z.number().int().min(600),
  isMaximized: z.boolean(),
});

export type WindowState = z.infer<typeof windowStateSchema>;

/** A display's usable area. */
export interface DisplayArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The options of a new window that stands nowhere yet. */
export const defaultWindowSize = { width: 1440, height: 900 } as const;

/**
 * Reads the remembered state of the window, or undefined when it is damaged or lies outside every display: a window
 * on a screen that was unplugged can be found by nobody. Does not throw.
 */
export function readWindowState(text: string, displays: readonly DisplayArea[]): WindowState | undefined {
  const state = windowStateSchema.safeParse(parseJson(text)).data;
  if (state === undefined) return undefined;
  const titleBarMiddle = { x: state.x + state.width / 2, y: state.y };
  return displays.some((area) => isInside(titleBarMiddle, area)) ? state : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // A file cut short by a crash is as good as none.
  }
}

function isInside(point: { readonly x: number; readonly y: number }, area: DisplayArea): boolean {
  return point.x >= area.x && point.x < area.x + area.width && point.y >= area.y && point.y < area.y + area.height;
}
