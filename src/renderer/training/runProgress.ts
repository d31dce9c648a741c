import { totalSteps } from './run';
import type { RunState } from './runState';
import { useRun } from './runStore';

/** Share of the run that is done, 0…1; null while it can't be told. Moves in thousandths. */
export function runProgress({ phase, run, latest }: RunState): number | null {
  if (phase.status === 'preparing') return phase.progress;
  if (run === null || latest === null) return null;
  return Math.round((1000 * latest.step) / totalSteps(run)) / 1000;
}

export function useRunProgress(): number | null {
  return useRun(runProgress);
}
