import { useMemo } from 'react';
import { analyse } from '../../network/analysis/analyse';
import { useRun } from '../training/runStore';

/** Multiply-adds of the forward pass that the last run trained per second on this device; null before a run. */
export function useMeasuredSpeed(): number | null {
  const document = useRun(({ run }) => run?.document ?? null);
  const rate = useRun(({ latest }) => latest?.imagesPerSecond ?? null);
  const macs = useMemo(() => (document === null ? 0 : analyse(document).totals.macs), [document]);
  return rate === null || rate === 0 || macs === 0 ? null : rate * macs;
}
