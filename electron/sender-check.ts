import { isPageAddress } from './page-address.ts';

/** What main knows of the frame that sent a message; null when the frame is already gone. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

/**
 * Tells whether a message comes from the top frame of our own page. A frame inside it, or a page that got there in
 * spite of every other fence, gets no port. Does not throw.
 */
export function isOwnPage(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && isPageAddress(frame.url);
}
