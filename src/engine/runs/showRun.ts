import type { RunEvent } from '../../protocol/engineMessages';
import type { StepControl } from '../train/runControl';
import { followRun } from './followRun';
import type { KeptRun } from './keptRun';
import { findTrainer } from './runLock';
import { tellStory } from './runStory';

/** Tells a run from disk: as it was written down, or as it grows where another process trains it. */
export async function showRun(
  kept: KeptRun,
  runId: string,
  control: StepControl,
  send: (event: RunEvent) => void,
): Promise<void> {
  if (findTrainer(kept.path) !== null) return followRun(kept.path, runId, control, send);
  for (const event of tellStory(kept, runId)) send(event);
}
