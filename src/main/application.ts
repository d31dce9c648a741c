import { dirname, join } from 'node:path';
import { app, ipcMain, Menu, nativeTheme, powerMonitor, shell, type WebFrameMain } from 'electron';
import { DeviceSettingsFile } from '../engine/devices/deviceSettingsFile';
import { EngineLog } from '../engine/host/engineLog';
import { tensorFlowPlaceVariable } from '../engine/tensorflow/tensorFlowFolder';
import { chosenLanguage, languageSettingId } from '../language/languages';
import { channelNames } from '../protocol/channelNames';
import type { KeptSettings } from '../protocol/keptSettings';
import { type CommandId, type NativeMenus, openRequestedCommand } from '../protocol/nativeMenu';
import { reopensTabs } from '../protocol/reopeningChoice';
import { themeChoiceIn } from '../protocol/themeChoice';
import { looksForUpdates } from '../protocol/updateChoice';
import { addRun } from './addRun';
import { createApplicationMenu } from './applicationMenu';
import { chooseDataset } from './chooseDataset';
import { saveCodeProject } from './codeProject/saveCodeProject';
import { receiveDroppedFiles } from './droppedFiles';
import { askWhereToExport } from './exportDialog';
import { exportFile } from './exportFile';
import { fileDialogs } from './fileDialogs';
import { InstallationOffice } from './installation/installationOffice';
import { speak } from './language/t';
import { LastTabs } from './lastTabs';
import { engineLines } from './log/engineLines';
import { withInstallationLines } from './log/installationLines';
import type { KnownWords } from './log/knownWords';
import type { LogFile } from './log/logFile';
import { logPage } from './log/startOfLog';
import { withStatusLines } from './log/statusLines';
import { engineCalls } from './machine/engineCalls';
import { EngineSwitch } from './machine/engineSwitch';
import { KeptMachine } from './machine/keptMachine';
import { systemTokenSafe } from './machine/tokenSafe';
import { OwnBlocks } from './ownBlocks';
import { isOwnFrame } from './ownFrame';
import { pageAudience } from './pageAudience';
import { PageLoss } from './pageLoss';
import { servePage } from './pageProtocol';
import { ProjectDrafts } from './projectDrafts';
import { ProjectFiles } from './projectFiles';
import { openProjectWindow } from './projectWindow';
import { RecentProjects } from './recentProjects';
import { reportCalls } from './report/reportCalls';
import { Requests } from './requests';
import { SettingsFile } from './settingsFile';
import { trashRuns } from './trashRuns';
import { UnsavedChanges } from './unsavedChanges';
import { registerWindowCalls } from './windowCallHandlers';
import { WindowEngine } from './windowEngine';

export interface ApplicationPlace {
  /** Holds main/, preload/ and renderer/, as built. */
  readonly buildFolder: string;
  readonly page: { readonly address: string; readonly origin: string };
  readonly development: boolean;
  /** The file to open at first; null where none was asked for. */
  readonly file: string | null;
  readonly log: LogFile;
  /** What the log must not hold. */
  readonly words: KnownWords;
}

export interface RunningApplication {
  /** Comes to the front, and opens the file, if there is one, as far as the person agrees. */
  openFile(path: string | null): void;
}

