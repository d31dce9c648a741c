import type { BrowserWindow } from 'electron';
import { channelNames } from '../protocol/channelNames';
import type { EngineStatus } from '../protocol/windowChannels';
import type { PageAudience } from './enginePlace';

/** The page of a window. Ports to engines are counted: one that comes late, of an engine that is gone, is known. */
export function pageAudience(window: BrowserWindow): PageAudience {
  let generation = 0;
  const sendStatus = (status: EngineStatus): void => {
    if (!window.isDestroyed()) window.webContents.send(channelNames.engineStatus, status);
  };
  return {
    sendStatus,
    connect(port, machine) {
      generation += 1;
      if (window.isDestroyed()) port.close();
      else window.webContents.postMessage(channelNames.enginePort, generation, [port]);
      sendStatus({ state: 'connected', generation, machine });
    },
  };
}
