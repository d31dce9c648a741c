import { loseRuns } from '../twin/loseRuns';
import { useEngine } from './engineStore';

/** Puts the engine down and has another one started; the run under way is cut off, what it measured is kept. */
export function restartEngine(message: string): void {
  const loss = { message, details: '' };
  useEngine.getState().lose(loss);
  loseRuns(loss.message);
  useEngine.getState().show({ state: 'starting', since: performance.now() });
  void window.layerwise.call('restartEngine', undefined);
}
