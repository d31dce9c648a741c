import type { LayerwiseBridge } from '../../protocol/bridge';
import { nothingToInstall } from '../../protocol/installation';
import { listeners } from '../../protocol/listeners';
import { type CommandId, openRequestedCommand } from '../../protocol/nativeMenu';
import type { AnswerOf, RequestOf, WindowCall } from '../../protocol/windowChannels';
import { t } from '../language/t';
import { forgetBrowserBlock, keepBrowserBlock, listBrowserBlocks } from './browserBlocks';
import { BrowserFiles } from './browserFiles';
import { browserReport } from './browserReport';
import { keepBrowserSettings, readBrowserSettings } from './browserSettings';
import { describeBrowserWindow } from './browserWindow';
import { pasteFromClipboard } from './clipboard';
import { listenForDrops } from './droppedProject';
import { EngineSocket } from './engineSocket';
import { exportFromPage } from './exportFromPage';
import { TabDrafts } from './tabDrafts';

/** One answer for each call of the map: leaving one out does not compile. */
type WindowCalls = {
  readonly [Call in WindowCall]: (request: RequestOf<Call>) => AnswerOf<Call> | Promise<AnswerOf<Call>>;
};

const onlyInApplication = {
  message: 'A page in a browser can’t go to another machine.',
  advice: 'Open the address that “layerwise serve” prints there, or start the Layerwise application.',
};

function noFolders(form: string) {
  return {
    message: t`A page in a browser can’t save a folder.`,
    advice: t`Save the network as a file, and type “layerwise export FILE --to ${form} --out FOLDER” where Layerwise is installed.`,
  };
}

/**
 * What the preload script gives a window of the application, for a page in a browser: the engine over a WebSocket,
 * files through the browser's own dialogs.
 */
export function createBrowserBridge(): LayerwiseBridge {
  const engine = new EngineSocket();
  const files = new BrowserFiles();
  const drafts = new TabDrafts();
  const commands = listeners<CommandId>();
  const platform = /Mac/.test(navigator.platform) ? 'darwin' : 'linux';
  listenForDrops((file) => {
    files.offer(file);
    commands.tell(openRequestedCommand);
  });
  const calls: WindowCalls = {
    chooseFile: () => files.choose(),
    describeRequest: () => files.describe(),
    openRequestedProject: () => files.openOffered(),
    importModel: () => ({ status: 'stopped' }),
    stopImport: () => undefined,
    listRecentProjects: () => files.recent(),
    openRecentProject: ({ path }) => files.openRecent(path),
    portrayProject: async ({ path, portrait }) => {
      await files.portray(path, portrait);
    },
    forgetRecentProject: async ({ path }) => {
      await files.forgetRecent(path);
    },
    saveProject: ({ path, text }) => files.save(path, text),
    autosaveProject: ({ path, text }) => files.autosave(path, text),
    saveProjectAs: ({ suggestedName, text }) => files.saveAs(suggestedName, text),
    exportFile: exportFromPage,
    saveCodeProject: ({ form }) => ({ status: 'failed', problem: noFolders(form) }),
    // Runs lie with the engine, which has a trash folder of its own.
    trashRuns: () => ({ status: 'cancelled' }),
    addRun: () => ({ status: 'cancelled' }),
    // The engine's files are those of the machine that serves, which a browser's dialogs don't show.
    chooseDataset: () => null,
    keepDraft: ({ project, draft }) => drafts.keep(project, draft),
    recallDrafts: () => drafts.recall(),
    discardDraft: ({ project }) => {
      drafts.discard(project);
    },
    listBlocks: listBrowserBlocks,
    keepBlock: keepBrowserBlock,
    forgetBlock: forgetBrowserBlock,
    readSettings: readBrowserSettings,
    keepSettings: keepBrowserSettings,
    showMenus: () => undefined,
    enlargePage: () => undefined,
    paste: pasteFromClipboard,
    restartEngine: () => {
      engine.restart();
    },
    chooseDevice: (settings) => {
      engine.chooseDevice(settings);
      return { status: 'done', value: null };
    },
    // A page has the engine of the machine that serves it, and no other.
    describeMachine: () => ({ inUse: null, last: null, keepsTokens: false }),
    connectMachine: () => ({ status: 'failed', problem: onlyInApplication }),
    leaveMachine: () => undefined,
    retryMachine: () => undefined,
    describeInstallation: () => nothingToInstall,
    changeInstallation: () => undefined,
    ...browserReport,
    describeWindow: (open) => {
      drafts.arrange(open);
      describeBrowserWindow(open);
    },
  };
  return {
    call: async (call, request) => calls[call](request),
    onEngineStatus: (listener) => engine.subscribe(listener),
    onInstallation: () => () => undefined,
    onMenuCommand: commands.subscribe,
    onImportProgress: () => () => undefined,
    platform,
    inBrowser: true,
  };
}
