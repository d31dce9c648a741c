import { useMemo } from 'react';
import type { Experiment } from '../../network/laboratory/experiment';
import { experimentSeconds } from '../../network/laboratory/experimentSeconds';
import type { TrialResult } from '../../network/laboratory/trialResult';
import { useEngine } from '../engine/engineStore';

const none: readonly TrialResult[] = [];

/** "about 6 min": what the trials without a result will take on this device; null until its speed is known. */
export function useExpectedTime(
  experiment: Experiment,
  results: readonly TrialResult[] = none,
): string | null {
  const probeSeconds = useEngine((state) => state.capacity?.probeSeconds ?? null);
  return useMemo(() => {
    if (probeSeconds === null) return null;
    const done = new Set(results.map(({ trial }) => trial));
    return `about ${roughDuration(experimentSeconds(experiment, probeSeconds, done))}`;
  }, [experiment, probeSeconds, results]);
}

/** `26 s`, `4 min`, `3.5 h`: no finer than an estimate is. */
export function roughDuration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
