import { useRun } from '../training/runStore';
import { useTwinRun } from './twinStore';

/** The run under way, in whichever tab, is gone with its engine, and so is its twin. What was measured stays. */
export function loseRuns(message: string, details = ''): void {
  for (const store of [...useRun.all(), ...useTwinRun.all()]) store.getState().loseEngine(message, details);
}
