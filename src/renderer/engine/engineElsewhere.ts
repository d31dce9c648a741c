import { useEngine } from './engineStore';

/** Whether the engine's files are those of another machine: what this one's dialogs show is out of its reach. */
export function isEngineElsewhere(): boolean {
  return window.layerwise.inBrowser || useEngine.getState().machine !== null;
}

/** As isEngineElsewhere, for a component. */
export function useEngineElsewhere(): boolean {
  const machine = useEngine((state) => state.machine);
  return window.layerwise.inBrowser || machine !== null;
}
