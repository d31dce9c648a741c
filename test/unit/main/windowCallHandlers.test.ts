import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { registerWindowCalls, type WindowCallHandlers } from '../../../src/main/windowCallHandlers';
import { channelNames } from '../../../src/protocol/channelNames';
import { nothingToInstall } from '../../../src/protocol/installation';
import { type WindowCall, windowCalls } from '../../../src/protocol/windowChannels';

type Listener = (event: IpcMainInvokeEvent, ...values: unknown[]) => unknown;

function register(changes: Partial<WindowCallHandlers>, isOwn: boolean) {
  const listeners = new Map<string, Listener>();
  const saveProject = vi.fn<WindowCallHandlers['saveProject']>(({ path }) => ({
    status: 'done',
    value: path,
  }));
  const handlers: WindowCallHandlers = {
    chooseFile: () => false,
    describeRequest: () => null,
    importModel: () => ({ status: 'stopped' }),
    stopImport: () => undefined,
    openRequestedProject: () => ({ status: 'cancelled' }),
    listRecentProjects: () => [],
    openRecentProject: () => ({ status: 'cancelled' }),
    portrayProject: () => undefined,
    forgetRecentProject: () => undefined,
    keepDraft: () => ({ status: 'done', value: null }),
    recallDrafts: () => ({ drafts: [], shown: null, problem: null, missing: [] }),
    discardDraft: () => undefined,
    saveProject,
    autosaveProject: () => ({ status: 'cancelled' }),
    saveProjectAs: () => ({ status: 'cancelled' }),
    exportFile: () => ({ status: 'cancelled' }),
    saveCodeProject: () => ({ status: 'cancelled' }),
    trashRuns: () => ({ status: 'cancelled' }),
    addRun: () => ({ status: 'cancelled' }),
    chooseDataset: () => null,
    listBlocks: () => [],
    keepBlock: () => ({ status: 'done', value: null }),
    forgetBlock: () => ({ status: 'done', value: null }),
    readSettings: () => ({}),
    keepSettings: () => ({ status: 'done', value: null }),
    showMenus: () => undefined,
    enlargePage: () => undefined,
    paste: () => true,
    restartEngine: () => undefined,
    chooseDevice: () => ({ status: 'done', value: null }),
    describeMachine: () => ({ inUse: null, last: null, keepsTokens: false }),
    connectMachine: () => ({ status: 'connected', name: 'gpu-box' }),
    leaveMachine: () => undefined,
    retryMachine: () => undefined,
    describeInstallation: () => nothingToInstall,
    changeInstallation: () => undefined,
    describeApplication: () => ({ version: '1.0.0', parts: [] }),
    showLicences: () => ({ status: 'done', value: null }),
    showLog: () => ({ status: 'done', value: null }),
    noteInLog: () => undefined,
    describeProblem: () => [],
    describeReportedMachine: () => null,
    saveReport: () => ({ status: 'cancelled' }),
    describeWindow: () => undefined,
    ...changes,
  };
  const ipcMain = { handle: (channel: string, listener: Listener) => void listeners.set(channel, listener) };
  registerWindowCalls(ipcMain, handlers, () => isOwn);
  const call = async (name: WindowCall, request: unknown) =>
    // Only the sender's frame is read of the event, and it is `isOwn` that judges it.
    listeners.get(channelNames.call(name))?.(Object.create(null), request);
  return { call, listeners, saveProject };
}

describe('registerWindowCalls', () => {
  it('listens for each call of the map and for nothing else', () => {
    const { listeners } = register({}, true);
    const channels = Object.keys(windowCalls).map((name) => `layerwise:${name}`);
    expect([...listeners.keys()].sort()).toEqual(channels.sort());
  });

  it('answers a call of its own page', async () => {
    const { call, saveProject } = register({}, true);
    const request = { path: '/a.layerwise', text: '{}' };
    expect(await call('saveProject', request)).toEqual({ status: 'done', value: '/a.layerwise' });
    expect(saveProject).toHaveBeenCalledWith(request);
  });

  it('refuses a foreign frame before it reads the request', async () => {
    const { call, saveProject } = register({}, false);
    await expect(call('saveProject', { path: '/a.layerwise', text: '{}' })).rejects.toThrow(
      'not a frame of this window',
    );
    expect(saveProject).not.toHaveBeenCalled();
  });

  it.each([
    ['no request', undefined],
    ['a missing text', { path: '/a.layerwise' }],
    ['a path that is no text', { path: 1, text: '' }],
    ['an unknown field', { path: '/a.layerwise', text: '', mode: 0o777 }],
  ])('refuses %s', async (_what, request) => {
    const { call, saveProject } = register({}, true);
    await expect(call('saveProject', request)).rejects.toThrow();
    expect(saveProject).not.toHaveBeenCalled();
  });

  it('refuses a request where none is due', async () => {
    await expect(register({}, true).call('openRequestedProject', '/etc/passwd')).rejects.toThrow();
  });

  it('passes no answer of the wrong form on', async () => {
    const openRequestedProject = () =>
      JSON.parse('{"status":"done","value":{"path":"/a","text":"","secret":1}}');
    await expect(
      register({ openRequestedProject }, true).call('openRequestedProject', undefined),
    ).rejects.toThrow('secret');
  });
});
