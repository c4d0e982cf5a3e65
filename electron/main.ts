import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  MessageChannelMain,
  protocol,
  safeStorage,
  screen,
  shell,
  utilityProcess,
} from 'electron';
import type { MessagePortMain } from 'electron';
import { productFolder } from '#core/host/product-folder.ts';
import engineFlags from '#resources/engine-flags.json' with { type: 'json' };
import { linkBackend, type BackendLink } from './backend-link.ts';
import { portReplyChannel, portRequestChannel } from './channels.ts';
import { fenceContents, fenceSession } from './fence-window.ts';
import { pageOrigin, pageScheme } from './page-address.ts';
import { createSecretVault } from './secret-vault.ts';
import { isOwnPage } from './sender-check.ts';
import { createPageServer } from './serve-page.ts';
import { defaultWindowSize, readWindowState } from './window-state.ts';

// Main owns windows and the keystore; every decision it takes is a function in a file of its own.
const built = join(productFolder(), 'dist');
const windowNote = () => join(app.getPath('userData'), 'window.json');

// The workers of the page plan; a page cannot ask for this itself.
app.commandLine.appendSwitch('js-flags', engineFlags.join(' '));
protocol.registerSchemesAsPrivileged([
  { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

function openWindow(): BrowserWindow {
  const note = existsSync(windowNote()) ? readFileSync(windowNote(), 'utf8') : '';
  const state = readWindowState(
    note,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    ...(state ?? defaultWindowSize),
    show: false,
    webPreferences: {
      preload: join(built, 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  });
  if (state?.isMaximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    writeFileSync(windowNote(), JSON.stringify({ ...window.getNormalBounds(), isMaximized: window.isMaximized() })),
  );
  fenceSession(window.webContents.session);
  void window.loadURL(`${pageOrigin}/`);
  return window;
}

function openBackend(): BackendLink<MessagePortMain> {
  const child = utilityProcess.fork(join(built, 'node', 'backend-utility.js'), [], { serviceName: 'Stockwright backend' });
  const secrets = createSecretVault(join(app.getPath('userData'), 'secrets.json'), safeStorage);
  const db = join(app.getPath('userData'), 'cache.sqlite');
  return linkBackend(child, { db, demo: process.argv.includes('--demo') }, secrets);
}

async function start(): Promise<void> {
  await app.whenReady();
  const backend = openBackend();
  protocol.handle(
    pageScheme,
    createPageServer(join(built, 'renderer'), (datasetVersion) => backend.frame(datasetVersion)),
  );
  ipcMain.on(portRequestChannel, (event) => {
    if (!isOwnPage(event.senderFrame)) return;
    const { port1, port2 } = new MessageChannelMain();
    backend.connect(port1);
    event.senderFrame?.postMessage(portReplyChannel, null, [port2]);
  });
  await backend.opened;
  let window = openWindow();
  app.on('second-instance', () => {
    if (window.isDestroyed()) window = openWindow();
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => void backend.close().finally(() => app.quit()));
}

app.enableSandbox();
app.on('web-contents-created', (_event, contents) => fenceContents(contents, (url) => void shell.openExternal(url)));
if (app.requestSingleInstanceLock()) {
  start().catch((error: unknown) => {
    dialog.showErrorBox('Stockwright could not start', error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
} else {
  app.quit();
}
