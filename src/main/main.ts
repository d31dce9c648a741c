import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog } from 'electron';
import { openApplication } from './application';
import { pageOrigin } from './pageFiles';
import { guardPages } from './pageGuards';
import { declarePageScheme } from './pageProtocol';

/** The development server of electron-vite, whose page takes the place of the built one. */
const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

if (app.requestSingleInstanceLock()) {
  declarePageScheme();
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(open).catch(giveUp);
} else {
  app.quit();
}

function open(): void {
  const page =
    developmentServer === undefined
      ? { address: `${pageOrigin}/`, origin: pageOrigin }
      : { address: developmentServer, origin: new URL(developmentServer).origin };
  guardPages(page.origin, developmentServer !== undefined);
  openApplication({
    buildFolder: dirname(dirname(fileURLToPath(import.meta.url))),
    page,
    development: developmentServer !== undefined,
  });
}

function giveUp(error: unknown): void {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  dialog.showErrorBox('Layerwise could not start', words);
  app.exit(1);
}
