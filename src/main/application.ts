import { join } from 'node:path';
import { app, type BrowserWindow, ipcMain, Menu } from 'electron';
import { EngineLog } from '../engine/host/engineLog';
import { channelNames } from '../protocol/channelNames';
import type { MenuCommand } from '../protocol/windowChannels';
import { createApplicationMenu } from './applicationMenu';
import { fileDialogs } from './fileDialogs';
import { isOwnFrame } from './ownFrame';
import { offerReload } from './pageLoss';
import { servePage } from './pageProtocol';
import { ProjectFiles } from './projectFiles';
import { openProjectWindow } from './projectWindow';
import { UnsavedChanges } from './unsavedChanges';
import { registerWindowCalls } from './windowCallHandlers';
import { type PageAudience, WindowEngine } from './windowEngine';

export interface ApplicationPlace {
  /** Holds main/, preload/ and renderer/, as built. */
  readonly buildFolder: string;
  readonly page: { readonly address: string; readonly origin: string };
  readonly development: boolean;
}

/** Opens the window and starts its engine. Called once: the application has one window, and ends with it. */
export function openApplication({ buildFolder, page, development }: ApplicationPlace): void {
  servePage(join(buildFolder, 'renderer'));
  const window = openProjectWindow(
    join(buildFolder, 'preload', 'preload.cjs'),
    join(buildFolder, '..', 'resources', 'icon.png'),
  );
  const { webContents } = window;
  const send = (command: MenuCommand): void => {
    if (!window.isDestroyed()) webContents.send(channelNames.menuCommand, command);
  };
  Menu.setApplicationMenu(createApplicationMenu(send, process.platform, development));

  const unsaved = new UnsavedChanges(window, send);
  const files = new ProjectFiles(fileDialogs(window), app.getPath('documents'));
  const engine = new WindowEngine(
    join(buildFolder, 'main', 'engine.js'),
    engineAudience(window),
    new EngineLog(app.getPath('logs')),
  );

  registerWindowCalls(
    ipcMain,
    {
      openProject: () => files.open(),
      saveProject: async ({ path, text }) => unsaved.noteSave(await files.save(path, text)),
      saveProjectAs: async ({ suggestedName, text }) =>
        unsaved.noteSave(await files.saveAs(suggestedName, text)),
      restartEngine: () => {
        engine.restart();
      },
      describeWindow: (description) => {
        unsaved.describe(description);
      },
    },
    (frame) => !window.isDestroyed() && isOwnFrame(frame, webContents.mainFrame, page.origin),
  );

  webContents.on('dom-ready', () => engine.pageLoaded());
  webContents.on('render-process-gone', (_event, { reason }) => {
    unsaved.forget();
    void offerReload(window, reason);
  });
  window.on('closed', () => engine.dispose());
  app.on('will-quit', () => engine.dispose());
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });

  engine.start();
  void window.loadURL(page.address);
}

function engineAudience(window: BrowserWindow): PageAudience {
  return {
    sendStatus(status) {
      if (!window.isDestroyed()) window.webContents.send(channelNames.engineStatus, status);
    },
    sendPort(port, generation) {
      if (window.isDestroyed()) port.close();
      else window.webContents.postMessage(channelNames.enginePort, generation, [port]);
    },
  };
}
