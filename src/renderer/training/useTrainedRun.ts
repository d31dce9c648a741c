import type { Run } from './run';
import { useRun } from './runStore';

/** The last run that trained; null where nothing was trained, or a probe is shown. */
export function useTrainedRun(): Run | null {
  return useRun(({ run }) => (run?.probe === null ? run : null));
}