/** Opens the window and starts its engine. Called once: the application has one window, and ends with it. */
export function openApplication(place: ApplicationPlace): RunningApplication {
  const { buildFolder, development, log, words } = place;
  servePage(join(buildFolder, 'renderer'));
  const profile = app.getPath('userData');
  const settings = new SettingsFile(join(profile, 'settings.json'), (kept) => {
    followTheme(kept);
    void followLanguage(kept).then(showMenu);
  });
  followTheme(settings.settings);
  void followLanguage(settings.settings);
  const window = openProjectWindow(
    join(buildFolder, 'preload', 'preload.cjs'),
    join(buildFolder, '..', 'resources', 'icon.png'),
    join(profile, 'window.json'),
  );
  const { webContents } = window;
  const send = (command: CommandId): void => {
    if (!window.isDestroyed()) webContents.send(channelNames.menuCommand, command);
  };
  logPage(log, webContents);
  const recent = new RecentProjects(join(profile, 'recent.json'), app.getPath('home'), showMenu);
  const weightsFolder = join(profile, 'weights');
  const files = new ProjectFiles(fileDialogs(window), recent, app.getPath('documents'), weightsFolder);
  const blocks = new OwnBlocks(join(profile, 'blocks'));
  const lastTabs = new LastTabs(join(profile, 'tabs.json'), files, () => reopensTabs(settings.settings));
  const drafts = new ProjectDrafts(join(profile, 'drafts'), files, lastTabs);
  const unsaved = new UnsavedChanges(window, send, async () => {
    await drafts.end();
    await recent.written();
    await settings.written();
  });
  const pageLoss = new PageLoss(window);
  const openFile = (path: string): void => {
    files.request(path);
    send(openRequestedCommand);
  };
  let menus: NativeMenus = [];
  function showMenu(): void {
    for (const { path } of recent.list()) words.learnProject(path);
    const content = { menus, send, recent: recent.list(), openRecent: openFile, platform: process.platform };
    Menu.setApplicationMenu(createApplicationMenu({ ...content, development }));
  }
  showMenu();
  if (place.file !== null) files.request(place.file);
  const device = new DeviceSettingsFile(join(profile, 'device.json'));
  const runsFolder = join(profile, 'runs');
  const page = withStatusLines(pageAudience(window), log);
  const engineLog = new EngineLog(engineLines(log));
  const tensorFlowFolder = join(profile, 'tensorflow');
  const ownEngine = () =>
    new WindowEngine(join(buildFolder, 'main', 'engine.js'), runsFolder, page, engineLog, device, {
      [tensorFlowPlaceVariable]: tensorFlowFolder,
    });
  const importModule = join(buildFolder, 'main', 'modelImport.js');
  const requests = new Requests(files, { importModule, runsFolder, weightsFolder }, (activity) => {
    if (!window.isDestroyed()) webContents.send(channelNames.importProgress, activity);
  });
  const kept = new KeptMachine(join(profile, 'machine.json'), systemTokenSafe());
  words.learnMachine({ ...kept.machine, token: kept.token });
  const engine = new EngineSwitch(ownEngine, kept, runsFolder, page);
  const installation = new InstallationOffice({
    applicationFolder: dirname(buildFolder),
    tensorFlowFolder,
    looksForUpdates: () => looksForUpdates(settings.settings),
    restartEngine: () => engine.place.restart(),
    tell: withInstallationLines(log, (news) => {
      if (!window.isDestroyed()) webContents.send(channelNames.installation, news);
    }),
  });
  powerMonitor.on('resume', () => engine.retry());

  const isOwn = (frame: WebFrameMain | null): boolean =>
    !window.isDestroyed() && isOwnFrame(frame, webContents.mainFrame, place.page.origin);
  registerWindowCalls(
    ipcMain,
    {
      chooseFile: () => files.choose(),
      describeRequest: () => requests.describe(),
      openRequestedProject: () => requests.openProject(),
      importModel: () => requests.importModel(),
      stopImport: () => {
        requests.stopImport();
      },
      listRecentProjects: () => [...recent.list()],
      openRecentProject: ({ path }) => files.openRecent(path),
      portrayProject: ({ path, portrait }) => {
        recent.portray(path, portrait);
      },
      forgetRecentProject: ({ path }) => {
        recent.forget(path);
      },
      saveProject: async ({ path, text }) => unsaved.noteSave(await files.save(path, text)),
      autosaveProject: ({ path, text }) => files.autosave(path, text),
      saveProjectAs: async ({ suggestedName, text }) =>
        unsaved.noteSave(await files.saveAs(suggestedName, text)),
      exportFile: (file) => exportFile(file, app.getPath('documents'), askWhereToExport(window)),
      saveCodeProject: (project) =>
        saveCodeProject(project, {
          window,
          runsFolder,
          documents: app.getPath('documents'),
          workerFile: join(buildFolder, 'main', 'codeProjectWorker.js'),
        }),
      trashRuns: ({ folders }) => trashRuns(runsFolder, folders, (path) => shell.trashItem(path)),
      addRun: () => addRun(window, runsFolder),
      chooseDataset: ({ what }) => chooseDataset(window, what),
      keepDraft: ({ project, draft }) => drafts.keep(project, draft),
      recallDrafts: () => drafts.recall(),
      discardDraft: async ({ project }) => {
        await drafts.discard(project);
      },
      listBlocks: () => blocks.list(),
      keepBlock: (block) => blocks.keep(block),
      forgetBlock: (block) => blocks.forget(block),
      readSettings: () => settings.settings,
      keepSettings: (changes) => settings.keep(changes),
      showMenus: (wanted) => {
        menus = wanted;
        showMenu();
      },
      enlargePage: ({ factor }) => {
        webContents.setZoomFactor(factor);
      },
      paste: () => {
        webContents.paste();
        return true;
      },
      ...engineCalls(engine, words),
      describeInstallation: () => installation.installation,
      changeInstallation: (order) => {
        installation.order(order);
      },
      ...reportCalls(window, { log, words, settings, runsFolder }),
      describeWindow: (open) => {
        for (const { projectName } of open.projects) words.learnProject(projectName);
        drafts.arrange(open);
        unsaved.describe(open);
      },
    },
    isOwn,
  );
  receiveDroppedFiles(ipcMain, isOwn, openFile);

  webContents.on('dom-ready', () => engine.place.pageLoaded());
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    unsaved.losePage();
    drafts.notePageCrash();
    void pageLoss.recover(reason);
  });
  window.on('closed', () => engine.place.dispose());
  app.on('will-quit', () => {
    installation.dispose();
    requests.stopImport();
    engine.place.dispose();
  });

  engine.place.start();
  void window.loadURL(place.page.address);
  return {
    openFile(path) {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.focus();
      if (path !== null) openFile(path);
    },
  };
}

function followLanguage(kept: KeptSettings): Promise<void> {
  return speak(chosenLanguage(kept[languageSettingId], app.getPreferredSystemLanguages()));
}

/** The frame of the window, its menus and the system's dialogs follow the chosen theme. */
function followTheme(kept: KeptSettings): void {
  nativeTheme.themeSource = themeChoiceIn(kept);
}
