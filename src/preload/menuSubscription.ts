import { ipcRenderer } from 'electron';
import type { LayerwiseBridge } from '../protocol/bridge';
import { channelNames } from '../protocol/channelNames';
import { listeners } from '../protocol/listeners';
import type { CommandId } from '../protocol/nativeMenu';

/** Passes on what was chosen in the menu. */
export function subscribeMenu(): LayerwiseBridge['onMenuCommand'] {
  const { tell, subscribe } = listeners<CommandId>();
  ipcRenderer.on(channelNames.menuCommand, (_event, command: CommandId) => tell(command));
  return subscribe;
}
