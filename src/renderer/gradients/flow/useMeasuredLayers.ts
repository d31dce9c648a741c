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
  // One by one: the run itself is another after each epoch.
  const log = useRun((state) => state.run?.log);
  const document = useRun((state) => state.run?.document);
  const weightedNodes = useRun((state) => state.run?.weightedNodes);
  const measured = useRun((state) => state.paint > 0 && state.run !== null && state.run.log.length > 0);
  return useMemo(() => {
    if (log === undefined || document === undefined || weightedNodes === undefined || !measured) return none;
    return measuredLayers({ log, document, weightedNodes });
  }, [log, document, weightedNodes, measured]);
}
