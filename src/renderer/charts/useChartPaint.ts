import { startTransition, useEffect, useState } from 'react';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';

/**
 * The run's `paint` for a chart. While values come in it is followed so many milliseconds after another at most, and
 * the chart is drawn piece by piece between inputs; otherwise at once. Charts of one view that have different `delay`s,
 * in milliseconds, are not drawn in one task.
 */
export function useChartPaint(milliseconds: number, delay = 0): number {
  const [paint, setPaint] = useState(() => useRun.getState().paint);
  const live = useRun(
    ({ status, scrubbedStep }) => isUnderWay(status) && status !== 'paused' && scrubbedStep === null,
  );
  useEffect(() => {
    const follow = (): void => setPaint(useRun.getState().paint);
    follow();
    if (!live) return useRun.subscribe(follow);
    let timer = setTimeout(() => {
      timer = setInterval(() => startTransition(follow), milliseconds);
    }, delay);
    return () => clearTimeout(timer);
  }, [live, milliseconds, delay]);
  return paint;
}
