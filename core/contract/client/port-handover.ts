/**
 * How a page under Electron gets its one port to the backend: the page asks, the preload answers with the port.
 * The words travel through `window.postMessage`, because a port cannot cross the context bridge.
 */
export const portWanted = 'stockwright.port.wanted';

/** The preload's answer; the port comes with it. */
export const portOffered = 'stockwright.port.offered';
