import { ipcRenderer } from 'electron';
import type { LayerwiseBridge } from '../protocol/bridge';
import { channelNames } from '../protocol/channelNames';
import { listeners } from '../protocol/listeners';

/** Passes on what an import is at. */
export function subscribeImports(): LayerwiseBridge['onImportProgress'] {
  const { tell, subscribe } = listeners<string>();
  ipcRenderer.on(channelNames.importProgress, (_event, activity: string) => tell(activity));
  return subscribe;
}
