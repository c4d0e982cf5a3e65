import { openColumns } from './columns.ts';
import type { Frame, FrameMeta, frameLayout } from './frame-layout.ts';

/** Opens frame bytes without copying them; throws only on bytes that are no frame (a bug of the caller). */
export function openFrame(buffer: ArrayBuffer | SharedArrayBuffer): Frame {
  const { meta, views } = openColumns<typeof frameLayout>(buffer);
  return { ...views, meta: meta as FrameMeta, buffer }; // meta was written by the frame builder
}
