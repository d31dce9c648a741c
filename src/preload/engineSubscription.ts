import { type IpcRendererEvent, ipcRenderer } from 'electron';
import type { EnginePortMessage, LayerwiseBridge } from '../protocol/bridge';
import { channelNames } from '../protocol/channelNames';
import { listeners } from '../protocol/listeners';
import type { EngineStatus } from '../protocol/windowChannels';

/**
 * Passes on the engine's status and port. Both are kept until the page listens: main sends them when the page
 * has loaded, which may be before its scripts have started.
 */
export function subscribeEngine(): LayerwiseBridge['onEngineStatus'] {
  const { tell, subscribe } = listeners<EngineStatus>();
  let status: EngineStatus | null = null;
  let listening = false;
  let waitingPort: (() => void) | null = null;

  ipcRenderer.on(channelNames.engineStatus, (_event, next: EngineStatus) => {
    status = next;
    tell(next);
  });
  ipcRenderer.on(channelNames.enginePort, (event: IpcRendererEvent, generation: number) => {
    const forward = () => forwardPort(event.ports, generation);
    if (listening) forward();
    else waitingPort = forward;
  });

  return (listener) => {
    const unsubscribe = subscribe(listener);
    listening = true;
    waitingPort?.();
    waitingPort = null;
    if (status !== null) listener(status);
    return unsubscribe;
  };
}

function forwardPort(ports: readonly MessagePort[], generation: number): void {
  const message: EnginePortMessage = { layerwise: 'engine-port', generation };
  window.postMessage(message, window.location.origin, [...ports]);
}
