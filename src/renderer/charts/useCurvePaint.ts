import { useEffect, useState } from 'react';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';

/** Curves of thousands of steps move little in a tenth of a second, and drawing them takes long. */
const repaintMilliseconds = 350;

/** The run's `paint` for its curves: followed three times a second while values come in, otherwise at once. */
export function useCurvePaint(): number {
  const [paint, setPaint] = useState(() => useRun.getState().paint);
  const live = useRun(({ status }) => isUnderWay(status) && status !== 'paused');
  useEffect(() => {
    const follow = (): void => setPaint(useRun.getState().paint);
    follow();
    if (!live) return useRun.subscribe(follow);
    const timer = setInterval(follow, repaintMilliseconds);
    return () => clearInterval(timer);
  }, [live]);
  return paint;
}
