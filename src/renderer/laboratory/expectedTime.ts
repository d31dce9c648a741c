import { useEffect, useState } from 'react';
import type { Experiment } from '../../network/laboratory/experiment';
import { networkKey, trialProbes, trialSeconds } from '../../network/laboratory/experimentSeconds';
import type { TrialResult } from '../../network/laboratory/trialResult';
import { expandTrials } from '../../network/laboratory/trials';
import { useEngine } from '../engine/engineStore';
import { roughDuration } from '../format/durations';
import { t } from '../language/t';

const none: readonly TrialResult[] = [];
/** What was worked out before, by network. */
const known = new Map<string, number>();

/**
 * "about 6 min": what the trials without a result will take on this device; null until it is worked out, which is done
 * network by network between frames.
 */
export function useExpectedTime(
  experiment: Experiment,
  results: readonly TrialResult[] = none,
): string | null {
  const probeSeconds = useEngine((state) => state.capacity?.probeSeconds ?? null);
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    if (probeSeconds === null) return;
    let wanted = true;
    void expectedSeconds(experiment, results, probeSeconds, () => wanted).then(
      (sum) => wanted && setSeconds(sum),
    );
    return () => {
      wanted = false;
    };
  }, [experiment, results, probeSeconds]);
  return seconds === null ? null : t`about ${roughDuration(seconds)}`;
}

async function expectedSeconds(
  experiment: Experiment,
  results: readonly TrialResult[],
  probeSeconds: number,
  isWanted: () => boolean,
): Promise<number> {
  const done = new Set(results.map(({ trial }) => trial));
  let sum = 0;
  for (const trial of expandTrials(experiment)) {
    if (done.has(trial.id)) continue;
    const key = networkKey(experiment, trial);
    if (!known.has(key)) {
      await idle();
      if (!isWanted()) return sum;
      known.set(key, trialProbes(experiment, trial));
    }
    sum += trialSeconds(known.get(key) ?? 0, probeSeconds);
  }
  return sum;
}

function idle(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
}
