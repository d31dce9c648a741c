import { type IpcRendererEvent, ipcRenderer } from 'electron';
import type { LayerwiseBridge } from '../protocol/bridge';
import { channelNames } from '../protocol/channelNames';
import type { Installation } from '../protocol/installation';
import { listeners } from '../protocol/listeners';

/** Passes on what main tells about the installed application. */
export function subscribeInstallation(): LayerwiseBridge['onInstallation'] {
  const { tell, subscribe } = listeners<Installation>();
  ipcRenderer.on(channelNames.installation, (_event: IpcRendererEvent, next: Installation) => tell(next));
  return subscribe;
}
