import type { DeviceSettings } from '../../protocol/deviceSettings';
import { useEngine } from '../engine/engineStore';
import { t } from '../language/t';
import { loseRuns } from '../twin/loseRuns';

/** Has the engine started anew with other settings, which are kept; a run under way is cut off, what it measured is kept. */
export async function chooseDevice(settings: DeviceSettings): Promise<void> {
  loseRuns(t`The engine was started anew with other device settings.`);
  useEngine.getState().show({ state: 'starting', since: performance.now() });
  const answer = await window.layerwise.call('chooseDevice', settings);
  if (answer.status !== 'failed') return;
  const { message, advice } = answer.problem;
  useEngine.getState().lose({ message, details: advice });
}
