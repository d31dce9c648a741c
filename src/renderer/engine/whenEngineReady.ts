import { useEngine } from './engineStore';

/** Whether the engine can train: at once, or when it has started; false where it says that it can't. */
export function whenEngineReady(): Promise<boolean> {
  return new Promise((resolve) => {
    const decide = (): boolean => {
      const { state } = useEngine.getState().engine;
      if (state === 'starting' || state === 'unresponsive') return false;
      resolve(state === 'ready');
      return true;
    };
    if (decide()) return;
    const stop = useEngine.subscribe(() => {
      if (decide()) stop();
    });
  });
}
