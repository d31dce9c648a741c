import { useMemo } from 'react';
import { useRun } from '../../training/runStore';
import { type MeasuredLayer, measuredLayers } from './gradientProfile';

const none: readonly MeasuredLayer[] = [];

/** The layers of the last run that a gradient reaches; the same list until another run or its first sample. */
export function useMeasuredLayers(): readonly MeasuredLayer[] {
  const run = useRun((state) => state.run);
  const measured = useRun((state) => state.paint > 0 && state.run !== null && state.run.log.length > 0);
  return useMemo(() => (run === null || !measured ? none : measuredLayers(run)), [run, measured]);
}
