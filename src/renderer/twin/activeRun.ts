import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { twinNow, useTwin, useTwinRun } from './twinStore';

/** The run that can be paused and stopped: the canvas's, or where that ended before its twin, the twin's. */
export function useActiveRun(): typeof useRun {
  const own = useRun(({ status }) => isUnderWay(status));
  const other = useTwinRun(({ status }) => isUnderWay(status));
  const twin = useTwin();
  return !own && other && twin !== null ? useTwinRun : useRun;
}

export function activeRun(): typeof useRun {
  const own = isUnderWay(useRun.getState().status);
  const other = isUnderWay(useTwinRun.getState().status);
  return !own && other && twinNow() !== null ? useTwinRun : useRun;
}
