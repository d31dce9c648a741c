import { contextBridge, ipcRenderer } from 'electron';
import type { LayerwiseBridge } from '../protocol/bridge';
import { channelNames } from '../protocol/channelNames';
import { watchDroppedFiles } from './droppedFiles';
import { subscribeEngine } from './engineSubscription';
import { subscribeImports } from './importSubscription';
import { subscribeInstallation } from './installationSubscription';
import { subscribeMenu } from './menuSubscription';

const bridge: LayerwiseBridge = {
  call: (call, request) => ipcRenderer.invoke(channelNames.call(call), request),
  onEngineStatus: subscribeEngine(),
  onMenuCommand: subscribeMenu(),
  onInstallation: subscribeInstallation(),
  onImportProgress: subscribeImports(),
  platform: process.platform,
  inBrowser: false,
};

watchDroppedFiles();
contextBridge.exposeInMainWorld('layerwise', bridge);
