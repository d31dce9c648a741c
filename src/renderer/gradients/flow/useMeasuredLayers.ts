import { useMemo } from 'react';
import { kernelOf } from '../../quantities/kernels';
import type { Quantity } from '../../quantities/quantity';
import { useRun } from '../../training/runStore';
import { type MeasuredLayer, measuredLayers } from './gradientProfile';

const none: readonly MeasuredLayer[] = [];

/**
 * The layers of the last run that a gradient reaches, those with a kernel where a quantity is of kernels; the same list
 * until another run or its first sample.
 */
export function useMeasuredLayers(quantity: Quantity): readonly MeasuredLayer[] {
  const layers = useReachedLayers();
  const log = useRun((state) => state.run?.log);
  return useMemo(() => {
    if (log === undefined || quantity.of === 'output') return layers;
    return layers.filter(({ index }) => kernelOf(log, index) >= 0);
  }, [log, layers, quantity]);
}

/** The layers of the last run that a gradient reaches. */
export function useReachedLayers(): readonly MeasuredLayer[] {
  const run = useRun((state) => state.run);
  const measured = useRun((state) => state.paint > 0 && state.run !== null && state.run.log.length > 0);
  return useMemo(() => (run === null || !measured ? none : measuredLayers(run)), [run, measured]);
}
