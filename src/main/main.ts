import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog } from 'electron';
import { z } from 'zod';
import { openApplication, type RunningApplication } from './application';
import { commandLineFile } from './commandLineFile';
import { t } from './language/t';
import { KnownWords } from './log/knownWords';
import { LogFile } from './log/logFile';
import { beginLog } from './log/startOfLog';
import { pageOrigin } from './pageFiles';
import { guardPages } from './pageGuards';
import { declarePageScheme } from './pageProtocol';

/** The development server of electron-vite, whose page takes the place of the built one. */
const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

/** What a second start tells the first one, and ends. */
const secondStartSchema = z.strictObject({ file: z.string().nullable() });
const start: z.infer<typeof secondStartSchema> = {
  file: commandLineFile(process.argv, process.cwd(), app.isPackaged),
};
/** Null until the application is ready. */
let log: LogFile | null = null;

if (app.requestSingleInstanceLock(start)) {
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
  const buildFolder = dirname(dirname(fileURLToPath(import.meta.url)));
  const words = new KnownWords(app.getPath('home'), dirname(buildFolder));
  log = new LogFile(app.getPath('logs'), words.redact);
  beginLog(log);
  const running = openApplication({
    file: start.file,
    buildFolder,
    log,
    words,
    page,
    development: developmentServer !== undefined,
  });
  followLaterStarts(running);
}

/** Files that are opened from the desktop or a terminal come to the window that is there. */
function followLaterStarts(running: RunningApplication): void {
  app.on('second-instance', (_event, _parameters, _folder, told: unknown) => {
    running.openFile(secondStartSchema.safeParse(told).data?.file ?? null);
  });
  // The way of macOS.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    running.openFile(path);
  });
}

function giveUp(error: unknown): void {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log?.problem('main', words);
  dialog.showErrorBox(t`Layerwise could not start`, words);
  app.exit(1);
}
