import { notSet } from '#core/frame/frame-layout.ts';
import { text } from '#renderer/text/text.ts';
import type { FrameReader } from './frame-reader.ts';

/** Another item-location as seen from one: its site, with the item where it is another one. Does not throw. */
export function placeName(place: number, from: number, reader: FrameReader): string {
  const { frame } = reader;
  const site = reader.siteId(frame.nodeSite[place] ?? notSet);
  const item = frame.nodeItem[place] ?? notSet;
  return item === frame.nodeItem[from] ? site : text('place.otherItem', { site, item: reader.itemId(item) });
}
