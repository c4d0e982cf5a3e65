import { ipcRenderer } from 'electron';
import { portOffered, portWanted } from '#core/contract/client/port-handover.ts';
import { portReplyChannel, portRequestChannel } from './channels.ts';
import { pageOrigin } from './page-address.ts';

// The page gets exactly one port for its life and nothing else of Electron; a reload is a new life.
window.addEventListener('message', function onPortWanted(event) {
  if (event.source !== window || event.origin !== pageOrigin || event.data !== portWanted) return;
  window.removeEventListener('message', onPortWanted);
  ipcRenderer.once(portReplyChannel, ({ ports }) => window.postMessage(portOffered, pageOrigin, [...ports]));
  ipcRenderer.send(portRequestChannel);
});
