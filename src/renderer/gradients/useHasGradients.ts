import { useRun } from '../training/runStore';

/** Whether a run has measured gradients that the window can show. */
export function useHasGradients(): boolean {
  return useRun(({ run, paint }) => run !== null && paint > 0 && run.log.length > 0);
}
